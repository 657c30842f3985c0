import type { RequestType } from '../kind/named-type.ts'
import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import { clauseOfMatter } from './demand-clause.ts'
import { supplyTold } from './demand-matter.ts'
import type { Wish } from './demand-wish.ts'
import { hearDanger } from '../kind/danger.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

/** What somebody owes and does not do, and the demand that it makes. */
interface Duty {
  readonly pattern: RegExp
  readonly demand: (match: RegExpExecArray, line: string) => string
}

const notDone =
  '(?:一直|到现在|就是|都|也|还|死活)*(?:不|没|没有|拒绝|拖着)(?:给|肯|愿意|愿|有|想|帮|让)*(?:我们?|员工|大家|人)*'
const fee =
  '(?:(?:房租|水电|租房|装修|剩下的?|多收的?)?(?:押金|定金|订金|保证金|学费|会费|中介费|管理费|余额|车费|余款|尾款|货款|预付款|报名费|培训费|服务费|手续费|租金|课时费|充值卡?|会员卡|票款|餐费)|钱)'
const wages = '工资|工钱|薪水|薪资|血汗钱|加班费|提成|工程款|货款|奖金'
const person =
  '(?:小孩子?|小朋友|孩子|婴儿|宝宝|儿子|女儿|孙子|孙女|老人家?|老太太|老伯|阿伯|阿婆|奶奶|爷爷|外婆|外公|妈妈?|爸爸?|老公|老婆|工人|同事|业主|邻居|男的|女的)'
const things =
  '(?:路灯|街灯|楼灯|红绿灯|信号灯|电梯|扶梯|井盖|水管|下水道|化粪池|护栏|栏杆|扶手|路面|人行道|盲道|健身器材|滑梯|座椅|长椅|监控|摄像头|门禁|大门|热水器|煤气表|燃气表|水表|电表|空调|公厕|充电桩|站牌|路牌|地砖|消防栓|水龙头|闸门)'

const periodOf = (words: string): string => /[一二两三四五六七八九十半]+个(?:多|半)?月/.exec(words)?.[0] ?? ''

const duties: readonly Duty[] = [
  {
    pattern: new RegExp(
      `(?:拖欠|克扣|欠|扣|拖|没有?|不|未)(?:着|了|给|发|结|有|付|我们?|工人|员工|大家)*[^，]{0,8}?(${wages})|(${wages})[^，]{0,10}?(?:没|不|未|拖|欠|扣)`,
    ),
    demand: (match, line) => `要求发放拖欠的${periodOf(line)}${match[1] ?? match[2] ?? '工资'}`,
  },
  {
    pattern: new RegExp(
      `(${fee})[^，]{0,6}?${notDone}(?:退|返还|还给|归还)|${notDone}(?:退|返还)(?:还|回)?(?:给我们?|我们?)?(${fee})|(${fee})[^，]{0,6}(?:退不了|退不到|要不回|拿不回|不退|没退)`,
    ),
    demand: (match) => `要求退还${match[1] ?? match[2] ?? match[3] ?? '费用'}`,
  },
  {
    pattern: new RegExp(
      `${notDone}(?:交|缴|买|补)(社保|公积金|五险一金|医保|养老保险|工伤保险)|(社保|公积金|五险一金)[^，]{0,4}(?:断|没|不)[^，]{0,3}[交缴买]`,
    ),
    demand: (match) => `要求补缴${match[1] ?? match[2] ?? '社保'}`,
  },
  {
    pattern: new RegExp(`${notDone}开(?:具|个|张)?(发票|收据|证明|票)|(发票|收据)[^，]{0,4}${notDone}开`),
    demand: (match) => `要求开具${match[1] ?? match[2] ?? '发票'}`,
  },
  {
    pattern: /(?:不|没|拒绝)(?:给|肯|愿意|愿|有)*(?:我们?)?(赔偿?|道歉)(?!给)/,
    demand: (match) => `要求${match[1] ?? ''}`,
  },
  {
    pattern:
      /多收了?(?:我们?)?([^，]{0,3}[零一二两三四五六七八九十百千万]+(?:块钱?|元)?|[^，]{0,4}(?:费|钱))/,
    demand: (match) => `要求退还多收的${match[1] ?? ''}`,
  },
]

const rescues: readonly Duty[] = [
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
  {
    pattern: new RegExp(
      `(${things})[^，]{0,8}(?:坏|不亮|不走|不动|停|破|裂|断|烂|堵|爆|漏|失灵|松|掉|闪|不能用|用不了|打不开|关不)`,
    ),
    demand: (match) => `要求尽快维修${match[1] ?? ''}`,
  },
]

