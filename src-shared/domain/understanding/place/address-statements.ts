import { oncePer, remember } from '../../../base/remember.ts'
import { withAnswer } from './address-answers.ts'
import type { FoundPart } from './address-parts.ts'
import { noDay } from './address-numbers.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { agrees } from './seat-readbacks.ts'
import { asksRoom, roomAlone } from './short-answers.ts'

/** Finds the parts of an address in a line. */
export type PartFinder = (line: Line) => readonly FoundPart[]

/** Lines are asked about again and again: after every turn, and for what follows from a question. */
const rememberedLines = 2_000

/** The same finder, with what it found in recent lines remembered. */
export function rememberParts(find: PartFinder): PartFinder {
  const known = new Map<string, readonly FoundPart[]>()
  return oncePer((line: Line) => {
    const { speaker, asked, breaks, reply, text } = line
    const topics = (['number', 'address', 'time'] as const).map((topic) => asked.has(topic))
    const key = [speaker, reply, ...topics, ...breaks, text].join(' ')
    return remember(known, key, rememberedLines, () => find(line))
  })
}

/** Parts of one address said in one breath. */
export interface Statement {
  readonly line: Line
  readonly parts: readonly FoundPart[]
  readonly home: boolean
  /** 我们公司在…: where the caller works, which counts only where the seat takes it down. */
  readonly work?: boolean
  /** True where the words answer the question for the place, or name it as such. */
  readonly asked: boolean
  readonly corrects: boolean
  /** True for the seat's words to which the citizen did not object: the better heard of the two. */
  readonly settles: boolean
  /** True where something lies only beside or opposite it: 光大花园对面. */
  readonly landmark: boolean
  /** True for the answer to the question where it happened, after another place was told. */
  readonly scene?: boolean
}

const gap = /^(的|那个|这个|里|里面|那边|这边|有个|上|就|是|在|啊|那|和|与|跟|同|到|至)?$/
const homeBefore =
  /(我们?家(?:(?:是|就)?在)?|(?:娘家|婆家|外婆家|亲戚家|朋友家)(?:是|就)?在|住在?(?:\p{Script=Han}{2,6}(?:这里|这边|那里|那边)的?)?|户籍(在|是)?|户口(在|是)?|老家(在|是)?|(家庭)?住址(是|在)?|身份证上?(是|写)?)$/u
const otherPlaceBefore =
  /(以前|之前|原来|上班|工作|单位|公司|另外|别的|来自|(?:我|本)人在|调到|搬到|转到|[十百块]到|去了?)((?!的[是就]).{0,2})$/
const ownPlaceAsked =
  /(?:(?<!有限|责任|集团)公司|单位|(?:上班|工作)的?(?:地方|地点|公司|店|厂)?)(?:就|是|它)*在?$/
const named = /(地址|位置|地点|地方|现场|事发|发生)(就)?(在|是)?.{0,2}$/
const correction =
  /不对|不是|[说讲记搞弄听看报写念]错|[记搞弄]差|[搞弄记]混|[搞弄记]反|口误|更正|应该是|错了|准确(地|的)?说/
/** A place that only tells where another is: 靠近府前路那一段. */
const landmarkBefore = /(?:靠近|挨着|挨到|临近|邻近|接近|快到|面对|正对着?|对着|离|过了|开往|去往|方向)$/
/** 从惠福东路口到大南路口: the ends of a stretch. */
const stretchFrom = /^(?:路?[口扣])[到至]/
const stretchTo = /[口扣][到至]$/
const beside =
  /^(的)?(斜?对面|[对隔]岸|旁边|隔壁|附近|边上|斜对过|对过|侧边|周边|过来|[再在]?往[东南西北前里])/
/** 工业大道旁边的昌岗中路: a road that tells where another is. */
const besideRoad = /^(?:旁边|边上|附近|隔壁|侧边)的?\p{Script=Han}{2,5}(?:路|街|大道|巷)/u
const takenBack =
  /^(?:那边|这边|那里|的|啊|阿|吧|吗)*(?:不对(?!面|劲|称)|说错|讲错|记错|搞错|错了|[哦啊]不(?!知|清|记|好)|不不)/
const treated =
  /^(?:那边|里面|急诊)?(?:看(?:[的地得]|病|了|过|医)|治|检查|抢救|住院|急诊|拍片|缝|做手术|开的|验伤|复诊|躺)/

