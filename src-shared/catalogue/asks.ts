/** What a seat may ask the citizen where a field has a gap or a doubt. */
export const asks = {
  phoneShort: (heard: string, missing: number) =>
    `您的电话我这边记到${heard}，还差${String(missing)}位，麻烦您再完整说一遍好吗？`,
  phoneUnclear: (heard: string) => `您的电话我这边记到${heard}，没有记完整，麻烦您再完整说一遍好吗？`,
  phoneLong: (heard: string, surplus: number) =>
    `您的电话我这边记到${heard}，多了${String(surplus)}位，麻烦您再慢慢说一遍好吗？`,
  phoneDoubtful: (heard: string) => `跟您核对一下，联系电话是${heard}，对吗？`,
} as const

/** What stands beside a telephone number. */
export const phoneNotes = {
  extension: (digits: string) => `另有分机 ${digits}`,
} as const
