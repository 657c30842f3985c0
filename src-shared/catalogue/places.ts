/** What is doubtful in an address that was heard, and how to ask about it. */
export const placeText = {
  notWithin: (place: string, district: string) => `${place}不在${district}，请核对`,
  askWithin: (place: string, districts: readonly string[]) =>
    `请问您说的${place}是在${districts.join('还是')}？`,
  inSeveral: (place: string, districts: readonly string[]) =>
    `${districts.join('、')}都有${place}，请核对在哪个区`,
  askDistrict: (place: string) => `请问您说的${place}是在哪个区？`,
  soundsLike: (place: string, others: readonly string[]) => `${place}与${others.join('、')}读音相近，请核对`,
} as const
