/** Why a call is of its urgency: the danger, or what failed. */
export const urgencyReasons = {
  trapped: '有人被困或落水',
  hurt: '有人受伤或危及生命',
  endangered: '危及人身安全',
  publicDanger: '危及公共安全',
  fire: '涉及火情',
  gas: '涉及燃气泄漏',
  electricity: '涉及触电危险',
  collapse: '涉及坍塌或坠物',
  manhole: '井盖缺失，危及行人',
  seatActs: '坐席已提示避险或联系救援',
  water: '涉及供水',
  power: '涉及供电',
  gasOrHotWater: '涉及供气或热水',
  heating: '涉及供暖',
  weather: '涉及极端天气或内涝',
  nothingHeard: '未听到危险或停水停电等情形',
} as const

/** Why a call is of its type. */
export const typeReasons = {
  reports: '来电人表示要举报',
  complains: '来电人表示要投诉',
  consults: '来电人表示要咨询',
  proposes: '来电人提出建议',
  praisesOutright: '来电人表示表扬或感谢',
  praises: '来电人称赞',
  asksForHelp: '来电人请求帮助',
  onlyAsks: '来电人表示只想询问',
  noComplaint: '来电人表示不是投诉',
  blamesNobody: '来电人表示不追究他人，只求解决',
  opines: '来电人提出意见',
  improves: '来电人提出改进办法',
  asksRules: '询问政策、办事方法或进度',
  answeredOnTheSpot: '来电人提问，坐席当场答复',
  needsHelp: '需要有关部门帮助解决',
  helpWanted: '请有关部门帮助解决',
  actionWanted: '请有关部门采取行动',
  lostThing: '寻找遗失的物品',
  wages: '反映拖欠工资',
  cutOff: '反映某一方停水停电或锁门锁车',
  misconduct: '反映某一方的行为有问题',
  unlawful: '反映的是违法行为',
  seatAsksProposal: '坐席询问建议',
  seatRegisters: '坐席正在登记，未听到其他类型的说法',
  seatNames: '坐席按此类型登记',
  confirmed: '来电人确认类型',
  answered: '来电人答明类型',
  partyNamed: '求助的事由所反映的一方造成',
} as const

/** The words of the whole call outweigh some words of it; `said` is empty where there were none. */
export const leaningReason = (kind: string, said: string): string =>
  `${said === '' ? '' : `虽说到“${said}”，`}整通来电的说法更像“${kind}”`

/** The demand says an act that was not asked for in so many words. */
export const actReason = (act: string): string => `没有直接说要怎么办，整通来电的说法更像要求“${act}”`
