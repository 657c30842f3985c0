import { assents, refuses } from '../hearing/assent.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { isWorkedOut } from './sum-arithmetic.ts'
import { isClaim, type Sum, sumsIn } from './sums.ts'

/** What a seat's line is about when it tells the sum that is demanded: 退, 还差, 登记. */
const ofClaim =
  /退|赔|补(?:偿|发|给|回)|返还|还[差欠]|差(?:额|价)|剩|少[给发付算找]|多[了收扣出交付算]|追|要求|诉求|主张|登记|就?[写记](?!得)|改|承担|支付|乘|[减加](?!盟|班|入|油)|投诉|争议/
/** A sum that was paid, agreed to be kept back, or offered, is not what is demanded. */
const ofOther =
  /(?<![多少乱])(?:付|交|花|收|充|押金是?|原价|报价|价值|同意扣|扣除?|[他她]们?(?:只|已经?|愿意|答应)*(?:退|赔|补|给)了?|(?:只|才|已经?|愿意|答应)(?:退|赔|补|给)了?)(?:了|您|的)*$/
const demands =
  /少[给发算付]?[零一二两三四五六七八九十百千万]|多[收扣算]|[欠差]|(?:退|赔|补|还)(?:给|还|偿|回)?我|(?:也|都|要|得)(?:要|得)?(?:退|赔)/
/** 您的诉求是, behind what was told: asked, and nothing of it. */
const openQuestion = /(?:那|请问)?(?:您|你)?的?(?:具体)?(?:诉求|要求|希望)(?:是|呢|什么|是什么)*$/
/** 我那一半, 剩九个月的: a share, which the seat then works out. */
const share =
  /剩|一半|对半|平分|[一二两三四五六七八九]成|[一二两三四五六七八九半]折|没[用上住]的|按(?:天|月|比例|次)/
/** What makes a statement a record, which stands unless it is objected to: 好的, 登记, 那就是. */
const recorded =
  /^(?:好|行|嗯|明白|那|就是|也就是|所以|合计|总共|一共|退|赔|补|还|记|写|按|以|只)|登记|记下|记录|诉求|要求|改/
/** 怎么称呼, behind the sum: the seat goes on to something else. */
const asksOn =
  /称呼|贵姓|姓名|电话|号码|联系|什么时候|哪[天个一家月里]|几[号点月]|地址|有吗|吗$|呢$|今天|单号/
/** 退了的, to 要求退五百元: it was had back. */
const hadBack =
  /^(?:啊|哦|嗯|不是|那个)*(?:已经|都|早就|后来|他)*(?:退|赔|还|给|补)(?:给我|回来)?(?:了|过)(?!一半|[零一二两三四五六七八九十])/
/** 嗯不过, 其实, 等一下: what follows puts the sum right. */
const reopens = /^(?:啊|哦|嗯|对|是的?|哎|唉|诶)*(?:可是|但是?|不过|后来|其实|等等|等一?下|算了|还是)/

/** 还有高温补贴: who adds to it lets it stand. */
const goesOn = /^(?:啊|哦|嗯)*(?:还有|另外|再就是|而且)/

/** The sum that the seat puts down as what is demanded, where the citizen lets it stand: 那还差一千一百元, 嗯. */
export function agreedSum(hearing: Hearing, line: Line): Sum | undefined {
  const sum = line.speaker === 'seat' ? statedIn(line) : undefined
  if (sum === undefined || !isDemanded(hearing, line, sum)) return undefined
  return letsStand(hearing, line, sum) ? sum : undefined
}

/** The one sum of a line, or what the others come to: 八节乘三百是两千四百元. */
function statedIn(line: Line): Sum | undefined {
  const sums = sumsIn(line, true).filter(({ role, approximate }) => role !== 'undisputed' && !approximate)
  const last = sums.at(-1)
  if (last === undefined || line.text.includes('还是')) return undefined
  // 六千二乘十七: what is worked on, and not what it comes to.
  if (/^(?:块钱?|元)?[乘加减除]/.test(line.text.slice(last.end))) return undefined
  const before = line.text.slice(0, last.start)
  const comesTo = /(?:是|等于|得|共|合计|总共|[加合]起来|还[差欠剩])$/.test(before)
  return sums.length === 1 || comesTo || isWorkedOut(last, sums) ? last : undefined
}

/** Whether a seat's sum is told as the claim, by its own words or by those that it repeats. */
function isDemanded(hearing: Hearing, line: Line, sum: Sum): boolean {
  if (ofOther.test(line.text.slice(0, sum.start))) return false
  if (ofClaim.test(line.text.replace(openQuestion, ''))) return true
  const [told, answer] = [hearing.lines[line.index - 1], hearing.lines[line.index + 1]]
  if (answer?.speaker === 'citizen' && claims(answer, sum)) return true
  if (told?.speaker !== 'citizen') return false
  // 合计三百七十四块二, to 医药费赔给我水果钱也退.
  if (/合计|一共|总共|共|[加合]起来|^(?:那|也)?就是/.test(line.text) && demands.test(told.text)) return true
  // 就是两千七, to 剩九个月的要退.
  if (/(?:是|共|等于|得|合计?)$/.test(line.text.slice(0, sum.start)) && share.test(told.text + line.text))
    return true
  const isAlone = line.text.length - (sum.end - sum.start) <= 2
  return (isAlone && /不是|不对|错/.test(told.text)) || claims(told, sum)
}

/** 对四百给补上, to 四个月共四百 */
const claims = (said: Line, { value }: Sum): boolean =>
  sumsIn(said, true).some(
    (other) => other.value === value && (isClaim(other) || other.settles || other.corrects),
  )

function letsStand(hearing: Hearing, line: Line, sum: Sum): boolean {
  const answer = hearing.lines[line.index + 1]
  if (answer?.speaker !== 'citizen') return recorded.test(line.text) && wasTold(hearing, sum)
  if (refuses(answer) || answer.reply === 'no' || hadBack.test(answer.text)) return false
  const answered = sumsIn(answer, true).filter(({ givenUp }) => !givenUp)
  if (answered.some(({ value }) => value === sum.value)) return true
  if (answered.some((other) => isClaim(other) || other.settles || other.corrects)) return false
  if (reopens.test(answer.text)) return false
  if (answered.length > 0 && answer.reply !== 'yes') return false
  return (
    assents(answer) ||
    answer.source.startsWith('嗯') ||
    goesOn.test(answer.text) ||
    /^(?:差不多|就?是?这(?:个数|么多|些))/.test(answer.text) ||
    (recorded.test(line.text) && (wasTold(hearing, sum) || asksOn.test(line.text.slice(sum.end))))
  )
}

/** Whether the citizen told a sum before the seat did. */
function wasTold({ lines }: Hearing, { line, value }: Sum): boolean {
  return lines
    .slice(0, line.index)
    .some((other) => other.speaker === 'citizen' && sumsIn(other, true).some((told) => told.value === value))
}
