/** What is said around rehearsals (演练) outside of the pages. */
export const rehearsalText = {
  /** 工单编号 of a ticket that goes nowhere. */
  number: (count: number) => `演练-${String(count).padStart(4, '0')}`,
  realCallRuns: '正在通话，结束后再开始演练',
  unknownScript: '没有找到这个演练脚本，可能已从知识库里移除',
  noSpeech: '这段录音里没有找到市民的话，换一段录音再试',
  notRunning: '这次演练已经结束',
  noSuchSound: '这一句没有录音',
  onlyRealSeats: '只有坐席和班长可以处理真实来电的工单',
  unknownItem: '评分表里没有这一项，或这一项不由人评',
  recogniserBusy: '正在通话或演练，结束后再播放录音',
  realCallComes: '有来电，演练已停止',
} as const

/** What a citizen of a script says where the script has no words for it. */
export const citizenWords = {
  yes: '对，没错。',
  nothingElse: '没有了。',
  unknown: '这个我不太清楚。',
  fine: '好的。',
  /** Between two answers to one question. */
  join: '，',
} as const

/** How a seat ends a call, asks for further needs, and asks at all. */
export const seatCues = {
  goodbye: ['再见', '祝您', '生活愉快', '感谢您的来电'],
  furtherNeeds: ['还有其他', '还有别的', '还有什么', '其他需要', '别的需要'],
  question: ['吗', '呢', '什么', '哪', '几', '多少', '怎么', '贵姓', '是不是', '有没有', '？'],
} as const

/** 一 is also said 幺. */
export const spokenDigits = '零一二三四五六七八九'
export const spokenOne = '幺'
