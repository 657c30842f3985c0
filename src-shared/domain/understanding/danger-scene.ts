import type { Sign } from './danger.ts'
import { cite, type Hearing, type Line, nextCitizenLine } from './hearing.ts'
import { spellMatter } from './matter-words.ts'

/** Two things that are no danger alone but are one together, wherever in the call the caller tells them. */
interface Scene {
  readonly parts: readonly [RegExp, RegExp]
  readonly reason: string
}

const scenes: readonly Scene[] = [
  {
    parts: [
      /电梯.{0,10}(停|卡|不动|坏|开不|打不开|关|掉|失控)/,
      /(我|人|小孩|孩子|老人|女儿|儿子|婆|妈|爸|业主|邻居).{0,6}在(电梯)?里(面|边|头)|困|出不|里面有(人|个|老|小)|按铃|暗铃/,
    ],
    reason: '有人被困',
  },
  {
    parts: [
      /(老人|阿婆|阿伯|老太太|老伯|大爷|奶奶|爷爷|邻居|租客|一个人|独居).{0,14}(摔|甩|跌|滑|倒|叫|敲|打电话|没动静|没声)|(摔|甩|跌)(了)?一跤/,
      /(没|没有|不|无)人?(应|硬|开门|接|回|反应|动静|答)|打不通|起不来|动不了|叫不醒/,
    ],
    reason: '有人受伤或危及生命',
  },
  {
    parts: [
      /(小孩|小朋友|孩子|婴儿|宝宝|老人|儿子|女儿|孙子|孙女)/,
      /(车里面?|车上|车内|屋里|房里).{0,6}(哭|锁|关|反锁|闷|拍)|锁(在|死|住)了?.{0,4}(车|屋|房)|(没|没有|看不到)大人/,
    ],
    reason: '有人被困',
  },
  {
    parts: [
      /(电箱|登箱|电线|灯杆|配电|变压器|电柜|充电桩|插座)/,
      /(劈|噼|啪|霹)里|啪啪|打火|冒火|火星|麻(了|到|人|手)|电到|冒烟|吊下来|垂下来|锤到|泡在水|拖在地/,
    ],
    reason: '涉及触电危险',
  },
  {
    parts: [
      /(煤气|燃气|没气|天然气|热水器|灶|臭鸡蛋|厨房|怪味|刺鼻)/,
      /(头|有点|很|人).{0,3}(晕|云|昏|痛|疼)|恶心|想吐|呼吸.{0,3}难|嘶嘶/,
    ],
    reason: '涉及燃气泄漏',
  },
  {
    parts: [
      /吃(坏|了|完).{0,12}(拉|吐|泻|发烧|肚子|不舒服)|又拉又|上吐下泻|食物中毒|拉肚子/,
      /(医院|急诊|吊针|打点滴|掉针|住院|脱水|发高?烧)|[两二三四五六七八九十]+(多|几)?(个|名|位).{0,6}(拉|吐|不舒服|发烧|肚子|中招)/,
    ],
    reason: '有人受伤或危及生命',
  },
  {
    parts: [
      /(桥|楼顶|天台|阳台|窗台|窗户|栏杆|护栏|楼上)/,
      /要跳|想跳|跳(下|楼|桥|河|江)|站在.{0,5}(外面|边上|边缘)|坐在.{0,5}(外面|边上|边缘)|不四跳/,
    ],
    reason: '危及人身安全',
  },
  {
    parts: [
      /(妈|爸|老人|奶奶|爷爷|外婆|外公|阿婆|老伴|孩子|小孩|女儿|儿子|孙)/,
      /(还|都|一直)?没(有)?回(来|家)|找(了|过)?(一|半|两|好|大半).{0,3}(天|下午|晚上|夜|个?小时|上午).{0,4}|联系不上(人)?$|(痴呆|智障).{0,8}(出去|不见|没回)/,
    ],
    reason: '危及人身安全',
  },
  {
    parts: [/(刺鼻|怪味|呛|气味|毒)/, /(人|工人|学生|同事|我).{0,6}(晕|昏|倒)/],
    reason: '有人受伤或危及生命',
  },
  {
    parts: [
      /(墙|房子|楼|棚|牌|树|杆|山坡|边坡|路面|地面)/,
      /(要|快|会)(倒|塌)了?|歪(到|了|得)|(列|裂)了?.{0,4}大?(缝|口).{0,8}(歪|斜|掉|吊)|空(了|洞)|陷(下|进)/,
    ],
    reason: '涉及坍塌或坠物',
  },
]
const past = /上次|之前|以前|去年|前年|曾经|当时|上个月|修好|休好|赔|万一|怕|担心|如果|要是|会不会|隐患/
const pets = /[猫狗鸟兔]|鹦鹉|的毛/

