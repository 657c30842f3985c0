import { wordsFrom } from './demand-line.ts'
import { withoutSecrecy } from './demand-secrecy.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

interface Told {
  readonly value: string
  readonly line: Line
  readonly start: number
  readonly confidence: number
}

const praising =
  /(?:表扬|感谢|多谢|点赞|夸一?夸|夸奖|夸(?=一?[下哈]))(?!(?:信|稿)?(?:也行|给)|不表扬)(?:一?[下哈]|的是|就是|对象是|一个|一位|那个|那位|我们|你们(?!这|那)|你们这?那?个?)*/g
const nobody =
  /^(?:给[她他]们?|我(?!们)|你别|人|他们?|她|你们?|您|人家|的|了|表扬|电话|一?下|需要|是不是|转|登记|工单)/
const reporting = /(?:举报|投诉)(?:还是(?:举报|投诉)|[啊呀吧]|就是|一?下|的是|就是|一个|一家|那个|这个|我们)*/
const tail = /(?:对吗|是吗|是吧|对吧|对不对|可以吗|吗|吧|啊|呀|了|呢|嘛|一?下)+$/
const tellsOn =
  /(?<=.{3})(?:已经?|登记|帮|给|他们?|她|(?<![让叫给骗要逼害欠扣][啊呀]?)我|上次|昨天|前天|那天|因为|下来|真的|特别|非常|不过|但是|还有|然后)/
const longest = 28

/** 表扬…: whom the caller praises; the seat's words for it, where the caller agrees, are the fuller ones. */
export function hearPraise(hearing: Hearing): Told | undefined {
  const named = hearing.lines.flatMap((line) => praisedIn(hearing, line))
  const said = named.findLast(({ line }) => line.speaker === 'seat') ?? longestOf(named)
  const best = said === undefined || nobodyInParticular.test(said.value) ? (whoDidIt(hearing) ?? said) : said
  if (best === undefined) return undefined
  const rewarded = hearing.lines.find(
    (line) =>
      line.speaker === 'citizen' &&
      /(?:奖励|嘉奖|[发给跟][^，]{0,3}奖|奖状|评[^，]{0,2}先进|记[^，]{0,2}功|加[^，]{0,2}工资)(?!了|过)/.test(
        wishText(line.text),
      ),
  )
  const whole = withMerit(hearing, best)
  return rewarded === undefined ? whole : { ...whole, value: `${whole.value}，给予奖励` }
}

const merits = /(?<![不没])(?:耐心|热心|负责任?|认真|细心|周到|拾金不昧|见义勇为)/
/** 他帮我填表很耐心: what for, in a word. */
function withMerit(hearing: Hearing, praise: Told): Told {
  const merit = hearing.lines
    .map(({ speaker, text }) => (speaker === 'citizen' ? merits.exec(text)?.[0] : undefined))
    .find((word) => word !== undefined)
  return merit === undefined || merits.test(praise.value)
    ? praise
    : { ...praise, value: `${praise.value}，服务${merit}`.replace(/服务(?=拾金|见义)/, '') }
}

/** 表扬两个人, 表扬这位工作人员: who they are was told, or is told later. */
const nobodyInParticular =
  /^表扬(?:的?是?[一两二三几]?[个位]?(?:好心|热心)?(?:人|同志|单位|事|好人好事)|(?:这|那|这里|那里)?[几两一]?[个位]?(?:的)?(?:工作人员|同志|人|师傅|小伙子?|姑娘)|[这那]件事|好人好事|能?转达|.?)$/
const role =
  /公交司机|保洁(?:员|阿姨|大姐)?|出租车司机|司机|护士|医生|医护人员|老师|民警|警察|交警|辅警|消防员|环卫工人?|清洁工|保安|社工|网格员|乘务员|站务员|护工|义工|志愿者|导游|书记|主任|快递员|快递小哥|外卖员|骑手|收费员|店员|服务员|营业员|维修师傅|师傅|窗口的?(?:工作人员|同志|姑娘|小伙子?)|工作人员|志愿队|医生护士|大堂经理|经理|值班员|职员|员工|同志|小伙子?|姑娘|阿姨|大姐|大哥/
