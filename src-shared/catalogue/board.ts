/** What is said where the lead's board (班长看板) cannot do something. */
export const boardText = {
  notWhispered: '暂时连不上中心，这句话没有送出，请稍后再试',
} as const
