import { isWish, moodOf, type Mood, wordDemand, wordsFrom } from './demand-line.ts'
import { withThing } from './demand-matter.ts'
import { withoutFormer } from './demand-speech.ts'
import { toBePaid } from './demand-sums.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

/** A line of the call that says what is wanted. */
export interface Wish {
  readonly value: string
  readonly line: Line
  readonly start: number
  readonly confidence: number
}

/** Words that a wish follows, its mood, and how clearly it is one. */
type Cue = readonly [RegExp, Mood, number]

/** Below this weight the words alone do not tell whether they are wished or told. */
const surely = 1.5
const explicitly = 2.5
/** 能不能加两个人疏导 is a proposal in so many words. */
const proposing = 2
const besides = 1.5

const spoken: readonly Cue[] = [
  [/(?:想要?|要)的(?:就|其实|只)?是(?!不)/, '要求', 3],
  [/别的(?:我们?)?(?:都|也)?(?:不(?:计较|要求|追究|说)|无所谓)了?(?:就|只要|但是|主要是)*/, '要求', 2.6],
  [
    /打(?:这个|个)?电话(?:过来|进来|来)?就是(?:想|要)+(?!投诉|举报|反映|咨询|问|说|表扬|感谢|建议)/,
    '要求',
    2.5,
  ],
  [
    /有(?:什么|啥)用(?:啊|呢|我要)?(?=(?:把|叫|让|给|换|退|赔|修|拆|来|派|[^，]{2,4}(?:修|退|赔|换|拆)).{2})/,
    '要求',
    2.1,
  ],
  [
    /我们?(?:就是|就|只是|只|现在)+(?:想|要)(?=把|赔|退|换|修|拆|要么|[拿讨要追]回)|我们?要(?=[拿讨要追]回)|我们?(?:就是|就|只是|只)+想(?!问|咨询|了解|知道|说|讲|反映|投诉|举报|表扬|感谢|不|打)(?=.{3})/,
    '要求',
    2,
  ],
  [/(?:诉求|目的|想法)(?:就|主要)?是/, '要求', 3],
  [
    /(?<!没有?|什么|啥|合理|符合|他们|他|公司|老板|物业|按|不)要求(?!助|是|我|他(?!们)|的|不(?!要)|过|了|高)/,
    '要求',
    3,
  ],
  [/(?<!没|没有|有|很有|大有)希望(?!我|的)/, '希望', 3],
  [/(?<![当是算叫])建议(?:一下)?(?!书|很|都|是不|吧|呀)/, '建议', 2.5],
  [
    /(?:我|我们)(?:就|只|现在|是)*(?:想|要)(?:让|叫|请)|(?:就是|就)?想(?:请|叫|让)?(?=你们|您|政府)/,
    '要求',
    2,
  ],
  [/(?:想|要)(?=找.{1,8}(?:帮|来|看|处理|修|调解|协调))/, '希望', 1.8],
  [/(?:可以|能)(?=帮忙[^，吗]{1,10}吗)/, '希望', 1.2],
  [/(?:能不能|可不可以|能否|要不要)(?=.{2})/, '希望', 2],
  [/最好(?=[一二三四五六七八九十每]|白天|晚上|早|派|能|叫|让|把|给|尽快|有人|是)/, '希望', 1.8],
  [
    /(?:叫|让|喊|催)(?=你们|他们?(?!停)|她|物业|城管|环保|交警|房东|教育局|派出所|有关部门|消防|老板|公司|酒店|民政局?|医院|学校|那个|司机)/,
    '要求',
    1.6,
  ],
  [
    /我们?(?:就|只|现在|是)*要(?!投诉|举报|反映)(?=.{0,8}(?:道歉|赔偿|退款|退钱|退货|换货|说法|解释))/,
    '要求',
    1.7,
  ],
  [/(?:快点?|赶紧|马上|尽快|能不能|就)?(?=叫人(?:先|来|过来|上门))/, '要求', 1.6],
  [
    /(?<=^|举报|投诉|，|就|我|反正)要(?=(?:查封?|封|罚|拆|退|停|整改|处理|取缔)(?!过|了|吗|不).{2})/,
    '要求',
    1.4,
  ],
  [
    /我们?(?:就|只|现在|是)*要(?=[这那]?[一二两三四五六七八九十百千万]{2,}(?:元|块钱?)?(?:$|，|就))/,
    '要求',
    1.6,
  ],
  [
    /(?:要|叫|让|得|必须|该|投诉|起码|最少|至少)(?:他们?|她|老板|店家|商家|对方|公司)?(?=(?:赔|退|补)(?:还|给|回|偿)?(?:我们?)?[一二两三四五六七八九十百千万]{2,})/,
    '要求',
    1.5,
  ],
  // 对就退这个六千, 我保了价的就赔两千六: what is wanted of several sums, not what somebody offers.
  [
    /(?<![他她它们店司家业板台行方介厂才])(?:就|只)(?:要他们?|要)?(?=(?:退|赔|补)(?:还|我|给我|这个|那个|剩的|偿)*[零一二两三四五六七八九十百千万]{2,})(?!.*(?:不同意|不接受|不干|凭什么|不够|太少))/,
    '要求',
    1.7,
  ],
  [/我们?(?:就|只|是)*要(?:他们?|她|它|物业|公司|银行|老板)?(?=(?:补|退|赔|还)(?:还|回)?给我)/, '要求', 1.7],
  [
    /我们?(?:就|只|是|也)*[想要](?=(?:他们?|她们?|你们)(?:取消|停|撤|免|恢复|改|拆|开|换|加|解除|兑现|履行|下架|别|不要).{2})/,
    '要求',
    1.7,
  ],
  [/(?:就是|我们?|只)(?:就|只|是)*(?:想)?要(?=一?个?(?:说法|解释|交代|公道|结果))/, '要求', 2],
  [
    /(?:我|我们)(?:就|只|是|也)*[想要](?=(?:他们?|她们?|司机|老板|公司|物业|店家|商家|对方)(?:[^，]{0,4}(?:道歉|赔|退|改|修)|把))/,
    '要求',
    2,
  ],
  [
    /(?=(?:尽快|赶紧|马上|快点)?(?:让|叫|派|找|请)人(?:有空|尽快|赶紧|马上|快点)?(?:过?来|上门)(?!了|过|.{0,3}[好过完]了))/,
    '希望',
    1.6,
  ],
  [/必须(?=给|退|赔|道歉|处理|整改|赶紧|马上|让|把)/, '要求', 1.6],
  [/麻烦(?=你们|您|帮|尽快|派|处理)|(?<![申邀聘])请(?=你们|您|政府|有关|相关|尽快|马上|立即)/, '希望', 1.5],
  [/(?=(?:尽快|赶紧|赶快|快点|早点|马上)帮我们?(?!们))/, '希望', 1.6],
  [/(?:叫|让|通知|麻烦)(?=[^我你您他她它，]{2,4}(?:把|过来|派|赶紧|尽快|马上).{2})/, '要求', 1.6],
  [
    /(?:叫|让|通知|联系)(?=[^我你您他她它，]{2,7}(?:人|师傅|人员)(?:过?来|去)(?!了|过)[^，了]{1,6}(?:不行)?[吗嘛]?$)/,
    '要求',
    1.6,
  ],
  // 叫卫生局的人去查封, 派个电工来断电, 叫救护车来: a body, a trade or a vehicle that is to act.
  [
    /(?:叫|让|喊|请|催|(?=派))(?=[^，我你您他她它不没]{1,6}?(?:局|所|队|委|办|部门|公司|中心|街道|社区|站|师傅|工|车|单位|政府|警察?|城管|消防|物业|园林|环卫|水务|医生)(?:的|里)?(?:人|师傅)?(?:过?来|去|把|快点?|赶紧|尽快|马上|上门|派|出面|帮|管|查|看|接|站|守|巡|调|处理)(?!了|过))/,
    '要求',
    1.6,
  ],
  // 先断电再检查, 你跟他们说…, 催他…, 让店里给我退…: what is to be done, in its order or through others.
  [/(?<!我|他|她|们|说|要|不)(?=先[^，我]{1,8}(?:再|然后|，再)[^，说去来讲]{2,})/, '要求', 1.6],
  [
    /(?:你们?|您|帮我)(?:去|帮我|就)?(?:跟|和|叫|通知|告诉)(?:他们?|她|物业|公司|单位|领导|房东|老板)(?:领导|公司)?(?:说|讲)(?:一?[声下])?(?!是|我|有|了|过)/,
    '要求',
    1.6,
  ],
  [/(?=催(?:一?[下催])?(?:他们?|她|物业|房东|公司).{3})/, '要求', 1.6],
  [/(?:让|叫|要)(?=[^，我你他她]{2,5}给我们?(?:退|赔|换|修|补|道|开|发))/, '要求', 1.6],
  [
    /^(?:那|你们?|您|对|好|没有?)*(?=先(?:把|叫|派|放|拉|围|堵|断|停|拦|封|设|摆|挡|关)(?!了|过))/,
    '要求',
    1.5,
  ],
  [/反正(?:你们|他们|就)*(?:得|要|(?=不准|不许|不要|别))(?=.{3})/, '要求', 1.6],
  [
    /^(?:没有?|对|好|那|嗯|啊|哦|是|的|行|可以|还在|你们?|您)*(?=(?:赶紧|赶快|尽快|快点|马上)(?![就好到走过啊啦呀吧嘛]|要(?!他|她|人)|给我打).{2})/,
    '要求',
    1.3,
  ],
  [/^(?=(?!我|你|他|是|可|这|那).{4,22}(?:可以[吧吗不]|行[吧吗]|行不行)$)/, '希望', 1.4],
  [/(?=帮我们?把.{1,14}(?:讨|要|找|追|拿)回)|(?=来人把)|(?=帮忙(?:联系|找|查))/, '希望', 1.6],
  [/(?=(?:处罚|严惩|开除|处分)(?:他|她|司机|这个|那个))/, '要求', 1.5],
  [/帮(?=我们?(?:找|查|修|处理|看|催|联系|解决|恢复|问|协调|反映|弄|搞)(?!.{0,3}(?:的|了|过)))/, '希望', 1.5],
  [
    /(?=(?:赶紧|尽快|马上|立即|赶快|快点|早点)(?:把|叫|开门|供|办|发|给|派|处理|解决|修|恢复|退|赔|来(?=[人修处看查救抢水电解])|安排|停|查|拆|清|剪|疏通|通一|重新|画|换|装|搬|管|补|抽|救)(?!来[^人修处看查救抢水电解]))/,
    '要求',
    1,
  ],
  // 对把多收的退给我, 派人来把电断了: told as it is to be done, by nobody that is named.
  [
    /(?:^|对|就|，|那|嗯|好|啊|呀|吧|你们?|您|请|赶紧|马上|快点|尽快|先|能|得|要|是)(?=把.{1,16}(?:退|还|赔|发|修|拆|清|搬|停|断|关|结清|补|换|弄|挪|挖|收|封|抓)(?:给|回|了|勒|掉|好|走|出|下来|停|$))/,
    '要求',
    1.4,
  ],
  [
    /(?=[零一二两三四五六七八九十百千万\d多]+(?:块钱?|元)?(?:必须|要|得)?(?:全部|全都|都|全)?(?:必须|要|得)?(?:退|赔|还)(?:给我|回来?|我))/,
    '要求',
    1.5,
  ],
  [/(?=派(?:一?个|几个|些)?(?:人|师傅|车|工人|救护|拖车)(?!.{0,6}(?:好了|过了|了[得的]|走了)))/, '希望', 1.3],
  [
    /(?:你们|您)(?=(?:要|得|就|可以|快点?|赶紧|尽快|半夜|晚上|白天|明天|今天|直接)*(?:来|去|查|管一管|管管|抓|处理|解决|清|换|停|装|通|拆|修|退|赔|搬|剪|补))(?!.{0,5}(?:不|没|吗|哪|什么|怎么|几))/,
    '要求',
    1.3,
  ],
]
const proposed: Cue = [
  /应该(?=.{3})|可以(?=多|加|增|在|把)|(?<![参更再叠])(?=(?:加装?|增设|增加|装|设|延长|多开|多加|开通|改成)[一二两三四五几个多上]?.{2})/,
  '建议',
  1.2,
]
const reported =
  /(?:(?<!我(?:就|是|只|也)?)说|叫|让|喊)(?:我|他们?)?$|(?:如果|要是|万一).{0,6}$|(?:上次|之前|以前|当时)[^，]{0,5}$/
