import type { HeardValue } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { anonymousWish } from './anonymity.ts'
import { promisedBySeat } from './promised-secrecy.ts'
import { answerTo, lastWish, spoken } from './secrecy-wish.ts'

const forbid =
  '(?:(?<!要)不要|不用|咪|别(?![的人家墅处样])|莫|甭|不能|不可以|不可|不许|不想|不希望|不愿意?|不敢|不准|唔好|唔想|不得|勿|不好(?=给|让|叫|被|跟|[说话讲](?:是|出)))'

const others =
  '(?:他|她|人家|别人|对方|老板|物业|公司|单位|学校|领导|房东|店|里头|里面|厂|村|邻居|街坊|商家|经理|老师|医院|村里|队里|班主任|包工头|工头|主管|经理|那边|任何人)'

/** How somebody comes to know who it was. */
const learns =
  '(?:[知之]道|晓得|发现|看到|看见|听到|察觉|(?:认|看|听|查|猜|问|找|打听)(?:得|不)?(?:出来?|到)|怀疑|联想|摸到|摸清|追查?到|对上号|对号入座)'

/** Whose deed it was: 谁打的, 哪家投诉的, 楼下的人反映的. */
const deed = '(?:打|投诉|举报|反映|讲|说|报|告|提|爆料|捅)(?:的|出去)'

const notOthersAsked =
  '(?<!不用|不需要|无需|没必要|不必|不|要不要|需要|您的信息我们会|(?:他|她|朋友|人家|对方).{0,6})'

/** 别让家里人知道: they are no other party. */
const atHome = '(?:咱|小孩|孩子|老人|家里|家人|爸|妈|老[公婆妈爸豆伴])'

/** What must not be told, to whom: words that ask for secrecy by themselves. */
const confidentialAsked = new RegExp(
  [
    `${notOthersAsked}保.{0,2}密(?!.{0,3}(?:什么意思|是什么)|结果|却|又泄|协议|合同|条款|费|制度|工作|局|单位)`,
    `${forbid}[^，]{0,4}?(?:告诉|告知|跟|和|同|给|让|被|叫)(?!我|你|${atHome}).{0,8}?(?:${learns}|(?:(?<!还)是|说|讲|提|反映|投诉|举报).{0,3}我|是谁|我(?:说|讲|反映|打|举报|投诉))`,
    `${forbid}[^，]{0,3}?(?:透露|泄露|泄漏|公布|(?<!是|可以|能)公开|暴露|出卖|供出|捅出|漏).{0,8}?`,
    `${forbid}[^，]{0,3}?(?:说|讲|(?<!一)提|(?<![登见海申日预])报|传|漏)(?:是(?!哪(?:一?[个家所间])?(?:小区|村|店|楼|栋|地方|公司|单位|学校|平台|医院)|什么|几|多少|啥|在)|出去|出来|我|谁|到我|起我|[到去](?:村|厂|公司|单位|学校|他们?|外面)).{0,4}`,
    `${forbid}[^，]{0,3}?(?:把|将)我.{0,8}(?:说|讲|告诉|供|卖|给|透|报|漏|泄|写)`,
    `${forbid}[^，]{0,2}${others}[^，不]{0,4}?${learns}[^，]{0,3}(?:我|谁|哪)`,
    `${forbid}[^，]{0,3}?(?:说|讲|话|提)[^，]{1,10}${deed}`,
    `${forbid}[^，]{0,2}(?:名字|姓名|电话|号码|手机号?|信息|门牌号?|房号|身份)[^，]{0,4}(?:告[诉知]|透露|泄露|公开|转|[给发念](?!我|您|你|错))`,
    `(?<![他她们司板业])(?:答应|保证|确保|承诺|麻烦|拜托)(?:我|你们?)*(?:不会?|别)[^，]{0,2}(?:告[诉知]|透露|泄露|公开|说出去|跟${others})`,
    `(?:保证|确保|千万|一定)[^，]{0,4}${others}[^，]{0,3}(?:查|猜|认|看|听)不(?:到|出)`,
    `(?:你们?|您|来|去|查)[^，他她]{0,6}${forbid}(?:再|来|上来)*(?:敲|拍|按)我家?的?门(?!诊|店)`,
    '(?:就|随便)(?:你们?)?(?:说|讲|当)是?个?(?:路过|过路)',
    `${forbid}.{0,3}告[诉知](?:了|那个?|这个?|我们?|你们)*${others}`,
    `(?:名字|姓名|身份|信息|电话|号码|资料).{0,6}${forbid}.{0,3}(?:(?:告诉|给(?!你|您|我)|让)(?!我?${atHome})|透露|泄露|公布|公开|说出去|传|漏)`,
    `${forbid}.{0,4}(?:牵扯|扯上|扯到我|连累|外传|外泄|提有人|说有人|露面)|保护.{0,6}(?:隐私|信息|身份)|(?:就说|当作?|装作).{0,8}(?:例行|抽查|没.{0,4}打过|你们自己)`,
    '(?:帮我|替我).{0,2}(?:瞒|捂|遮|保守)|问.{0,4}谁.{0,8}(?:不能|别|不要)(?:讲|说)',
    `${forbid}往外(?:说|讲|传|漏)|(?:名字|姓名)[^，]{0,6}${forbid}露`,
    '(?:就|只能?|只有)你们(?:自己|内部)?知道|(?:信息|名字|姓名|电话|号码|我是谁)[^，]{0,4}你们(?:自己|内部)?知道就',
    '(?:对外|对他们|对方).{0,4}(?:别|不要)(?:说|提|讲)',
  ].join('|'),
)