/** Where somebody was treated, an entrance by the road it faces (靠近金穗路那个门), the ends of a stretch. */
function isPassed(before: string, after: string, parts: readonly FoundPart[]): boolean {
  const last = parts.at(-1)
  const hospital = /医院|卫生院|诊所|大学/.test(last?.value ?? '')
  if (last?.part === 'poi' && hospital && treated.test(after.replace(/^.{0,6}医院/, ''))) return true
  if (/^(?:那边|这边)?(?:上班|工作|读书|上学|出差)/.test(after) && parts.length === 1) return true
  if (
    last?.part === 'road' &&
    parts.length === 1 &&
    /^(?:的|那边的?)?(?:那个|这个)(?:门|入口|出口)/.test(after)
  )
    return true
  return before.endsWith('从') && last?.part !== 'road' && /^(?:口|路口)?[到至]/.test(after)
}

/** 白云区同和街道户口. */
const paper = /^的?(?:户口|户籍)/
const unsure = /说不(?:清|准|好|上)|不(?:太|大|是很)?(?:清楚|确定|知道|记得|晓得)|记不|忘了|分不清|来着|好像/

/** 建设街还是华乐的说不清楚 tells of neither. */
const isEither = ({ text }: Line, before: string, after: string): boolean =>
  (/^(?:那?边|上|的)?还是(?![没不在有这那])/.test(after) && unsure.test(text)) ||
  (before.endsWith('还是') && unsure.test(after))

const isDistrictAlone = (parts: readonly FoundPart[]): boolean =>
  parts.every(({ part }) => part === 'district')

/** What a citizen's line says of places; where `places` are is a matter of the whole call. */
export function statementsIn(hearing: Hearing, line: Line, places: PartFinder): readonly Statement[] {
  const question = previousSeatLine(hearing, line)
  // 对一零二房, said to a read-back, goes on with the address.
  const own = question !== undefined && asksOwn.test(question.text)
  const confirms =
    question !== undefined &&
    !own &&
    ((agrees(line) && places(question).length > 0) || asksRoom.test(question.text))
  if (question !== undefined && (asksPlan.test(question.text) || asksOrigin.test(question.text))) return []
  const said = chainsIn(line, withAnswer(hearing, line, places)).flatMap((parts) =>
    statementOf(line, parts, confirms),
  )
  return fromScene(line, said)
    .map((statement) => (own && isInside(statement.parts) ? { ...statement, asked: false } : statement))
    .map((statement) =>
      question !== undefined && asksWhere(hearing, line, question) ? atScene(statement) : statement,
    )
}

const sceneBefore = /(?:事情|事发|出事|发生|案发)\p{Script=Han}{0,4}在$/u

/** 我公司在体育东路事情是在天河城: what is told before the scene is where the caller is from. */
function fromScene(line: Line, said: readonly Statement[]): readonly Statement[] {
  const start = ({ parts }: Statement): number => parts[0]?.start ?? 0
  const scene = said.find((statement) => sceneBefore.test(line.text.slice(0, start(statement))))
  return scene === undefined ? said : said.filter((statement) => start(statement) >= start(scene))
}

/** 您大概想在哪个区: where somebody would like to be is no place of an incident. */
const asksPlan =
  /(?:想|打算|准备|计划|考虑|有意|倾向)(?:要|买|租|去|到|在|住|申请|报名?|办理?){0,3}(?:哪|什么(?:区|地方))/
/** 您是哪里的户口: what somebody's papers say. */
const asksOrigin = /(?:户口|户籍|籍贯|老家|本地人)(?!.*地址)/
/** 您是几楼, 您的铺子多少号: the caller's own, which does not replace that of the matter. */
const asksOwn =
  /您(?:家|自己|本人|那边)?(?:是|住|在|住在)?(?:几[楼层号栋]|哪一?[楼层栋])|您(?:家|自己|本人)?的?(?:家|铺子?|店铺?|档口?|房子?)(?:在|是)?.{0,6}(?:几|哪|多少)/

/** 您家里在哪漏的, 房子在什么地方: the place of the matter itself, after another that was told of the party. */
const asksScene =
  /您?(?:家|屋|房子|铺)里?(?:是|就)?在(?:哪里?|什么地方).{0,2}的|(?:房子|房屋|漏水|渗水|施工|装修|安装|维修)(?:的?(?:房子|房屋|地址|地方|地点|位置))?(?:(?:是|就)?在|是)(?:哪(?!家|一?个)|什么(?!公司|单位))/

const asksHome = /您?家(?:里|是)?(?:住)?在(?:哪|什么)/
const damageAtHome =
  /[把将给]我们?(?:家|屋|房子?)|我们?(?:家|屋|房子?)里?的?(?:墙|窗|门|天花|阳台|屋顶|地板|楼板|瓷砖|厨房|厕所|卫生间|客厅)/

/** 您家在哪 asks for the place itself where the citizen's home is what was damaged: 工地把我家墙震裂了. */
const asksWhere = (hearing: Hearing, line: Line, { text }: Line): boolean =>
  asksScene.test(text) ||
  (asksHome.test(text) &&
    hearing.lines
      .slice(0, line.index)
      .some((said) => said.speaker === 'citizen' && damageAtHome.test(said.text)))

