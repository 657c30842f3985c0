import { cleaned } from './content-clauses.ts'
import type { Wish } from './demand-wish.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { respellLike } from '../hearing/respell.ts'
import type { Spelling } from '../hearing/spelling.ts'
import { wishText } from './wish-text.ts'

const apart =
  /，|(?:[啊呀哇嘛呢啦咯哦诶嘞喔]|(?<![网酒茶书水贴迪])吧)+|了(?=我|他|她|你|现在|但|还|就|也|都|今|昨|打|找|问|有)|(?<=.{4})(?=但是|不过|所以|因为|结果|然后|而且|反正|我不|我又|你们|我们都|搞得|吵得|害得|能不能|可不可以|麻烦|我要投诉|我想投诉|我要举报)|(?<=.{5}了)(?=[我他她你那这哪底上里也都还就又现昨今但])/
const harm =
  /没(?:有)?[锁装]|露|裸|不(?:给|肯|退|赔|发|修|开|理|管|来|走|亮|动|热|出|让|准|通|规范|公平|合理|到位)|没(?:有)?(?:发|退|给|交|人[收管]|水|电|气|热水|开|办|装|盖)|坏|漏|停|噪|吵|欠|堵|占|堆|扰|臭|骗|扣|乱|断|倒|塌|冒|着火|烧|困|伤|摔|晕|偷|丢|违|过期|假|裂|歪|掉|飞进|爬进|咬|味|脏|烂|破|烟|挖|锁|吐|拉肚子|不见|走丢|垃圾|施工|装修|油烟|污|尘|养|跳|挂|晃|松|窝|蛇|蜂|蟑螂|老鼠|积水|淹|推|打人|骂|黑|没回|没见|没人|跑路|关门|失联|倒闭|差了|(?:利息|金额|数目|价钱|价格|账)不对|不认/
const own: readonly (readonly [RegExp, string])[] = [
  [/^(?:我|又|想|要|来|也|帮)*(?:建议|投诉|举报|反映|咨询)(?:又|想|要|建议|投诉|举报|一?下|就是|的是)*/g, ''],
  [/^(?:我|想|要|来)*[跟和同根]您?你?[说讲](?:一?下|一件事|个事)?/g, ''],
  [/^(?:你好|您好|喂|那个|我|就)*[是事]?这?样[的得地德](?!人|店|车|情况)/g, ''],
  [/^[^，]{0,5}[说讲](?:一?下|一?个|一?件)[事师](?:情)?/g, ''],
  [/^[一两三]件事|^第一[个件](?:事情?)?(?:就是)?/g, ''],
  [/[那哪这]个/g, ''],
  [/^我(?=妈|爸)/g, '来电人'],
  [/我们?家/g, '来电人家'],
  [/我们?(?:这边|这里|那边|那里|这|那)(?:有)?/g, ''],
  [/我们?(?=小区|楼|村|公司|厂|学校|单位|社区|工地|街|巷)/g, ''],
  [
    /^(?:我们?|你们?|他们?|她们?|它|那个|这个|那|这|有(?!人)|是|的|就|又|说|跟你说|跟您说|个|呢个|现在|在)+/g,
    '',
  ],
  [/(好大|好多|很大|很多)\1的?/g, '$1的'],
  [/(?:你们?|政府)?(?:到底)?(?:管不管|管吗|处不处理|理不理)$/, ''],
  [/^(?:就|又|是)?问(?:一?[下声])?(?:你们?)?/, ''],
  [/(?:很厉害|得很|的很|得要命|死了?)$/g, ''],
]
const longestClause = 22
const leastClause = 4
/** First words of so many characters tell of the matter, whatever is told in answer to questions. */
const plainlyTold = 8

/** The clause in which the caller first tells what is wrong, short enough for a line. */
export function clauseOfMatter(hearing: Hearing): Wish | undefined {
  const seat = hearing.lines.filter(({ speaker }) => speaker === 'seat').map(({ text }) => text)
  const spelled = respellLike(seat)
  let first: Wish | undefined
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen' || line.asked.has('name') || line.asked.has('phone')) continue
    for (const words of clausesOf(line, spelled)) {
      if (barely.test(words) && askedWhether(hearing, line)) continue
      const wish = { value: words.slice(0, longestClause), line, start: 0, confidence: 0.6 }
      if (first !== undefined && first.value.length >= plainlyTold && line.index - first.line.index > 3)
        return first
      if (harm.test(words) || isActItself(words)) return wish
      first ??= line.asked.size === 0 ? wish : undefined
    }
  }
  return first
}

/** 没交, to 交了吗: an answer tells nothing by itself. */
const barely = /^(?:没有?|还没)[^，]{0,2}(?:受伤|到人|交|事|付)(?!收|管|修|来|处理)/
const askedWhether = (hearing: Hearing, line: Line): boolean =>
  /[吗嘛没]$|没有$|是不是$|有没有/.test(previousSeatLine(hearing, line)?.text ?? '')

/** 孩子夏令营退费: the matter itself is what is to be done. */
export const isActItself = (words: string): boolean =>
  /^[^不没]*(?:退费|退款|退卡|退课|退押金|退定金|退订金|赔偿)(?:的?问题|的?事情?)?$/.test(words)

/** What a line tells, clause by clause, without address, particles and questions. */
function clausesOf(line: Line, spelled: Spelling): readonly string[] {
  return broken(line.breaks, spelled(wishText(line.text)))
    .split(apart)
    .reduce<readonly string[]>(withTopic, [])
    .map((part) => own.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), cleaned(part)))
    .filter((words) => words.length >= leastClause && !tellsNothing.test(words))
}

/** 那面墙啊裂开了: a thing before a particle belongs to what is told of it. */
function withTopic(parts: readonly string[], part: string): readonly string[] {
  const before = parts.at(-1)
  return before !== undefined && topic.test(before) && !harm.test(before)
    ? [...parts.slice(0, -1), before + part]
    : [...parts, part]
}
const topic = /^[^，]{0,6}[那这哪有][个面条棵根辆家间栋块座台盏扇](?!事|人|情况|问题)[^，说问讲]{1,4}$/

const tellsNothing =
  /^(?:你们)?管不管|^[^，]{0,12}(?:在|就)[^，]{2,8}[路街道巷村镇区]$|^[^，了着坏]{2,12}(?:门口|门扣|们口|旁边|对面|附近|隔壁)$|处不处理|归不归|(?:编|单|工)号是?(?=[a-zA-Z零一二三四五六七八九幺\d])|^(?:不知道|请问|可以|没有|没事|不是|好的|喂)|什么|怎么(?!都)|吗$/

function broken(breaks: ReadonlySet<number>, text: string): string {
  return Array.from(text, (character, at) => (at > 0 && breaks.has(at) ? `，${character}` : character)).join(
    '',
  )
}

/** Two characters in a row that both have. */
export function sharesWord(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at++) if (other.includes(one.slice(at, at + 2))) return true
  return false
}

/** Whether most of the characters of the shorter words stand in the longer ones. */
export function alike(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((words) => words.replace(/尽快|赶紧|马上|希望|要求/g, ''))
    .sort((a, b) => a.length - b.length)
  const shared = Array.from(short).filter((character) => long.includes(character)).length
  return shared * 2 >= short.length
}
