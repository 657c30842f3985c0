import { withoutSecrecy } from './demand-secrecy.ts'
import { plainWish } from './demand-speech.ts'
import type { Line } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

/** What a demand is made for: what somebody must do, or is asked to. */
export type Mood = '要求' | '希望' | '建议'

/** A line is read at a glance. */
const longest = 36
/** With the two characters of its verb. */
const least = 3

const lead =
  /^(?:我?要的(?:就|其实)?是|就?(?:这)?[两三四几](?:条|点|个(?:要求|诉求))[嘛吧，]*|第?一个?(?:是)?(?=这个|今|要|把|让|[^，]{0,8}(?:之前|以前|内))|刚才不是[说讲]了[嘛吗吧]?|有要求[啊的]?|要求很简单(?:就是)?|解释有什么用|总得给个说法吧?(?=.{3})|也没什么(?=.{3})|别的我?(?:都|也)?(?:不计较|不要求|不说)(?:了)?|[^，]{2,9}(?:气人|受不了了?|没法睡|有意见|很辛苦|管不了)(?=.{3})|算了(?:吧|，)*|我?不要[^，]{1,6}了(?=[退换要赔改])|(?:也)?没有?什?么?(?:别的|其他)?(?:要求|诉求)?(?=就|只)|啊|哦|嗯|哎呀?|呀|诶|那(?![个些家位])|哪(?![个些家位里边儿])|就|就是|其实|我们?|也|肯定|当然|的?(?:诉求|要求)(?:就)?是|主要|第?一个?是|第一|首先|只|是|说(?![明清法])|反正|对+[啊了]?|是的|没错|没有(?=.{3})|没什么|现在|我觉得|我认为|可以|好的?|行|，)+/
const moods: readonly (readonly [RegExp, Mood])[] = [
  [/^要求(?!助)/, '要求'],
  [/^(?:希望|最好|麻烦|想?请|能不能|可不可以|能否|求求?)/, '希望'],
  [/^建议(?:一下)?/, '建议'],
  [/^(?:想让|想叫|想要|想|要(?![回么不])|得|必须要|(?:叫|让)(?!人))/, '要求'],
]
/** Who is to act, where it is nobody that the words name. */
const nobody =
  /^(?:你们?|您|他们?|她们?|它|人家|对方|政府|有关部门|相关部门|咱们|这边|那边|能够?(?!.就)|可以|来(?![人水电])|去|再|就|要(?![回么不求])|给我们?(?=[修换办装弄查解处恢]))+/
const ending =
  /(?:了啦|啦|嘛|呗|噻|嗦|撒|咯|啊|呀|呢|(?<![网酒茶书水氧])吧|哦|喔|哈|吗|的话|我?就接受|就完了|就行了?|就好了?|就可以了?|就得了?|行不行|可以吗|好不好|好吗|行吗|对吗|，|一下$)+$/
/** Words that tell on, after the wish. */
const tellsOn =
  /不过|但是|可是|倒是|老人小孩|大家都|都没法|反正我|不然我|上次也?说|我理解|[他她]说管|他们电话|我都打了|还用说|还能怎|废话|因为|不然|要不然|否则|谢谢|多谢|麻烦你|再见|他们?[^，]{1,6}都(?:不|没)|天天打|大冬天|大热天|这么(?:冷|热|简单)|白天查不|我的?(?:电话|手机|名字)(?!号)|(?<![跟和叫让给对找])(?:老板|房东|业主|物业|对方|人家)(?:是|又|说(?!清|明|法)|不肯|在)|越来越|挂了|电话是|我姓|我叫|剩下的我|(?:他们?|她|我们?)(?:都|天天|每天|现在|已经|一直|实在|真的|年纪|也(?![得要该]))|就这些|就这样|别的没了|没有?别的|凭什么|到底|天天这样|谁受得了|受不了|烦死|不(?:退|赔|给|处理|解决|修).{0,3}就|(?:天|人)(?:都)?还没|(?<![零一二两三四五六七八九十百千])万一(?![零一二两三四五六七八九十百千])|钱(?:的事|后面|以后|回头|再说)|下(?:个月|周|次)还不|好不好|行不行|可不可以$|可以吗|行吗|好吗|对吗|是吗|对吧|不要什么|什么红包/
