import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import { about, type Duty, dutyIn, nobodyCame, person } from './demand-duty.ts'
import { behind } from './demand-further.ts'
import type { Wish } from './demand-wish.ts'
import type { Line } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

/** 走丢, 井盖: the same is asked for whether it is told as a danger or as a nuisance. */
export const lostAndOpen: readonly Duty[] = [
  {
    pattern: new RegExp(
      `(${person})[^，]{0,10}(?:走丢|走失|不见了|没回|找不到|失踪)|(?:走丢|走失|丢)了?(?:一?个)?(${person})`,
    ),
    demand: (match) => `希望帮忙寻找走失的${match[1] ?? match[2] ?? '人'}`,
  },
  {
    pattern: /井(?:的)?盖[^，]{0,6}(?:没|不见|丢|偷|缺|少)|(?:没有?|少了?|缺)[^，]{0,3}井盖/,
    demand: () => '要求补装井盖',
  },
]

const stuck = '(?:手指?头?|脚|腿|头|脑袋|身子|胳膊|人)(?:都|也)?(?:被|给)?(?:卡|咖|夹|绞)(?:在|住|进|到)'

/** What is done for people in danger, by what happens to them; a past fight or birth is none. */
const firstHelp: readonly Duty[] = [
  {
    pattern: /跳楼|轻生|自杀|跳[河江桥]|要跳下|割腕|寻短见|不想活/,
    demand: (match) => `希望尽快派人救援${/跳[楼河江桥]/.exec(match[0])?.[0] ?? '轻生'}的人`,
  },
  {
    pattern: /(?:马上|快|就|老婆|妻子|媳妇)要?生了|要生了|羊水|临盆|阵痛/,
    demand: () => '希望尽快派救护车接送产妇',
  },
  {
    pattern: /打架|打起来|斗殴|互殴|砍人|持刀|拿刀|动刀|拿着?刀/,
    demand: (match) => `希望尽快派警察制止${/刀|砍/.test(match[0]) ? '持刀伤人' : '打架'}`,
  },
  {
    pattern: new RegExp(`(${person})[^，]{0,6}(?:${stuck})|${stuck}`),
    demand: (match) => `希望尽快解救被卡住的${match[1] ?? '人'}`,
  },
]

/** 越快越好不要砸到人了: what must not happen. */
const lest =
  /(?:不要|别|免得|以免|小心|怕)(?:再)?((?:砸|伤|摔|撞|压|电|绊|烧)(?:到|着|死|倒)?了?(?:人|小孩|老人|行人))/

/** The help that people in danger need, where what has happened to them tells which. */
export function rescueFor(told: readonly Line[], reason: string | undefined): Wish | undefined {
  return dutyIn(told, lostAndOpen) ?? dutyIn(told, firstHelp) ?? trapped(told, reason)
}

/** 快来看, 先把人弄出来, 派人过来: a call for help that leaves open which. */
const anyHelp =
  /^(?:先|快点?|赶紧|赶快|马上|尽快|就|求求?|都)*(?:(?:(?:派|叫|让|找|有)[^，]{0,4})?(?:过?来|看|人|救命|把[^，]{0,3}弄出|帮|去)|$|打起来)/
const tellsHelp = /救|安|装|开|放|抢修|阀|抽|排|断电|灭|送|挂|围|封|找|接|拦|停|填|补|修|拆|拖|捉|抓|警|消防/

/** The help that a danger calls for, beside what the caller wishes, or in its place where he only calls for somebody. */
export function withRescue(rescue: Wish | undefined, wish: Wish | undefined): Wish | undefined {
  if (rescue === undefined || wish === undefined) return rescue ?? wish
  if (callsForAnyHelp(wish)) return rescue
  return tellsHelp.test(wordsOf(wish)) ? wish : behind(rescue, wish)
}