/** Dangers told without any of the words for them: 电梯停在半中间 and, when asked, 我自己在里面. */
export function dangerFromScene(hearing: Hearing): readonly Sign[] {
  const told = hearing.lines
    .filter((line) => line.speaker === 'citizen')
    .map((line) => ({ line, text: spellMatter(line.text) }))
    .filter(({ text }) => !past.test(text) && !pets.test(text))
  return scenes.flatMap(({ parts, reason }) => {
    const found = parts.map((part) => firstOf(told, part))
    return found.every((sign) => sign !== undefined) ? found.map((evidence) => ({ reason, evidence })) : []
  })
}

function firstOf(told: readonly { readonly line: Line; readonly text: string }[], part: RegExp) {
  for (const { line, text } of told) {
    const match = part.exec(text)
    if (match !== null) return cite(line, match.index, match.index + match[0].length, 0.85)
  }
  return undefined
}

const safety =
  /远离|不要(再)?(靠近|涉水|开灯|点火|扒门|强行|触碰|刺激|移动(他|她|伤))|不要.{0,8}(电器|明火|开关|电源)|(马上|立即|立刻|赶紧|先).{0,12}(撤离|疏散|到外面|出去|离开(现场|那里|房间|屋|家|危险))|(先|马上|立即|立刻|赶紧).{0,6}(打开|开)(一下)?(门窗|窗户|窗)|(请|提醒).{0,12}(绕开|避开|绕行)|关(掉|闭|好|上)?.{0,3}(燃气|煤气|天然气).{0,3}阀/
const rescue =
  /(马上|立即|立刻|紧急|已经?|现在|这就|正在).{0,8}(转|联系|通知|联动|呼叫|拨打|叫|派).{0,12}(急救|救护|救援|120|一二零|幺二零)|(马上|立即|立刻|紧急).{0,8}(转|联系|通知|联动|呼叫|拨打|叫).{0,10}(警方|公安|民警|报警|110|一一零|幺幺零|119|一一九|幺幺九|消防)/
const conditional = /如果|下次|万一|以后|平时|再遇|假如|担心|可以(先)?(打开|开)|建议您/
const noEmergency = /偷|丢|骗|噪|吵|停车|通道|充电|隐患|投诉|钱包|蜂|猫|狗/

/** A seat gives safety instructions and calls for rescue where it has understood that somebody is in danger. */
export function dangerFromSeat(hearing: Hearing): readonly Sign[] {
  return hearing.lines.flatMap((line) => {
    if (line.speaker !== 'seat' || conditional.test(line.text)) return []
    const text = spellMatter(line.text)
    const match = safety.exec(text) ?? (calledFor(hearing) ? null : rescue.exec(text))
    if (match === null || nextCitizenLine(hearing, line)?.reply === 'no') return []
    const evidence = cite(line, match.index, match.index + match[0].length, 0.8)
    return [{ reason: '坐席已提示避险或联系救援', evidence }]
  })
}

/** Police and fire brigade also deal with thefts, noise and blocked exits. */
function calledFor(hearing: Hearing): boolean {
  return hearing.lines.some((line) => line.speaker === 'citizen' && noEmergency.test(line.text))
}