/** Words that a second wish begins with. */
const goesOn =
  /(?<=退还|退款|退钱|退费|退掉)(?=不许|不准|别|以后)|(?<=.{3})(?=再(?:一个|就是|有)|第二(?![次天层医人小中方者季年期批])|然后(?=把|再|叫|让|给|要))|(?<=[退赔]我)(?=(?![一二两三四五六七八九十])[^，的们]{2,5}(?:得|要|也|必须)(?:道歉|赔|退|出|给|改))|(?<=道歉)(?=就(?:是)?(?:那|这|他|她))|(?<=给我们|还我们|[给还]我(?!们)|回来)(?=(?!要|都|就|也|的).{2,6}(?:退|赔|还|补)(?:了|给|回|我))|(?<=.{2})(?=(?<!(?<!给)我|们)还要|还有|另外|最好|最多|别再?让|(?<!点|之|从)以后|春节前|过年前|年底前|同时|要罚|元旦前|年前|月底前|多收的退|(?<!费|钱|失|用)叫他们|要求|希望|司机要|你们要|(?:医药费|费用|损失)(?:叫|让|由|要|他们?也?[得要出]))/g
const firstPerson: readonly (readonly [RegExp, string])[] = [
  [/退(?:还|回)?给我们?/g, '退还'],
  [/(?:归|退)?还(?:回)?给我们?/g, '还给来电人'],
  [/赔(?:偿|付)?给我们?/g, '赔偿'],
  [/发(?:放)?给我们?/g, '发放'],
  [/补(?:偿|发)?给我们?/g, '补偿'],
  [/退(?:还|回)?我们?(?!们|家)/g, '退还'],
  [/赔(?:偿)?我们?(?!家)/g, '赔偿'],
  [/归?还我们?(?=[钱押一二两三四五六七八九])/g, '归还'],
  [/给我们?看(?:一下)?/g, '提供查看'],
  [/开给我们?/g, '开出来'],
  [/(?:跟|向|对|和)我们?(?=道|赔|说|解释)/g, ''],
  [/道个歉/g, '道歉'],
  [/(?<=[^，]{2})还我们?(?=$|，|[^，的]{1,4}还我)/g, '归还，'],
  [/(?<=[寄送发交拿])给我们?(?=，|$)/g, '给来电人'],
  [/给我们?(?=[一个])/g, '给'],
  [/给我们?(?=[修换办装弄查解处退赔恢道])/g, ''],
  [/(?<!退|还|赔|发|补|开)给我们?(?=还要|，|$|并|再|就[行好可])/g, ''],
  [/(?:你们|您)?帮我们?(?!们)(?:忙)?(?=[把将])/g, ''],
  [/(?:你们|您)?帮我们?(?!们)(?:忙)?/g, '帮忙'],
  [/到我们?(?:这里|这边|这儿|那里)(?:来)?/g, '到来电人处'],
  [/我们?(?=村|小区|楼|公司|厂|学校|单位|社区|工地|街|巷)/g, '我们'],
  [/把我们?(?=弄|救|放|接|送|拉|抬)/g, '把人'],
  [/我们?家/g, '来电人家'],
  [/我(?:老婆|太太)/g, '妻子'],
  [/我(?:老公|先生)/g, '丈夫'],
  [/我爸爸?/g, '父亲'],
  [/我妈妈?/g, '母亲'],
  [/我们?的?(?!村|小区|楼|公司|厂|学校|单位|社区|工地|街|巷|们)/g, ''],
]
/** 把剩下的五千二退还, 八百退还: the verb comes first on a ticket. */
const verbLast =
  /^(?:帮忙|给)?(?:把(.{1,16}?)|((?!按|要|退|扣).{0,8}?[零一二两三四五六七八九十百千万\d]+(?:块钱?|元)?))(全部|全都|都|如数)?(退还|归还|还给来电人|退回来|退回|还回来|退了|赔偿)(?:(?!来)([^，]*))/