/** The answer to where it happened replaces what was said of other places. */
const atScene = (statement: Statement): Statement =>
  statement.parts.some(({ part }) => part === 'road' || part === 'poi' || part === 'community')
    ? { ...statement, home: false, asked: true, corrects: true, scene: true }
    : statement

const isInside = (parts: readonly FoundPart[]): boolean =>
  parts.every(({ part }) => part === 'number' || part === 'detail')

/** Whether a citizen's line answers where he would like to be. */
export const answersPlan = (hearing: Hearing, line: Line): boolean =>
  asksPlan.test(previousSeatLine(hearing, line)?.text ?? '')

/** The parts of a line, grouped by what was said in one breath. */
export function chainsIn(line: Line, places: PartFinder): readonly (readonly FoundPart[])[] {
  const groups: FoundPart[][] = []
  for (const part of places(line)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const between = last === undefined ? '' : line.text.slice(last.end, part.start)
    const goesOn =
      group !== undefined &&
      last !== undefined &&
      (gap.test(between) || isQuarter(line, last, part, between)) &&
      !group.some((other) => other.part === part.part && part.part !== 'detail')
    if (goesOn) group.push(part)
    else groups.push([part])
  }
  return groups
}

/** 嘉禾 between 白云区 and 鹤龙一路 belongs to the address, whatever it is. */
const isQuarter = (line: Line, upper: FoundPart, lower: FoundPart, between: string): boolean =>
  (upper.part === 'district' || upper.part === 'street') &&
  (lower.part === 'road' || lower.part === 'community' || lower.part === 'poi') &&
  /^(?!.*(?:[是有在到从不没我你他去来找说让叫办局过住]|上班|工作|附近|旁边))\p{Script=Han}{2,4}$/u.test(
    between,
  ) &&
  ![...line.breaks].some((at) => at >= upper.end && at <= lower.start)

function statementOf(line: Line, parts: readonly FoundPart[], confirms: boolean): readonly Statement[] {
  const start = parts[0]?.start ?? 0
  const before = line.text.slice(Math.max(0, start - 14), start)
  const after = line.text.slice(parts.at(-1)?.end ?? 0)
  // 昌岗中路一百五十四号不对: what was said last is taken back.
  if (takenBack.test(after)) return parts.length === 1 ? [] : statementOf(line, parts.slice(0, -1), confirms)
  if (isPassed(before, after, parts) || isEither(line, before, after) || paper.test(after)) return []
  const home =
    homeBefore.test(before) ||
    // 我在龙口西路住, 我住对面那个东苑十八楼.
    (before.endsWith('在') && /^(这边|那边|这里)?住(?!院|了)/.test(after)) ||
    (parts.every(({ part }) => part === 'detail' || part === 'number') && before.includes('我住')) ||
    line.asked.has('home') ||
    (before.endsWith('我是') && after.startsWith('的'))
  // 公司在天河区…, to 公司在哪里.
  const answers = line.asked.has('address') && ownPlaceAsked.test(before)
  const work = !home && !answers && ownPlaceAsked.test(before)
  if (!home && !answers && !work && otherPlaceBefore.test(before)) return []
  const corrects = correction.test(before) && !before.endsWith('不是')
  if (/不是(在)?$/.test(before) || /^(上车|下车|出发|开往)/.test(after)) return []
  if (before.endsWith('从') && /^(那边)?(过来|回来|来|坐|打车)/.test(after)) return []
  const asked =
    line.asked.has('address') ||
    line.asked.has('number') ||
    roomAlone.test(line.text) ||
    named.test(before) ||
    (confirms && start <= 3)
  const alone = parts.length === 1 && parts[0]?.part === 'detail'
  if (alone && !asked && !home && !corrects && !/我|在|住/.test(before)) return []
  const number =
    parts.every(({ part }) => part === 'number' || part === 'detail') && parts[0]?.part === 'number'
  // 对夕阳暖五十号那个 tells a house, 对三号 may be a day.
  const day = start <= 2 || !noDay(line.text.slice(start, parts[0]?.end))
  if (number && line.reply === 'yes' && !asked && !corrects && day) return []
  const only = parts.length === 1 ? parts[0]?.part : undefined
  const landmark =
    (parts.at(-1)?.part === 'poi' && beside.test(after)) ||
    ((only === 'road' || only === 'poi') && landmarkBefore.test(before)) ||
    (only === 'road' && besideRoad.test(after)) ||
    (only === 'road' && (stretchTo.test(before) || (before.endsWith('从') && stretchFrom.test(after))))
  return [
    {
      line,
      parts,
      home: home || work,
      work,
      asked: asked && !isDistrictAlone(parts),
      corrects,
      settles: false,
      landmark,
    },
  ]
}
