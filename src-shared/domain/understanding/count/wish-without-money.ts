import { assents } from '../hearing/assent.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'

const ofMoney = /[退赔补欠扣骗偿返价费钱款块元薪]|罚(?=我|了|款|单|金|钱)|多收|乱收|工资|贵|[追讨要]回/
/** 您是希望协调看监控, 那登记要求停止施工: the seat sums up what is wanted. */
const sumsUp = /希望|要求|诉求|想要?|协调|登记|(?:也就是|主要)(?!.{0,12}[年月日号点家店])|为主/
const asksMore = /保密|匿名|信息|什么|怎么|如何|哪|几|贵姓|称呼|电话|号码|地址|还有|还是|为什么/
/** 换一台, 归还, 撤销罚单: where a thing is wanted back or a charge undone, its worth is at issue. */
const forWorth = /换|归还|还给|[找拿要]回|撤销|取消|免|强制|强迫|捆绑/
const demandsAfterAll = /(?<!不)(?:要|得|必须|还是|希望)[^，]{0,6}[退赔]|(?<!不)[退赔]给?我|钱(?:也|都|要|得)/
/** A seat's line of fewer words sums up only where it names a wish: 登记要求复工. */
const leastWords = 8

/** Whether the seat sums up, and the caller confirms, a wish that has nothing to do with money: 协调看监控对吗, 对. */
export function wishWithoutMoney({ lines }: Hearing): boolean {
  const last = lines.findLast((line) => isSummary(lines, line))
  if (last === undefined || ofMoney.test(last.text) || forWorth.test(last.text)) return false
  return !lines.some(
    ({ asked, speaker, text, index }) =>
      speaker === 'citizen' &&
      (index > last.index
        ? demandsAfterAll.test(text)
        : asked.has('demand') && ofMoney.test(text.replace(/不[退赔要]/g, ''))),
  )
}

function isSummary(lines: readonly Line[], { speaker, text, index }: Line): boolean {
  if (speaker !== 'seat' || !sumsUp.test(text) || asksMore.test(text)) return false
  if (text.length < leastWords && !/(?:要求|希望)(?!是|呢|$)/.test(text)) return false
  const answer = lines[index + 1]
  return answer?.speaker === 'citizen' && assents(answer)
}

const asksLoss = /损失|被骗|受骗|上当|转(?:账|钱|过去)|(?:交|给|付|转|汇|打)(?:了|钱|过)?了?(?:吗|没有?)$/
const noLoss = /^(?:啊|哦|嗯|还|幸好|好在|当然|倒)*(?:没有?(?:交|转|给|付|损失|上当|被骗|理)?|不给|冇)/

/** 没交, 没损失: nothing was paid to who asked for it by a trick. */
export const lostNothing = ({ lines }: Hearing): boolean =>
  lines.some(
    ({ speaker, text, index }) =>
      speaker === 'citizen' && noLoss.test(text) && asksLoss.test(lines[index - 1]?.text ?? ''),
  )

/** 叫城管来, to 您要求什么: what is wanted has nothing to do with money. */
export function wantsNoMoney({ lines }: Hearing): boolean {
  const told = lines.filter(
    ({ asked, speaker, text }) => asked.has('demand') || (speaker === 'seat' && /诉求|要求|希望/.test(text)),
  )
  return (
    told.some(({ asked }) => asked.has('demand')) &&
    !told.some(({ text }) => ofMoney.test(text) || forWorth.test(text))
  )
}

const notForMoney =
  /(?:退费|退钱|赔钱|退票|退款|赔偿|钱|费)[^，]{0,5}(?:没这么说|不在乎|无所谓|不是重点|我不要)|我?都不在乎|退[票款费]就算了/

/** Whether the caller says that it is not for the money: 钱无所谓. */
export const disclaimsMoney = ({ lines }: Hearing): boolean =>
  lines.some(({ speaker, text }) => speaker === 'citizen' && notForMoney.test(text))