/** 先把人弄出来: whether a wish is for help, and leaves open for which. */
export const callsForAnyHelp = (wish: Wish): boolean =>
  anyHelp.test(wordsOf(wish)) && !tellsHelp.test(wordsOf(wish))

const wordsOf = ({ value }: Wish): string => value.slice(2).replace(/（.*$/, '')

/** What is to be done about a danger: the help it calls for, what nobody came to do, or what is told of it. */
export function endangered(
  told: readonly Line[],
  clause: Wish | undefined,
  reason: string | undefined,
): Wish | undefined {
  const missed = dutyIn(told, nobodyCame)
  const found = rescueFor(told, reason) ?? (missed === undefined ? undefined : about(missed, clause))
  if (found !== undefined) return found
  if (clause === undefined) return undefined
  const warned = told.map(({ text }) => lest.exec(wishText(text))?.[1]).find((words) => words !== undefined)
  const act = firstAid.get(reason ?? '')
  return {
    ...clause,
    value: `希望尽快派人${act === undefined ? `处理${clause.value}` : `${act}（${clause.value}）`}${warned === undefined ? '' : `，不要${warned.replace('了', '')}`}`,
    confidence: 0.6,
  }
}

/** What is done first where people are in danger; anything else is dealt with. */
const firstAid: ReadonlyMap<string, string> = new Map([
  [urgencyReasons.gas, '检查处理煤气泄漏'],
  [urgencyReasons.electricity, '断电处理'],
  [urgencyReasons.fire, '处理火情'],
  [urgencyReasons.hurt, '救助'],
])

const traps: readonly (readonly [RegExp, string])[] = [
  [/反锁|锁在(?:家|屋|房|厕所|卫生间|里面)|被锁|锁坏|打不开门|门打不开|关(?:在)?里[头面]/, '反锁在里面的'],
  [/缆车|索道|摩天轮|过山车|跳楼机/, '困在缆车上的'],
  [/电梯/, '困在电梯里的'],
  [/车[里内]|车窗|锁在车/, '锁在车里的'],
  [/[掉落跳栽](?:进|到|下|在)?(?:了)?[^，]{0,3}(?:水|河|江|湖|涌|塘|海|池)|落水|溺水|水里/, '落水的'],
  [/井|沟|渠|坑/, '掉下去的'],
]

const shutIn =
  /被困|困(?:在|了|住)|锁在|反锁|出不来|出不去|关(?:在|里)|下不来|下不去了|掉(?:进|下)(?:去|水|河|井)|落水|溺水/
/** 不是被困 denies it. */
const notShutIn = /(?:没有?|不是|没人)(?:人)?(?:被困|困在)/

const personIn = (line: Line | undefined): string | undefined =>
  new RegExp(person).exec(line?.text ?? '')?.[0]

/** 我们六个…下不来, 我在酒店让人关里头了: the caller is one of them. */
const callersToo = /我们(?!家)|我(?:自己|一个人)|^[^，我]{0,4}我(?:在|被|给|让)/

/** Who is shut in, wherever in the call that is told. */
export function trapped(told: readonly Line[], reason: string | undefined): Wish | undefined {
  const shut = told.find(({ text }) => shutIn.test(text) && !notShutIn.test(text))
  if (reason !== urgencyReasons.trapped && shut === undefined) return undefined
  const line = told.find(({ text }) => traps.some(([place]) => place.test(text)))
  if (line === undefined) return undefined
  const where = (traps.find(([place]) => place.test(line.text))?.[1] ?? '被困的').replace(
    '缆车',
    /缆车|索道|摩天轮|过山车|跳楼机/.exec(line.text)?.[0] ?? '缆车',
  )
  const who =
    personIn(shut) ??
    (callersToo.test(shut?.text ?? '') ? undefined : told.map(personIn).find((word) => word !== undefined))
  const how = where.startsWith('反锁') ? '开锁' : ''
  return { value: `希望尽快${how}救出${where}${who ?? '人'}`, line, start: 0, confidence: 0.65 }
}