/** What the caller fears: a reason for secrecy, unless it is given for leaving no name. */
const feared = new RegExp(
  [
    '得罪人',
    '(?:别|不要|不能|千万)[^，]{0,12}知道是(?:我|谁)',
    '(?<!不)(?:怕|担心|害怕|免得|省得|不然|要不|以免)[^，]{0,8}(?:报复|抱负|报负|穿小鞋|打击|针对我|找我(?:的)?(?:麻烦|算账)|为难|刁难|记恨|炒(?:我|掉)|开除我|得罪|脸色)',
    '(?:讲|说|传|捅|漏|露)出去[^，]{0,12}(?:被|挨|遭|完|惨|[砸打骂整搞赶烧]我|麻烦|没法|待不|混不|过不)',
    '是我[^，]{0,2}(?:通风报信|告[密状]|打小报告|捅)',
    '(?<!不)(?:知道|晓得|发现)了?我?就?[^，不]{0,4}(?:[干待混做]不下去|没法(?:做|混|待|住)|饭碗|没好日子|死定)',
    '会被?.{0,3}(?:报复|抱负|穿小鞋|针对|打击|刁难)',
    '(?<!不)(?:知道|晓得)了?.{0,4}(?:会|要|肯定|就)?(?:报复|抱负|炒|吵我|开除|针对|为难|刁难|打我|整我|穿小鞋|找我)',
    '(?:知道|晓得|看出|发现)了?是我[^，]{0,4}(?:会|要|肯定|就)(?!.{0,2}[吗嘛])',
    '(?:知道|晓得|看出|发现)(?:是|到是)(?:我|谁)(?:说|讲|举报|投诉|反映|打).{0,2}',
  ].join('|'),
)

const confidentialDeclined =
  /保密(?:干什么|做什么|干嘛|干啥)|保密(就|这个|那个?|也|倒|的话|嘛)*(不用|不需要|无需|没必要|不必|免了|算了)|(不用|不需要|无需|不必|没必要|(?<!要)不)[保秘]密|保不保密|(?:就是要|偏要|巴不得|不怕|不在乎)(?:让|叫|给)?(?:他们?|她们?|对方|老板|物业)(?:都|也)?(?:知道|晓得)|(?:透露|公开|知道)(?:了|也|都|就)*(?:没关系|没事|无所谓|不要紧|没问题)|(?<!不)可以(公开|告诉(?![你您]))|(无所谓|随便).{0,6}(保密|知道)/

/** Somebody orders it, or threatens. */
const ordered =
  /(他|她|们|老板|公司|经理|领导|物业|主管|对方|房东|中介)(还|就|又|都|一直)*(叫|让|要求|要|不准|警告|威胁|吩咐|恐吓|交代|嘱咐)(我|我们|大家|工人|员工|人)?说?$/

const filedConfidentially = /保密(?!吗|吧|呢|还是|可以|.{0,2}(吗|吧))/

const plainlyNeedless = /^(?:不用|不需要|不必|没必要|无所谓)(?:了|啊|的|保密)*(?=我|他|她|反正|都|$)/

/** 保密: the other party must not learn who called. Declined, or taken back, it is not asked for: the field stays empty. */
export function hearConfidential(heard: Hearing): HeardValue<boolean> | undefined {
  const hearing = asMeant(heard)
  const wished = lastWish(hearing, (line, text) => {
    const answer = answerTo(hearing, line, 'confidential')
    // 不用我跟他吵过了他知道: what follows a plain no gives its reason.
    if (answer?.value === false && plainlyNeedless.test(text)) return answer
    const declined = confidentialDeclined.exec(text)
    const afraid = anonymousWish(text) === undefined && !filesNothing(hearing) ? feared.exec(text) : null
    const match = declined ?? asksSecrecy(text) ?? afraid
    if (match !== null) return spoken(hearing, line, declined === null, match, 'confidential')
    return answer ?? promised(hearing, line)
  })
  return wished?.value === false ? undefined : (wished ?? promisedBySeat(hearing))
}

/** 那就不登记了: what was feared is told of no ticket. */
const filesNothing = ({ lines }: Hearing): boolean =>
  /(?:不用?|先不|别)(?:给您|帮您|要)?登记?(?:了|$)/.test(
    spellMatter(lines.findLast(({ speaker, text }) => speaker === 'seat' && text.includes('登'))?.text ?? ''),
  )

/** Words that ask for secrecy, unless somebody else's order is told by them: 老板叫我们不要告诉别人. */
function asksSecrecy(text: string): RegExpExecArray | null {
  const match = confidentialAsked.exec(text)
  return match !== null && ordered.test(text.slice(0, match.index)) ? null : match
}

/** The seat promises 保密 in answer to a caller who fears to be known. */
function promised(hearing: Hearing, line: Line): HeardValue<boolean> | undefined {
  const answer = hearing.lines[line.index + 1]
  if (answer?.speaker !== 'seat' || !filedConfidentially.test(spellMatter(answer.text))) return undefined
  if (!/怕|担心|不要|别|不能|不可以|不准|不想|不敢|得罪|出去/.test(line.text)) return undefined
  return heardValue(true, [cite(line, 0, line.text.length, 0.85)])
}
