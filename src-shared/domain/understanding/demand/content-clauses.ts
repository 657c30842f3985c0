import { flatten } from '../../../text/flat-text.ts'
import type { Evidence } from '../../ticket-fields.ts'
import { type Hearing, type Line, type Topic, topicsOf } from '../hearing/hearing.ts'
import { digitRuns } from '../phone/phone-digits.ts'
import { respell } from '../hearing/respell.ts'

/** A stretch of a caller's words that belongs into the draft. */
export interface Clause {
  readonly words: string
  readonly kind: 'what' | 'since' | 'done'
  readonly line: Line
  /** Place in the call. */
  readonly order: number
  /** How much it tells of the matter. */
  readonly weight: number
}

const greeting =
  /^(?:喂+|哎+|[欸诶唉啊呀哟哦噢嗯呃嘞]+|您好|你好|同志|领导好?|靓女|小姐|姑娘|新年好|早晨|早上好|(?:我)(?=我)|那个|就是说?|这个|然后|(?:对(?!面|门|着|方|于))+|是的?|没错|好的?|行|是得|系(?=啊|，)|其实|反正|而且|我说一下|是这样的?|我(?:跟|根|同)你(?:说|讲)|(?:我|我们)?(?:就是)?(?:想|要|来)?(?:反映|说|投诉|举报|头诉|咨询|问|表扬|感谢|提)(?:一下|一个|个|一件|下)?(?:问题|情况|事情?|一下|意见|建议)?(?:的是|就是)?|请问(?:一下)?|帮我(?:登记|反映)(?:一下)?|不好意思|我?不知道归不归你们管)+/
const feeling =
  /气死我?了?|烦死(?:我|了)*|累死了?|吓死我?了?|恶心死了?|急死我?了?|太过分了?|太(?:气人|可恶|缺德|不像话|恐怖|离谱|黑)了?|简直(?:是)?|真是的?|真的?(?:是)?(?=太|很|没)|你们?到底管不管|到底管不管|什么玩意儿?|黑心的?|无良的?|缺德的?|奸商|王八蛋|混蛋|垃圾公司|流氓|不要脸|他妈的?|妈的|受不了了?|忍无可忍|岂有此理|天塌了|跟抢(?:劫|钱)一样|你(?:敢信|说气不气人|说(?:这)?(?:怎么|像话吗).*)|气不气人|我要爆炸了?|血压都要爆了?|要(?:出人命|死)[啦了]?|救命啊?|哈哈+|嘻+/g
const filler =
  /就是说|那个什么|怎么说呢|你知道吗|知道吧|我跟你讲|反正就是|(?<=.)(?:嘛|呗|啦|咯|啊|呀|呢|吧|哦|哈)(?=$|，)/g
/** What answers a slot, says goodbye or speaks of the call itself. */
const aside =
  /^(?:我?(?:免贵)?姓.{1,8}|我?叫.{2,4}|免贵.*|不客气.*|(?:不用|没有|没了|应该的|因该|谢谢|再见|可以|需要|不需要|多谢|辛苦|拜拜|行|好)+.{0,6}|就?(?:是|用|打|留)?(?:这个|呢个)(?:号码?|电话)?.{0,6}|.{0,4}(?:电话|手机号?)(?:是|就|也|不).*|.{1,3}(?:字旁|草头|木子|双木|三点水).*)$/
const apart =
  /派人来|快点(?:来|派|叫|给)|^(?:就|那)?(?:把|叫|让|要求|希望|建议).{0,16}(?:退|赔|修|拆|清|道歉|停|搬|挪)|粤[A-Z]|姓.{1,6}|幺妹|保密|匿名|别(?:说|让|跟|根|告诉).{0,8}(?:我|知道)|不要(?:透露|告诉|说是我)|透露|谁(?:打|反映)的|留(?:我|这个|电话|号码)|打(?:这个|我)|听得到|信号|回访|实名|(?:希望|要求|麻烦|请)你们|诉求|叫(?:他们|你们|物业|人)|[赶尽](?:紧|快)|(?:退|赔|还)给我.{0,4}(?:就|行|好)|谢谢|你们?.{0,4}(?:帮|管|处理)|^(?:怎么办|什么|为什么|怎么|凭什么)/
const done =
  /(?:找|跟|根|向|和|同|打|报|联系|问|反映|投诉|沟通|交涉|说|催|谈|报修|报警|协商).{0,10}(?:过|了|勒).{0,14}|(?:物业|商家|店家|客服|警察|城管|房东|老板|经理|平台|公司|派出所|店员|他们|管家|银行|学校|医院)[^，]{0,6}(?:说|话|不理|不管|不承认|拒绝|让我|叫我|打个)|(?:已经|都)(?:报警|报修|投诉|反映)|没人(?:理|管|处理)/