/** The words of a line from `start` on, slips put right, with a comma where the speaker paused. */
export function wordsFrom(line: Line, start: number, text = wishText(line.text)): string {
  return Array.from(text.slice(start))
    .map((character, index) => (index > 0 && line.breaks.has(start + index) ? `，${character}` : character))
    .join('')
}

/** The mood that words begin with, and what is left of them. */
export function moodOf(words: string): { readonly mood: Mood | undefined; readonly rest: string } {
  const told = withoutSecrecy(words).replace(lead, '')
  for (const [pattern, mood] of moods) {
    const match = pattern.exec(told)
    if (match === null) continue
    const rest = told.slice(match[0].length)
    const inner = rest === '' ? undefined : moods.find(([other]) => other.test(rest))
    // 就是想要求…: the second word tells the mood.
    if (inner !== undefined && /^想|^是/.test(match[0]))
      return { mood: inner[1], rest: rest.replace(inner[0], '') }
    return { mood, rest }
  }
  return { mood: undefined, rest: told }
}

/**
 * 诉求目的 from a wish as it was spoken: verb first, without address (你们, 他), particles, what is told after it and the
 * caller's own person. Undefined where too little is left.
 */
export function wordDemand(words: string, mood: Mood, keepOthers = false): string | undefined {
  const plain = plainWish(withoutSecrecy(words)).replace(/^(?:就|，)*(?:建议|要求|希望)/, '')
  const addressed = keepOthers
    ? plain.replace(
        /^(?:你们?|您|政府|有关部门|相关部门|能够?|可以|咱们|就是|主要是|要(?=[查退赔修拆换处]))+/,
        '',
      )
    : plain.replace(nobody, '')
  const wished = withoutTelling(addressed)
  const own = firstPerson.reduce((text, [pattern, instead]) => text.replace(pattern, instead), wished)
  const ordered = own
    .replace(/([零一二两三四五六七八九])\1(?=[百千万])/g, '$1')
    .replace(/^(?:他们?|她|它)(?=把)/, '')
    .replace(verbLast, verbFirst)
    .replace(/^要回/, '追回')
    .replace(/^(?=一?个(?:说法|解释|交代|答复|合理|公道))/, '给')
    .replace(/^人(?=来)/, '叫人')
    .replace(/^个(?=救护车|拖车|师傅|保安|交警)/, '叫')
    .replace(/血汗钱/g, '工资')
    .replace(/^[^，]{0,10}还是[^，]{0,10}(?:哪个|谁)(?:来)?管(?:的)?(?:就|来)*(?=.{2})/, '')
    .replace(/查来?处罚/, '查处')
    .replace(/(?<=[查罚管办抓]|教育|批评)[他她](?=$|，)/g, '')
    .replace(/，(?:你们|他们)要/g, '，')
    .replace(
      /(?<=.)，?(?:再?一个是|再一个|再就是|再有(?:就是)?|然后|第[二三](?![次天层医人小中方者季年期批])(?:个|是|就是)*)(?=[^，]{2})/g,
      '，',
    )
    .replace(/还还/g, '还')
    .replace(/(?<=尽快|赶紧|赶快|马上|快点)帮忙/, '')
  const line = fitting(ordered)
  return mood.length + line.length < least || /^(?:什么|怎么|没有?|不知道|多少)/.test(line)
    ? undefined
    : mood + line
}

function verbFirst(
  _: string,
  taken: string | undefined,
  sum: string | undefined,
  all: string | undefined,
  verb: string,
  further: string,
): string {
  const rest = /^(?:道歉|赔礼|还|并|再|同时|另外|也|不)/.test(further) ? `，${further}` : ''
  if (verb === '还给来电人')
    return `把${all ?? ''}${taken ?? sum ?? ''}${verb}${rest.replace(/^，(?=不)/, '')}`
  return `${all ?? ''}${verb.replace(/(?:回来|回|了)$/, '还')}${taken ?? sum?.replace(/^多收了/, '多收的') ?? ''}${rest}`
}

