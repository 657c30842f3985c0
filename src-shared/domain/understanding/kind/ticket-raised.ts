import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'

const act =
  '(?:登记|记录|记下|记一下|受理|转交|转给|转到|转办|转至|派单|派给|派人|反馈给|反映给|上报|提交|下单|催办|备注|核实处理|加急)'
/** The hotline's own act: for the caller, done already, or about to be done. 到社区办理登记 is the caller's. */
const recording = new RegExp(
  `(?:帮|为|给|替|跟)(?:您|你|他|她|大家|咱们)?[^，]{0,10}?${act}|(?:已经?|我(?:们|这边)?|马上|立即|立刻|好的|现在|紧急|会|并|女士|先生|小姐)[^，]{0,6}?${act}|^(?:已|那)?(?:登记|记录|受理|派单|转)(?!证|机关|中心)|(?:登记|记录|记|受理)(?:好了|好$|了$|下来了?|为|成)|把.{1,12}转(?:给|交|到|达)|会?转(?:达|给|交|办|到)?.{0,10}(?:部门|公司|单位|局|街道|镇里|人社|城管|环保|公安|交警|派出所|消防|中心|研究|处理|核实)|转(?:给|交|到|办)?[^，证人机关]{1,7}(?:所|局|办|公司|部门|单位|中心|街道|镇|队|城管|处理|研究|核查|跟进|核实)$|^(?:好的?|行)的?(?:给您|帮您|马上)?转(?!接|人工|过|钱|账)[^，]{2,6}$|会?转达(?:给|$|您|谢意)|工单|(?:部门|单位|局|街道|工作人员|我们).{0,12}(?:工作日|小时|天|日)(?:之?内).{0,6}(?:答复|回复|联系|处理)|个工作日内(?:答复|回复|联系)|(?:通知|联系)(?:相关|有关|供|燃气|自来水).{0,8}(?:部门|单位|公司|人员|处理|抢修)`,
)
const offering =
  /(?:需要|要不要|是否|用不用|要).{0,10}(?:登记|记录|受理|转|反映)|(?:登记|记录|转|受理)[^，]{0,12}(?:可以吗|好吗|行吗|需要吗|吗)$/
/** What the caller must do elsewhere, and a number of an earlier ticket, raise none. */
const elsewhere =
  /(?:您|你)?(?:可以|需要|要|得)(?:先|自己|直接)?(?:去|到|在|向|拨打|携带|带).{0,14}(?:登记|受理|提交|办理)|(?:工单|受理)(?:编?号|单号)|请(?:您)?记(?:录|一下)|处理中|正在(?:处理|办理)|办理中|在办/
const declined = /(?:不用|不需要|不要|别|不必|无需)(?:再|帮我|给我|麻烦)?(?:登记|记|转|反映|了|$)|算了/

/** True once the seat says that the matter is recorded or passed on, or has taken a number to answer to, at or after a turn. */
export function ticketRaised(hearing: Hearing, since = 0): boolean {
  return hearing.lines
    .slice(since)
    .some((line) =>
      line.speaker === 'seat'
        ? recorded(hearing, line)
        : gaveNumber(line) || gaveName(line) || numberTaken(hearing, line),
    )
}

/** True where a seat's line says that the hotline records or passes on the matter. */
export function recorded(hearing: Hearing, line: Line): boolean {
  const text = spellMatter(line.text)
  if (!recording.test(text) || elsewhere.test(text)) return false
  const answer = nextCitizenLine(hearing, line)
  if (answer !== undefined && declined.test(answer.text)) return false
  return !offering.test(text) || answer?.reply === 'yes'
}

/** A number to call back is asked for and given only where somebody will call back. */
function gaveNumber(line: Line): boolean {
  if (!line.asked.has('phone')) return false
  const refused = /不(?:方便|留|用|需要|想|要|说|给)|(?<!名字|姓名)算了/.test(line.text)
  return (
    !refused &&
    (/[零一二三四五六七八九幺两\d]{3}/.test(line.text) ||
      /这个|来电|打(?:我|这|来)/.test(line.text) ||
      line.reply === 'yes')
  )
}

/** Names are taken down for tickets; a question that is answered needs none. */
const gaveName = (line: Line): boolean =>
  line.asked.has('name') &&
  /姓|叫我|先生|女士|小姐|阿姨|师傅/.test(line.text) &&
  !/不(?:方便|留|用|需要|想|要|说|给)/.test(line.text)

const digits = /[零一二三四五六七八九幺两\d]/g

/** A number that the seat reads back was taken down, however it was asked for. */
function numberTaken(hearing: Hearing, line: Line): boolean {
  const back = hearing.lines[line.index + 1]
  if (back?.speaker !== 'seat' || /查询|拨打|可以打/.test(back.text)) return false
  return countOf(line) >= fewestDigits && countOf(back) >= fewestDigits
}

const fewestDigits = 8
const countOf = (line: Line): number => line.text.match(digits)?.length ?? 0