const body =
  /[^，我你们他她就在去到给帮的了是有啊啦呀]{2,9}(?<!排|带)(?:街道办|居委会?|派出所|交警大队|大队|社区|医院|学校|幼儿园|小学|中学|公司|中心|银行|超市|酒店|车站|地铁站|市场监管局|[税人教公]\S{0,3}局|局|所|站|队|馆|村委)/

/** Whom the caller tells of: the body and the work of the one who helped. */
function whoDidIt(hearing: Hearing): Told | undefined {
  const told = hearing.lines.filter(({ speaker }) => speaker === 'citizen')
  for (const line of told) {
    const text = wishText(line.text)
    const helper = role.exec(text)
    if (helper === null) continue
    const before = told
      .filter(({ index }) => index <= line.index)
      .map((other) => body.exec(wishText(other.text))?.[0])
      .findLast((name) => name !== undefined)
    const name = before?.replace(/^(?:昨天|今天|上午|下午|前天|那个|这个|一个|事|是|三号|号)+/, '') ?? ''
    return { value: `表扬${name}${helper[0]}`, line, start: helper.index, confidence: 0.7 }
  }
  return undefined
}

function longestOf(named: readonly Told[]): Told | undefined {
  return named.reduce<Told | undefined>(
    (best, each) => (best === undefined || each.value.length > best.value.length ? each : best),
    undefined,
  )
}

/** 三号窗口的工作人员服务特别好，我要表扬: who it is comes first. */
const praisedBefore =
  /^(?:喂|你好|您好|就是|那个|啊|我觉得|我说)*([^我你，]{3,20}?)(?:的?(?:服务|态度|技术)|特别|非常|真的?|很|太|人)[^，]{0,12}，?(?:我)?(?:就)?(?:要|想|来|打电话来)+(?:表扬|点赞|感谢)(?:一?下)?(?:他们?|她们?)?$/

function praisedIn(hearing: Hearing, line: Line): readonly Told[] {
  if (line.speaker === 'seat' && !agreed(hearing, line)) return []
  const text = wishText(line.text)
  const liked = line.speaker === 'citizen' ? /给(.{2,14}?)点个?赞/.exec(text) : null
  if (liked !== null) return [{ value: `表扬${liked[1] ?? ''}`, line, start: liked.index, confidence: 0.85 }]
  const before = line.speaker === 'citizen' ? praisedBefore.exec(text)?.[1] : undefined
  if (before !== undefined) return [{ value: `表扬${before}`, line, start: 0, confidence: 0.8 }]
  return [...text.matchAll(praising)].flatMap((match): Told[] => {
    const start = match.index + match[0].length
    const words = told(wordsFrom(line, start, text))
    if (words.length < 2 || nobody.test(words)) return []
    return [{ value: `表扬${words}`, line, start: match.index, confidence: 0.85 }]
  })
}

/** Thanks for what was taken down agree with it. */
function agreed(hearing: Hearing, line: Line): boolean {
  const reply = nextCitizenLine(hearing, line)
  return reply?.reply === 'yes' || (/登记|记录|转达/.test(line.text) && (reply?.text ?? '').includes('谢'))
}

function told(words: string): string {
  const [first = ''] = words.split('，')
  const stop = first.search(tellsOn)
  return (stop < 0 ? first : first.slice(0, stop)).replace(tail, '').slice(0, longest)
}

/** 举报…: what is reported, as the caller first put it, and that it be looked into where the seat takes it so. */
export function hearReported(hearing: Hearing): Told | undefined {
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const text = wishText(line.text)
    const match = reporting.exec(text)
    if (match === null) continue
    const start = match.index + match[0].length
    const words = told(withoutSecrecy(wordsFrom(line, start, text)))
    if (words.length < 4 || nobody.test(words)) continue
    return { value: `举报${words}，要求查处`, line, start: match.index, confidence: 0.75 }
  }
  return undefined
}
