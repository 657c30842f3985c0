import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import type { Sign } from './danger.ts'
import { cite, type Hearing, type Line } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'

/** Turns between the two halves of a scene. */
const scope = 6

/** Two things that are no danger alone but are one together, wherever in the call the caller tells them. */
interface Scene {
  readonly parts: readonly [RegExp, RegExp]
  readonly reason: string
}

const scenes: readonly Scene[] = [
  {
    parts: [/井盖|沙井|窨井/, /(?<!车|钱包|手机|东西)不见了|一?个?大?(?:黑)?洞|(?:摔|掉|踩)(?:进|下)去|被偷/],
    reason: urgencyReasons.manhole,
  },
  {
    parts: [
      /电梯.{0,10}(停|卡|不动|坏|开不|打不开|关|掉|失控)/,
      /(我|人|小孩|孩子|老人|女儿|儿子|婆|妈|爸|业主|邻居).{0,6}在(电梯)?里(面|边|头)|(?<!没有?|没有人|没人|不会)困(?!过)|出不(?!来水)|里面有(人|个|老|小)|按铃|暗铃/,
    ],
    reason: urgencyReasons.trapped,
  },
  {
    parts: [
      /(老人|阿婆|阿伯|老太太|老伯|大爷|奶奶|爷爷|邻居|租客|一个人|独居).{0,14}(摔|甩|跌|滑|倒|叫|敲|打电话|没动静|没声)|(摔|甩|跌)(了)?一跤/,
      /(没|没有|不|无)人?(应|硬|开门|接|回|反应|动静|答)|打不通|起不来|动不了|叫不醒/,
    ],
    reason: urgencyReasons.hurt,
  },
  {
    parts: [
      /(小孩|小朋友|孩子|婴儿|宝宝|老人|儿子|女儿|孙子|孙女)/,
      /(车里面?|车上|车内|屋里|房里).{0,6}(哭|锁|关|反锁|闷|拍)|锁(在|死|住)了?.{0,4}(车|屋|房)|(没|没有|看不到)大人/,
    ],
    reason: urgencyReasons.trapped,
  },
  {
    parts: [
      /(电箱|登箱|电线|灯杆|配电|变压器|电柜|充电桩|插座)/,
      /(劈|噼|啪|霹)里|啪啪|打火|冒火|火星|麻(了|到|人|手)|电到|冒烟|吊下来|垂下来|锤到|泡在水|拖在地/,
    ],
    reason: urgencyReasons.electricity,
  },
  {
    parts: [
      /(煤气|燃气|没气|天然气|热水器|灶|臭鸡蛋|厨房|怪味|刺鼻)/,
      /(头|有点|很|人).{0,3}(晕|云|昏|痛|疼)|恶心|想吐|呼吸.{0,3}难|嘶嘶/,
    ],
    reason: urgencyReasons.gas,
  },
  {
    parts: [
      /吃(坏|了|完).{0,12}(拉|吐|泻|发烧|肚子|不舒服)|又拉又|上吐下泻|食物中毒|拉肚子/,
      /(医院|急诊|吊针|打点滴|掉针|住院|脱水|发高?烧)|[两二三四五六七八九十]+(多|几)?(个|名|位).{0,6}(拉|吐|不舒服|发烧|肚子|中招)/,
    ],
    reason: urgencyReasons.hurt,
  },
  {
    parts: [
      /(桥|楼顶|天台|阳台|窗台|窗户|栏杆|护栏|楼上)/,
      /要跳|想跳|跳(下|楼|桥|河|江)|站在.{0,5}(外面|边上|边缘)|坐在.{0,5}(外面|边上|边缘)|不四跳/,
    ],
    reason: urgencyReasons.endangered,
  },
  {
    parts: [
      /(妈|爸|老人|奶奶|爷爷|外婆|外公|阿婆|老伴|孩子|小孩|女儿|儿子|孙)/,
      /(还|都|一直|仲)?[没未冇](有)?[回返](来|家|屋企)|(?:唔|不)见(?:了|咗|左)(?:人|$)|找(了|过)?(一|半|两|好|大半).{0,3}(天|下午|晚上|夜|个?小时|上午).{0,4}|联系不上(人)?$|(痴呆|智障).{0,8}(出去|不见|没回)/,
    ],
    reason: urgencyReasons.endangered,
  },
  {
    parts: [
      /刺(鼻|眼|喉)|怪味|呛|气味|毒|氨|化学品?|农药|天那水|油漆味|(好|很|非常)(大|浓|冲)的?味/,
      /(人|工人|学生|同事|我|街坊|档口|邻居).{0,6}(晕倒|晕了|昏|倒下|倒了)|[两二三四五六七八九十几]+(多|几)?(个|名|位)人?.{0,10}(吐|呕|晕|昏|倒)|(吐|呕)个?(不停|不止)|吾停甘吐|不停.{0,2}(吐|呕)/,
    ],
    reason: urgencyReasons.hurt,
  },
  {
    parts: [
      /(墙|房子|楼(?!上|下)|雨?棚|广告牌|招牌|大树|树(?!教|叶|林|人)|杆|山坡|边坡|护坡)/,
      /(要|快|会)(倒|塌)了?|歪(到|了|得|着)|(列|裂)了?.{0,4}大?(缝|口).{0,8}(歪|斜|掉|吊)|(斜|倾)(了|着|过来)|往(一边|外|路上|下面?)(斜|倒|歪)/,
    ],
    reason: urgencyReasons.collapse,
  },
  {
    parts: [
      /(路|地|人行道|车道|桥面|广场|院子|操场).{0,8}(洞|窟窿|坑|塌|陷|穿|裂)|(洞|窟窿|大坑)/,
      /(下面|里面|底下|底).{0,6}(空|悬|水声)|(看|见)不(到|见)底|深不见底|越来越(大|深)|(车|人|轮子).{0,6}(陷|掉)(了)?(进|下)去?|往下(陷|沉|塌)/,
    ],
    reason: urgencyReasons.collapse,
  },
  {
    parts: [
      /(钢管|钢筋|棚架|脚手架|吊篮|模板|物料|石料|铁架|广告牌|招牌|空调架)/,
      /(吹|晃|荡|摇)[^，]{0,4}(底下|下面|楼下)[^，]{0,4}(行人|有人|人来|学生|小孩|摆摊|过路)|(底下|下面|楼下)[^，]{0,6}(行人|人来人往|接送|学生)/,
    ],
    reason: urgencyReasons.collapse,
  },
  {
    parts: [
      /(爬|站|坐|跑|上)(到|上|在|去)了?.{0,6}(塔吊|吊塔|楼顶|天台|顶楼|吊车|脚手架|广告牌|铁塔|电塔|高架|桥墩|烟囱|水塔)/,
      /不(下来|肯下|愿下)|要跳|讨(薪|说法|工资)|喊话|不给.{0,8}(不|跳|死)|威胁|拉横幅|激动/,
    ],
    reason: urgencyReasons.endangered,
  },
  {
    parts: [
      /水里|河[边里中]|江[边里中]|湖[边里]|涌[边里]|水库|鱼塘|海[边里]/,
      /扑腾|挣扎|一上一下|浮上浮下|沉(下|上|了)|喊救命|往(水|河|江|湖|海)里(走|跳)|站在水(里|中)|(漂|飘|浮)(着|起)/,
    ],
    reason: urgencyReasons.trapped,
  },
  {
    parts: [
      /(呼吸机|制氧机|氧气机|吸氧|透析机|监护仪|心脏起搏|重症)/,
      /停(了)?电|没(有)?电|断电|跳闸|(能|可以|只能|还能)(撑|顶)|电瓶|备用电/,
    ],
    reason: urgencyReasons.hurt,
  },
  {
    parts: [
      /(老人|老头|阿伯|阿婆|老太太|老爷子|大爷|奶奶|爷爷|外婆|妈|爸|老公|老婆|孩子|小孩|婴儿|宝宝|孕妇|有个人|一个人|男的|女的|师傅|流浪汉|同事|室友)/,
      /(躺|趴|瘫|倒)(在|着|了|地)(?!床|沙发).{0,14}|胸(口)?(闷|痛|疼)|喘(不|得)|嘴唇(有点)?(紫|发紫|发黑)|脸色(发)?(白|青|紫)|(叫|喊|推|摇)(他|她|了)?.{0,4}(没反应|不应|哼)|(腿|手|身子|人)(动不了|不能动|使不上)|(快|要)不行了|发抖|出(冷)汗/,
    ],
    reason: urgencyReasons.hurt,
  },
  {
    parts: [
      /(小孩|孩子|宝宝|孙女?|孙子|女儿|儿子|两岁|三岁|一岁|婴儿|老人|老太太|痴呆)/,
      /反锁|锁(在|住|死)(了)?(屋|房|家|里|车)|(把|将)(自己)?(锁|关)在/,
    ],
    reason: urgencyReasons.trapped,
  },
]
const past = /上次|之前|以前|去年|前年|曾经|当时|上个月|修好|休好|赔|万一|怕|担心|如果|要是|会不会|隐患/
const figure = /(累|吓|笑|热|困|气|忙|喝|哭|躺平).{0,3}(瘫|趴|倒|躺|晕|发抖|喘)/
const pets = /[猫狗鸟兔]|鹦鹉|的毛/

/** Dangers told without any of the words for them: 电梯停在半中间 and, when asked, 我自己在里面. */
export function dangerFromScene(hearing: Hearing): readonly Sign[] {
  const told = hearing.lines
    .filter((line) => line.speaker === 'citizen')
    .map((line) => ({ line, text: spellMatter(line.text) }))
    .filter(({ text }) => !past.test(text) && !pets.test(text) && !figure.test(text))
  return scenes.flatMap(({ parts: [thing, harm], reason }) => {
    const harmed = firstOf(told, harm)
    const met = harmed === undefined ? undefined : firstOf(told, thing, harmed.turn)
    return met === undefined || harmed === undefined
      ? []
      : [met, harmed].map((evidence) => ({ reason, evidence }))
  })
}

/** The first of the words; those of a scene lie within some turns of each other. */
function firstOf(
  told: readonly { readonly line: Line; readonly text: string }[],
  part: RegExp,
  near?: number,
) {
  for (const { line, text } of told) {
    if (near !== undefined && Math.abs(line.index - near) > scope) continue
    const match = part.exec(text)
    if (match !== null) return cite(line, match.index, match.index + match[0].length, 0.85)
  }
  return undefined
}