/** 老板把工资发了: told of what somebody did. */
const done =
  /(?:他们?|她|它|老板|物业|公司|店家|商家|房东|中介|客服|医生|司机|人家|保安|经理)(?:们|就|又|都|还|也|已经|直接|竟然|硬|来)*$/

/** 叫他们走开了他们又回来: told of what was tried. */
const toldAsDone = /^[^，]{1,6}了(?:，|他们?|她们?|又|但|可|也不|还是)/

/** The clearest wish of the caller, of equal ones the later. */
export function wished(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return clearest(hearing, mood, mood === '建议' ? [...spoken, proposed] : spoken)
}

/** What the caller says in so many words to wish for: 建议…, 希望…, 要求…. */
export function explicit(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return clearest(
    hearing,
    mood,
    spoken.filter(([, , weight]) => weight >= (mood === '建议' ? proposing : explicitly)),
  )
}

/** The wish of a line, where its words are clear enough for one that comes beside another. */
export function clearWish(hearing: Hearing, line: Line, mood: Mood | undefined): Wish | undefined {
  const cues = spoken.filter(([, , weight]) => weight >= besides)
  for (const cue of cues) {
    const wish = wishAt(hearing, line, cue, mood ?? cue[1])
    if (wish !== undefined) return wish
  }
  return undefined
}