/** 没有人来抽: what nobody has come to do. */
const nobodyCame: readonly Duty[] = [
  {
    pattern:
      /没(?:有)?(?:一个|个)?人(?:过?来|去)?(抽水?|修|清理?|清走|收|运|拆|搬|扫|救|处理|疏通|打扫|拖走|捞|补|换|管理?|维护|消毒|剪)/,
    demand: (match) =>
      `要求派人来${match[1] ?? ''}`
        .replace(/抽$/, '抽水')
        .replace(/管理?$/, '处理')
        .replace(/[修清]$/, '$&理'),
  },
]

/** 越快越好不要砸到人了: what must not happen. */
const lest =
  /(?:不要|别|免得|以免|小心|怕)(?:再)?((?:砸|伤|摔|撞|压|电|绊|烧)(?:到|着|死|倒)?了?(?:人|小孩|老人|行人))/
const noDemand = /没有?(?:什么|啥)?(?:诉求|要求)|不(?:用|要|需要)(?:处理|登记|管)|看着办/

/**
 * The demand that a complaint makes without a word of it: what is owed is to be paid, what is broken to be mended, who is in
 * danger to be helped, and anything else to be dealt with, in the caller's own words for it.
 */
export function implied(hearing: Hearing, type: RequestType): Wish | undefined {
  const citizen = hearing.lines.filter(({ speaker }) => speaker === 'citizen')
  if (citizen.some(({ text }) => noDemand.test(text))) return undefined
  const danger = hearDanger(hearing, '突发')
  const clause = clauseOfMatter(hearing)
  if (danger !== undefined && type !== '举报') return endangered(citizen, clause, danger.reason)
  const due = type === '举报' ? undefined : owed(hearing)
  if (due !== undefined) return bareDuty.test(due.value) ? about(due, clause) : due
  const supply = supplyTold(hearing)
  if (supply !== undefined && clause !== undefined && hearDanger(hearing, '及时') !== undefined)
    return { ...clause, value: `希望尽快恢复${supply}`, confidence: 0.65 }
  const broken = dutyIn(citizen, rescues)
  if (broken !== undefined) return broken
  const missed = dutyIn(citizen, nobodyCame)
  if (missed !== undefined) return about(missed, clause)
  if (clause === undefined) return undefined
  return { ...clause, value: `要求${type === '举报' ? '查处' : '处理'}${clause.value}`, confidence: 0.6 }
}

/** What somebody owes the caller and does not give. */
export const owed = (hearing: Hearing): Wish | undefined =>
  dutyIn(
    hearing.lines.filter(({ speaker }) => speaker === 'citizen'),
    duties,
  )

const bareDuty = /^要求(?:赔偿?|道歉|退还钱)$/
const about = (owed: Wish, clause: Wish | undefined): Wish =>
  clause === undefined ? owed : { ...owed, value: `${owed.value.replace(/赔$/, '赔偿')}（${clause.value}）` }

function endangered(
  told: readonly Line[],
  clause: Wish | undefined,
  reason: string | undefined,
): Wish | undefined {
  const missed = dutyIn(told, nobodyCame)
  const found =
    dutyIn(told, rescues.slice(0, 2)) ??
    trapped(told, reason) ??
    (missed === undefined ? undefined : about(missed, clause))
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
  [/反锁|锁在(?:家|屋|房|厕所|卫生间|里面)/, '反锁在里面的'],
  [/电梯/, '困在电梯里的'],
  [/车[里内]|车窗|锁在车/, '锁在车里的'],
  [/[掉落跳栽](?:进|到|下|在)?(?:了)?[^，]{0,3}(?:水|河|江|湖|涌|塘|海|池)|落水|溺水|水里/, '落水的'],
  [/井|沟|渠|坑/, '掉下去的'],
]

const shutIn = /被困|困(?:在|了|住)|锁在|反锁|出不来|关在|掉(?:进|下)(?:去|水|河|井)|落水|溺水/

/** Who is shut in, wherever in the call that is told. */
function trapped(told: readonly Line[], reason: string | undefined): Wish | undefined {
  if (reason !== urgencyReasons.trapped && !told.some(({ text }) => shutIn.test(text))) return undefined
  const line = told.find(({ text }) => traps.some(([place]) => place.test(text)))
  if (line === undefined) return undefined
  const where = traps.find(([place]) => place.test(line.text))?.[1] ?? '被困的'
  const who = told.map(({ text }) => new RegExp(person).exec(text)?.[0]).find((word) => word !== undefined)
  const how = where.startsWith('反锁') ? '开锁' : ''
  return { value: `希望尽快${how}救出${where}${who ?? '人'}`, line, start: 0, confidence: 0.65 }
}

function dutyIn(told: readonly Line[], kinds: readonly Duty[]): Wish | undefined {
  for (const { pattern, demand } of kinds)
    for (const line of told) {
      const text = wishText(line.text)
      const match = pattern.exec(text)
      if (match !== null) return { value: demand(match, text), line, start: match.index, confidence: 0.65 }
    }
  return undefined
}