const since =
  /(?:从|打).{1,12}(?:开始|起|到现在)|[一二两三四五六七八九十几半多]+(?:个)?(?:天|月|年|小时|钟头|星期|礼拜|周|晚)(?:了|勒|啦|都)|一直(?:到|都)?|每(?:天|晚|次|年|周|个?月)|天天|到现(?:在|再)|经常|好几次|以来|上(?:个?星期|周|个?月|礼拜).{0,6}(?:开始|就)/
const telling =
  /坏|漏|停|噪|吵|没|欠|退|修|脏|臭|堵|占|违|堆|扰|影响|收|骗|扣|丢|偷|断|倒|塌|冒|烟|火|水|电|气|困|伤|摔|晕|卖|开|装|建|排|赔|过期|发现|投诉|举报|不(?:给|肯|退|让|理|发|管|办|能|亮|动|承认)|怎么|如何|什么|多少|哪|能不能|是不是|可以|应该|建议|增|加|延长|帮|扶|送|表扬|感谢|找不到|要/
const digitsOfPerson = /[零一二三四五六七八九幺两\d]{7,}/
const least = 5

/** The first words of a call tell of its matter, however they are put. */
const firstTurns = 4
const leastOfFirst = 8
/** An answer to the question for a place is shorter, unless it tells on. */
const longestPlace = 22

/** The clauses of the caller's words that tell of the matter, in the order of the call; `placed` are the words of its address. */
export function clausesOf(hearing: Hearing, placed: readonly Evidence[]): readonly Clause[] {
  const found = hearing.lines
    .filter((line) => line.speaker === 'citizen' && tellsOfMatter(hearing, line))
    .flatMap((line) => partsOf(line).map((part) => ({ line, words: cleaned(part) })))
    .filter(({ words }) => words.length >= least && !aside.test(words) && !apart.test(words))
    .filter(({ line, words }) => !digitsOfPerson.test(words) && !onlyPlace(hearing, line, words, placed))
    .filter(
      ({ line, words }) =>
        telling.test(words) ||
        (line.index < firstTurns && words.length >= leastOfFirst && line.asked.size === 0),
    )
  const first = found[0]?.line
  return found
    .filter(({ words }, index) => !found.slice(0, index).some((earlier) => earlier.words.includes(words)))
    .map(({ line, words }, order) => {
      const kind = kindOf(line, words)
      return {
        line,
        words,
        kind: line === first ? 'what' : kind,
        order,
        weight: weightOf(line, words, first),
      }
    })
}

/** What is left of the words without the address is too little to tell of anything. */
function onlyPlace(hearing: Hearing, line: Line, words: string, placed: readonly Evidence[]): boolean {
  const own = placed.filter((evidence) => evidence.turn === line.index)
  const rest = own.reduce((left, { quote }) => left.replace(flatten(quote).text, ''), words)
  if (own.length > 0 && rest.length < leastOfFirst) return true
  const asked = askedJustNow(hearing, line)
  return (asked.has('address') || asked.has('number')) && words.length < longestPlace
}

/** What the seat's line just before asks for. */
function askedJustNow(hearing: Hearing, line: Line): ReadonlySet<Topic> {
  const before = hearing.lines[line.index - 1]
  return before?.speaker === 'seat' ? topicsOf(before.text) : new Set()
}

/** Names, numbers and wishes have fields of their own. */
function tellsOfMatter(hearing: Hearing, line: Line): boolean {
  if (digitRuns(line).some((run) => run.digits.length >= 5)) return false
  const asked = askedJustNow(hearing, line)
  const slots = ['name', 'phone', 'home', 'confidential', 'anonymous', 'demand'] as const
  return asked.has('time') || asked.has('since') || !slots.some((slot) => asked.has(slot))
}

function partsOf(line: Line): readonly string[] {
  const text = respell(line.text)
  const parts: string[] = []
  let from = 0
  for (let at = 1; at < text.length; at++)
    if (line.breaks.has(at)) {
      parts.push(text.slice(from, at))
      from = at
    }
  return [...parts, text.slice(from)]
}

/** Words without greeting, feelings and fillers. */
export function cleaned(words: string): string {
  return words
    .replace(greeting, '')
    .replace(feeling, '')
    .replace(filler, '')
    .replace(/^[，的了]+|，+$/g, '')
    .replace(/，{2,}/g, '，')
}

function kindOf(line: Line, words: string): Clause['kind'] {
  if (done.test(words)) return 'done'
  return line.asked.has('since') || (since.test(words) && words.length <= 20) ? 'since' : 'what'
}

/** What comes first tells most, then what has more to tell of the matter. */
function weightOf(line: Line, words: string, first: Line | undefined): number {
  const hits = words.match(new RegExp(telling.source, 'g'))?.length ?? 0
  return (
    (line === first ? 6 : 0) + Math.min(hits, 4) + (done.test(words) ? 1.5 : 0) + (since.test(words) ? 1 : 0)
  )
}