function clearest(hearing: Hearing, mood: Mood | undefined, cues: readonly Cue[]): Wish | undefined {
  let best: { weight: number; wish: Wish } | undefined
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    for (const cue of cues) {
      const [, own, weight] = cue
      const wish = wishAt(hearing, line, cue, mood ?? own)
      if (wish === undefined) continue
      if (best === undefined || weight >= best.weight) best = { weight, wish }
      break
    }
  }
  return best?.wish
}

function wishAt(hearing: Hearing, line: Line, [pattern, , weight]: Cue, mood: Mood): Wish | undefined {
  const text = withoutFormer(wishText(line.text))
  const match = pattern.exec(text)
  if (match === null) return undefined
  const before = text.slice(Math.max(0, match.index - 8), match.index)
  if (reported.test(before) || (weight < surely && done.test(before))) return undefined
  const start = match.index + match[0].length
  const parsed = moodOf(wordsFrom(line, start, text))
  const inner = parsed.mood !== undefined && !/^[叫让请要想]/.test(text.slice(start)) ? parsed.mood : mood
  const words = toBePaid(parsed.rest)
  const said = /我们?(?:只|就|现在|是)*(?:要求|希望)$/.test(text.slice(0, start))
  if (!isWish(words) && !((said || (mood === '建议' && weight > surely)) && words.length > 3))
    return undefined
  if (toldAsDone.test(words)) return undefined
  const value = wordDemand(words, mood === '建议' ? mood : inner, /要求|希望/.test(match[0]))
  return value === undefined
    ? undefined
    : { value: withThing(hearing, value), line, start: match.index, confidence: 0.75 }
}
