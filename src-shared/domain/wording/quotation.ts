import { spansOf, type HeardText, type Span } from './heard-text.ts'

/**
 * Where a seat's turn gives somebody else's words: quoted (他说…, "您说他骂你滚"), read back from the ticket, or denied
 * (我没有说…). Nothing in such a span is the seat's own voice. Recognised text has no quotation marks, so a report reaches
 * to the end of its sentence or to the words with which seats speak for themselves again. What the citizen has just said is his
 * where the seat takes it down or asks whether it is right (记了 你滚出去 是当着全班说的吗).
 */
export function findQuotations(heard: HeardText, citizenSaid: readonly HeardText[] = []): readonly Span[] {
  const reports = reportOpenings.flatMap((opening) => spansOf(opening, heard.text))
  return [
    ...markedQuotations(heard),
    ...wordsRepeated(citizenSaid, heard),
    ...spansOf(namedAfterwards, heard.text),
    ...reports.map(({ end }) => ({ start: end, end: reportEnd(heard.text, end) })),
  ].filter((span) => span.end > span.start)
}

/** 说 that opens no report: idioms (再说, 说明), manner (慢慢说) and the seat's own telling (我跟您说). */
const say =
  '(?<![快慢请再听按么好难别用要先来接直就以完跟给我们咱没话该能还有不实按虽据如俗细照])说(?!明|法|话|服|清|完|吧|呢|重|快|慢|一[下遍句]|不[准定清好]|得|说|实话|白|什么|了算|谎|到|句|具体|详细|到底|几|去)'

const otherSpeaker =
  '(?:[他她它]们?|对方|人家|有人|别人|谁|方|司|局|部|处|所|院|站|台|室|中心|老板|邻居|物业|司机|商家|店家|客服|人员|师傅|房东|中介|医生|护士|老师|校长|领导|村干部|保安|员|主任|经理|队长|那边|街道|社区|居委|村委|单位|商|厂|店|公告|通知|文件|短信|前台|窗口|楼上|楼下|家属|老人|孩子)'

const reportOpenings = [
  new RegExp(`${otherSpeaker}[^\\n我]{0,8}?${say}(?:的是|的|了|过|是|道|着)?`, 'gu'),
  /(?:[他她]们?|对方|人家|有人|人员|师傅|老板|物业|员|司机|邻居|保安|客服|老师|医生|领导)[^\n我]{0,6}?(?:骂|喊|吼|嚷|威胁|训斥|回复|答复|告诉|表示|声称|推脱|推说|回应|叫|让)(?!了?我们)[您你]?(?:说|道|了|的是|的话是)?/gu,
  /(?<![跟和对给同信听照])[您你](?:刚才|刚刚|前面|之前|上次|昨天|一开始|是|主要|也|现在|刚|来电|这边|这次|是想){0,3}(?:说|讲|提到|表示|反映|投诉|举报)(?:的|过)?(?:是|就是)?(?!明|法|话|吧|呢|什么|一[下遍]|清|慢|重点|快|得|不|完|[你您]|了算|的问题|的情况|的事|的诉求|的内容)/gu,
  /[您你]的(?:意思|诉求|问题|情况|投诉)(?:主要|就|也)?(?:是|为)(?!什么|不是)/gu,
  /原话(?:就|说的)?是|(?<!我)讲的(?:话)?是/gu,
  /(?:复述|重复|核对|确认|念|读)一(?:下|遍)(?!.{0,2}(?:地址|电话|号码))/gu,
  /(?:工单|记录|登记|内容|标题)(?:里|上|中)?(?:的)?(?:内容)?(?:写着|写的是|是这样|写的|写)/gu,
  /我(?:们|这边)?(?:并|也|可|从来|绝|绝对)?(?:没有?|不会|不能|不是|不应该|不可以)(?:要|在)?(?:跟|对|和|给)?[您你]?(?:说|讲|让|叫|骂|催|怪|质疑|责怪|指责)(?!过|了|得|清|明|吗|几)[您你]?/gu,
  /(?:不是|没有|并非)(?:要|在)?(?:怪|责怪|指责|质疑|催|为难)[您你]?/gu,
]

/** Words that are said to be somebody's only after them: 滚这个字, 爱找谁找谁是他原话吗, 有本事投诉去也写上. */
const namedAfterwards =
  /[^\n]{1,14}?(?=(?<![识认懂会写念读看])这(?:[一二三四五六七八九两几]|几)?个字|这(?:句话?|话)(?:是|有|他|她|我|也|给[您你]|记|写)|是(?:[他她]们?|对方|店家|老板|保安|司机)?的?原话|也(?:给[您你])?(?:一并)?(?:记|写|登记)(?:录)?(?:进|上|下|了))/gu

const takesDown = /[说讲写记录念]|意思|对吗|对吧|是吗|是不是|听到/u
const callsItWords = /原话|引号|[这那第两][一二三两]?句|这话/u
/** In characters: shorter runs are said again by chance, or in mockery. */
const leastRepeated = { takenDown: 6, calledWords: 4 }

/** The runs of a turn that the citizen has said in the very words, where the seat takes them down. */
function wordsRepeated(citizenSaid: readonly HeardText[], { text }: HeardText): readonly Span[] {
  if (callsItWords.test(text)) return runsSaid(citizenSaid, text, leastRepeated.calledWords)
  return takesDown.test(text) ? runsSaid(citizenSaid, text, leastRepeated.takenDown) : []
}

function runsSaid(citizenSaid: readonly HeardText[], text: string, least: number): readonly Span[] {
  const spans: Span[] = []
  for (let start = 0; start + least <= text.length; start++) {
    let end = start + least
    const isSaid = (to: number): boolean =>
      citizenSaid.some((said) => said.text.includes(text.slice(start, to)))
    if (!isSaid(end)) continue
    while (end < text.length && isSaid(end + 1)) end++
    spans.push({ start, end })
    start = end - 1
  }
  return spans
}

/** Words with which the seat speaks for itself again. */
const resumption =
  /是吗|是吧|对吗|对吧|对不对|是不是|没错吧|是这样吗|这样记|我(?:帮|给|替|为|来|已|先|这边|这就|会|马上|理解|明白|记|再|跟|建议|现在|也|又|怎么|哪|能有|们会|们这边|们可以|们马上)|请问|(?<!申)请[您你]|麻烦|好的|那[我您你这]|[您你](?:先|放心|别|看|还|可以|这边|稍|有没有|能|记一下|要不)|建议|另外|根据|按照|情况我/gu

/** What stands directly behind the opening is always part of the report (他说我也没办法). */
const minimumReport = 2

function reportEnd(text: string, start: number): number {
  const sentence = text.indexOf('\n', start)
  const limit = sentence === -1 ? text.length : sentence
  const resumed = spansOf(resumption, text.slice(start + minimumReport, limit))[0]
  return resumed === undefined ? limit : start + minimumReport + resumed.start
}

/** Spans between quotation marks, where the text has them. */
function markedQuotations({ source, offsets }: HeardText): readonly Span[] {
  return spansOf(/[“"「『‘][^”"」』’]*[”"」』’]/gu, source).map((marked) => ({
    start: lowerBound(offsets, marked.start),
    end: lowerBound(offsets, marked.end),
  }))
}

function lowerBound(offsets: readonly number[], offset: number): number {
  const index = offsets.findIndex((candidate) => candidate >= offset)
  return index === -1 ? offsets.length : index
}
