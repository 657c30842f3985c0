import { oncePer } from '../../../base/remember.ts'
import type { Evidence, HeardValue, RiskTag } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { stanceOf } from '../hearing/stance.ts'

interface RiskCue {
  readonly tag: RiskTag
  readonly pattern: RegExp
  /** Another sense of the words, looked for from twelve characters before them to six after. */
  readonly unless?: RegExp
}

const several =
  '(?:[五六七八九两二三四]?十[多几一二三四五六七八九]?|[六七八九]|[一二两三四五六七八九几]百[零一二三四五六七八九十多]*|[一二两三四五六七八九几上]千)'
const members =
  '(?:业主|家长|工友|工人|老乡|村民|租客|租户|街坊|居民|学员|住户|商户|员工|同事|会员|乘客|消费者|受害者|姐妹|兄弟)'

const cues: readonly RiskCue[] = [
  {
    tag: '群体',
    pattern: new RegExp(
      `群体|联名|集体(?!宿舍|户|土地|经济)|上访|拉横幅|(?:围|堵)(?:了|着|在)?.{0,4}(?:门|政府|售楼|项目部|马路)|聚集|我们(?:这)?(?:一共|总共|一起|有|这边|全部|大概)*${several}多?(?:个|名|位|户)|(?:一帮|一群|一班|好多|很多|几十个?|上百个?)${members}|代表.{0,8}${members}|${members}.{0,4}(?:一起|都|们)(?:来|去|签|要|打算|准备)|建了?个?维权群|大家(?:推|选|让)我(?:来)?(?:打|当)|签了(?:名|字).{0,6}(?:信|书)|${several}多?(?:个|名|位|户)(?:人|家|${members}).{0,6}(?:都|一起|全部)`,
      'g',
    ),
    unless: /坐车|排队|堵车|广场舞|打牌|消防通道|堵塞|车位/,
  },
  {
    tag: '欠薪',
    pattern:
      /拖欠.{0,6}(?:工资|薪|工钱|工程款)|欠薪|讨薪|欠(?:着|了|我们?|他们|大家)*.{0,8}(?:工资|公资|工钱|薪水|血汗钱)|(?:工资|公资|工钱|薪水|血汗钱|加班费)(?:[^，]{0,8})(?:没|不|未|拖着?)(?:有)?(?:发|给|结|付)|(?:没|不)(?:有)?(?:发|给|结|付)(?:[^，]{0,4})(?:工资|公资|工钱|薪水)|(?:几个月|[一二两三四五六七八九]个多?月|半年)(?:都|就)?没(?:有)?(?:发|给)(?:钱|工资|薪)|一分钱没(?:有)?发/g,
  },
  {
    tag: '舆情',
    pattern:
      /记者|媒体|电视台|报社|曝光|热搜|(?:发|传|挂|放|捅|爆)(?:到|在|上)?.{0,4}(?:网上|网络|抖音|微博|朋友圈|小红书|快手|头条|论坛|公众号|视频号)|上(?:新闻|电视|网)(?:去)?(?:曝|说|发|评|让)|网上(?:都)?(?:传|炸|在骂|在说)|开直播|直播(?:出去|给)/g,
    unless:
      /网上(?:预约|申请|办理|交|缴|查)|看到.{0,4}(?:新闻|网上)|电视台(?:旁|对面|附近|站)|报社(?:旁|对面|附近|站)/,
  },
  {
    tag: '极端',
    pattern:
      /跳楼|跳桥|跳河|不想活|自杀|轻生|同归于尽|(?:跟|和|找)(?:他|她|你|它|他们|你们|老板)(?:们)?拼(?:了|命)|死给|以死|弄死|杀了?(?:他|她|你|他们|人)|砍(?:死|了|他|人)|烧了(?:他|你|这)|炸了(?:他|你|这)|喝农药|别怪我|什么(?:事|都)(?:都)?(?:做|干)得出来|绝食|自焚|(?:塔吊|楼顶|天台).{0,8}(?:不下来|跳|说不给)|跟他们?同归/g,
    unless: /跳楼价|跳楼机|大甩卖/,
  },
  {
    tag: '重复',
    pattern:
      /第[二两三四五六七八九十]+次(?:打|来电|反映|投诉|拨|找你们)|(?:打|拨|反映|投诉|举报)(?:了|过)(?:[^，物公城]{0,4})(?:[两三四五六七八九十好几多无]+)(?:次|遍|回)|(?:多次|反复|一再|三番五次|好几次|几次三番)(?:地)?(?:打|反映|投诉|来电|举报)|(?:上次|之前|上回|前几天|上个?月|上个?礼拜|上个?星期|上周|去年)(?:我|就|也|都|已经|有)*(?:打|投诉|反映|登记|举报|来电)(?:过|了|的)|又(?:打|来)(?:过来|电)|(?:上次|之前|原来)的?(?:工单|单子|诉求)|(?:投诉|反映|打|登记|工单|来电)[^，]{0,10}(?:(?:没|无)(?:有)?下文|石沉大海|没(?:有)?(?:结果|回音|消息))|(?:催|追)(?:办|单|一下上次)|都没人(?:理|管|回复|处理).{0,6}(?:又|再)打/g,
    unless:
      /(?:跟|向|找|给|和|打给)[^，你]{0,8}(?:物业|公司|店|老板|房东|平台|客服|城管|派出所|村|居委|管理处|学校|医院|银行|师傅|经理)|报修|没(?:有)?(?:投诉|反映|打)过|第一次/,
  },
]

/**
 * 风险标签: what a team lead should know of: several people as one, unpaid wages, the press or the net, extreme words,
 * told before without result. A threat counts though it is only threatened.
 */
export function hearRiskTags(hearing: Hearing): HeardValue<RiskTag[]> | undefined {
  const signs = hearing.lines.flatMap(signsIn)
  const found = cues.flatMap(({ tag }) => signs.find((sign) => sign.tag === tag) ?? [])
  if (found.length === 0) return undefined
  return heardValue(
    found.map(({ tag }) => tag),
    found.map(({ evidence }) => evidence),
  )
}

interface Sign {
  readonly tag: RiskTag
  readonly evidence: Evidence
}

/** The first sign of each tag in a line. */
const signsIn = oncePer((line: Line): readonly Sign[] => cues.flatMap((cue) => signIn(line, cue)))

function signIn(line: Line, { tag, pattern, unless }: RiskCue): readonly Sign[] {
  if (!(line.speaker === 'citizen' || filesAsGroup(line, tag))) return []
  const text = spellMatter(line.text)
  for (const match of text.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (unless?.test(text.slice(Math.max(0, start - 12), end + 6)) === true) continue
    const stance = stanceOf(text, start, end, false)
    if (stance === 'denied' || stance === 'figurative') continue
    return [{ tag, evidence: cite(line, start, end, 0.85) }]
  }
  return []
}

/** 作为群体事项登记: the seat itself takes it for one. */
const filesAsGroup = (line: Line, tag: RiskTag): boolean =>
  tag === '群体' && /(?:群体|集体)[^，]{0,6}(?:事项|欠薪|诉求|登记|事件|投诉)/.test(line.text)