/** Cuts off what is told after the wish. */
function withoutTelling(words: string): string {
  const parts = words
    .replace(goesOn, '，')
    .split('，')
    .filter((part) => part !== '')
  const kept: string[] = []
  for (const part of parts) {
    const stop = part.slice(2).search(tellsOn)
    const own = stop < 0 ? part : part.slice(0, stop + 2)
    if (
      kept.length > 0 &&
      !(
        isWish(part) &&
        furtherWish.test(part) &&
        !/怎么|(?<!为)什么|谁|还用说|还能|吗$|没用$|^不[退赔给处解]/.test(part)
      )
    )
      break
    if (kept.length > 0 && tellsOn.test(part.slice(0, 4)) && !isWish(own)) break
    kept.push(own.replace(ending, ''))
    if (stop >= 0) break
  }
  return kept.filter((part) => part !== '').join('，')
}

/** What a second wish begins with; anything else after a pause tells on. */
const furtherWish =
  /^(?:再|然后|不许|不准|[^，]{2,9}(?:一起|一并)(?:换|修|退|赔|装|清|拆|改|加)|第[二三]|还|或者|要么|也|并|再|要|把|起码|至少|最少|检查|.{1,6}也(?:要|得|该|处理|不准|不能|停|拆|清|罚|管|退)|快点|.{2,6}(?:退|赔|还|补)(?:了|给|回)|叫|让|最|多|别让|别堆|春节|过年|年底|不要|派|退|赔|道歉|书面|修|拆|清|另外|同时|以后|希望|司机|元旦|年前|月底|你们要|一个是|医|费|损|尽快|赶紧|.{1,4}(?:也要|要整改|要处理|退)|[^，]{2,4}他们?(?:也得|也要|得|要)?[出赔付])/

const acts =
  /立案|催|[小大低高轻慢晚]一?[点些]|缩短|推迟|负责|承担|(?:看|调|查)监控|退|赔|付|移|挪|写明|留出?|通一下|疏通|抽水|记功|封存|转告|道歉|解约|删|不准|不许|不能再|下架|消毒|消消毒|灭|捉|撤|修|拆|清|查|罚|处理|解决|停|恢复|补|换|还|派|叫|让|要|希望|不要|别|管|安排|批评|教育|开除|改|整|装|建|设|增|加|减|延长|关|搬|拿|走|检|测|洗|冲|洒|救|找|来|封|没收|制止|供|发|办|给|联系|协调|通知|盖|画|取消|降|说法|交代|答复|公开|追|抓|扣|结|解|送|劝|砍|剪|填|铺|调|限|禁|归|道个歉|放|种|贴|挂|配|写|宣传|巡|看看|看一?下|说明|解释|预约|开通|公布|救|堵|疏|分流|引导|盖|洒|送|接|救|标|养|开门|关门|调解|扶|限流|降低|核|告知|通知|说清|摘|锯|填|取样|鉴定|挖|铲|教|推迟|缩短|加密|协调|落户|砍|抬|隔音|核实|保留|留个|留出|免|兑现|履行|交楼|交房|入户|签|合规|规范|透明|提供|出具|还原|复原|保障|保证|尊重|回话|回电|统一|分开|错开|提前|叫停|取缔|遮|挡|浇|打扫|打捞|捞|抢|护|通气|通电|通水|围起|围蔽|广播|[得要他她]们?出|多[开加派设装放]/
/** Whether the words ask for something to be done. */
export function isWish(words: string): boolean {
  return (
    acts.test(words) &&
    !/^(?:不知道|没有(?!证|牌)|没了|不清楚|随便|都行|看着办|看情况)/.test(words) &&
    !words.includes('看着办')
  )
}

function fitting(words: string): string {
  let line = ''
  for (const part of words.split('，').filter((each) => each !== '')) {
    const joined = line === '' ? part : `${line}，${part}`
    if (line !== '' && joined.length > longest) break
    line = joined
  }
  return line.slice(0, longest + 10).replace(ending, '')
}
