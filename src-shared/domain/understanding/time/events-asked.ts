/** What was asked for: the 锁 of 什么时候锁的. */
const askedFor =
  /(?:什么时[候间]|几点|哪一?天|几号|何时|几时)(?:开始|就)?(?<verb>\p{Script=Han}{1,3}?)(?:的|了|得|到|住|$)/u
/** The 走光 of 老师走光是哪一天. */
const askedOf = /(?<verb>\p{Script=Han}{2})的?(?:时间)?是(?:什么时[候间]|几点|哪一?天|几号|何时|几时)/u
const steps = /买|办|签|报|交|订|充|租|借|寄|送|入职|下单/

/** Words that tell of one kind of event. */
const kinds = [
  /偷|丢|不见|没了|遗失|落下/,
  /进[水来]|灌|淹|漫|涌/,
  /烧|着火|着了|起火|冒烟|点着/,
  /撞|碰|蹭|刮|追尾/,
  /停|断|没[水电气]/,
  /摔|跌|滑倒|绊/,
  /困|卡|锁/,
  /爆|炸/,
  /发现|看[到见]|闻到|听[到见]/,
  /塌|垮|掉下|砸/,
]

/** Whether the words tell of the event whose time was asked for: 灌进来, in answer to 几点进水的. */
export function tellsAskedEvent(question: string, words: string): boolean {
  const verb = verbAsked(question)
  if (verb === undefined || steps.test(verb)) return false
  const told = words.slice(0, 12)
  return told.includes(verb) || kinds.some((kind) => kind.test(verb) && kind.test(told))
}

const verbAsked = (question: string): string | undefined =>
  (askedFor.exec(question) ?? askedOf.exec(question))?.groups?.['verb']

/** 六点吃的七点半开始肚子疼: what somebody did before it happened. */
const before =
  /^(?:多|左右|钟|我们?|才|还)*(?:吃|喝|出的?门|出去|上的?车|发的?车|去|起的?床|睡|散步|下班|上班|看电视|下雨)/

/** Whether the words tell what was done before the event that was asked for. */
export const isBeforeAskedEvent = (question: string, words: string): boolean =>
  /什么时[候间]|几点|何时|几时/.test(question) &&
  before.test(words) &&
  !tellsAskedEvent(question, words) &&
  !new RegExp(verbAsked(question)?.slice(0, 1) ?? '^$').test(words.slice(0, 6))
