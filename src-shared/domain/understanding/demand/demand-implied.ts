import type { RequestType } from '../kind/named-type.ts'
import { clauseOfMatter, isActItself } from './demand-clause.ts'
import { about, type Duty, dutyIn, nobodyCame } from './demand-duty.ts'
import { supplyTold } from './demand-matter.ts'
import { endangered, lostAndOpen, trapped } from './demand-rescue.ts'
import type { Wish } from './demand-wish.ts'
import { hearDanger } from '../kind/danger.ts'
import type { Hearing } from '../hearing/hearing.ts'

const notDone =
  '(?:一直|到现在|就是|都|也|还|死活)*(?:不|没|没有|拒绝|拖着)(?:给|肯|愿意|愿|有|想|帮|让)*(?:我们?|员工|大家|人)*'
const fee =
  '(?:(?:房租|水电|租房|装修|剩下的?|多收的?)?(?:押金|定金|订金|保证金|学费|会费|中介费|管理费|余额|车费|余款|尾款|货款|预付款|报名费|培训费|服务费|手续费|租金|课时费|充值卡?|会员卡|票款|餐费)|钱)'
const wages = '工资|工钱|薪水|薪资|血汗钱|加班费|提成|工程款|货款|奖金'
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

/** 被骗五千八: what was taken by deceit is to be brought back. */
const cheated: Duty = {
  pattern:
    /被[^，]{0,4}骗(?!.{0,4}(?:去|来|进|签|办))|骗(?:了|走|去)?(?:我|人)?(?:们|家)?[^，]{0,2}[零一二两三四五六七八九十百千万]{2,}|骗(?:了|走)[^，]{0,4}钱|诈骗/,
  demand: () => '要求追回被骗的钱',
}

/** 他说扣三千我不同意: what is kept back against the caller's will is to be given back. */
const keptBack: Duty = {
  pattern: /扣[^，退]{0,8}[我们]不(?:同意|认|接受|答应|服|肯|干)/,
  demand: () => '要求退还钱',
}

/** What is missing or broken. */
const repairs: readonly Duty[] = [
  ...lostAndOpen,
  {
    pattern: new RegExp(
      `(${things})[^，]{0,8}(?:坏|不亮|不走|不动|停|破|裂|断|烂|堵|爆|漏|失灵|松|掉|闪|不能用|用不了|打不开|关不)`,
    ),
    demand: (match) => `要求尽快维修${match[1] ?? ''}`,
  },
  {
    pattern: /(电视|宽带|网络|手机|机顶盒)[^，]{0,4}(?:没有?|无|收不到)信号/,
    demand: (match) => `要求尽快恢复${match[1] ?? ''}信号`,
  },
  {
    pattern:
      /(地下车库|地库|车库|地下室|楼道|路面|马路|隧道|涵洞|院子|一楼|门口|电梯井|店里|家里|屋里)?[^，不没]{0,6}(?:(?<!被)淹(?!死)|积水|倒灌|灌水)/,
    demand: (match) => `要求尽快排除${match[1] ?? ''}积水`,
  },
]

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
  const shut = type === '求助' ? trapped(citizen, undefined) : undefined
  if (shut !== undefined) return shut
  const due = type === '举报' ? undefined : (owed(hearing) ?? dutyIn(citizen, [cheated, keptBack]))
  if (due !== undefined) return bareDuty.test(due.value) ? about(due, clause) : due
  const supply = supplyTold(hearing)
  if (supply !== undefined && clause !== undefined && hearDanger(hearing, '及时') !== undefined)
    return { ...clause, value: `希望尽快恢复${supply}`, confidence: 0.65 }
  const broken = dutyIn(citizen, repairs)
  if (broken !== undefined) return broken
  const missed = dutyIn(citizen, nobodyCame)
  if (missed !== undefined) return about(missed, clause)
  if (clause === undefined) return undefined
  if (isActItself(clause.value)) return { ...clause, value: `要求${clause.value}`, confidence: 0.6 }
  return { ...clause, value: `要求${type === '举报' ? '查处' : '处理'}${clause.value}`, confidence: 0.6 }
}

/** What somebody owes the caller and does not give. */
export const owed = (hearing: Hearing): Wish | undefined =>
  dutyIn(
    hearing.lines.filter(({ speaker }) => speaker === 'citizen'),
    duties,
  )

const bareDuty = /^要求(?:赔偿?|道歉|退还钱|追回被骗的钱)$/
