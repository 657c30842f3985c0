import type { Line } from '../hearing/hearing.ts'

/** Kinds of party whose names end in the kind, as the source of a regular expression. */
export const kindSource = [
  '物业管理公司|物业公司|物业|装饰公司|装修公司|科技公司|搬家公司|家政公司|物流公司|建筑公司|供水公司|的士公司|出租车公司|公司|集团',
  '超市|便利店|药店|药房|大药房|专卖店|旗舰店|奶茶店|烧烤店|火锅店|外卖店|理发店|美发店|足浴店|烤肉店|眼镜店|书店|饼店|花店|商店|小卖部|面馆|餐馆|饭馆|菜馆',
  '餐厅|茶餐厅|饭店|酒楼|酒家|酒店|茶楼|大排档|宾馆|旅馆|民宿|客栈|农庄|农家乐|度假村|会所|影楼|影城|电影院|网吧|酒吧|KTV|棋牌室|洗浴中心|游泳馆|公寓|养生馆|理疗馆|健身房|健身中心|美容院|美容店',
  '培训机构|培训班|培训学校|培训中心|托管班|驾校|幼儿园|小学|中学|学校|学院|诊所|医院|门诊部|卫生院|卫生站|养老院|敬老院|月子中心',
  '银行|支行|快递|中介|房产中介|地产|开发商|旅行社|出行平台|平台|车行|琴行|商行|经营部|维修部|4S店|四S店|汽修厂|修理厂|拖车队|车队|制衣厂|[^工]厂|工厂|工地|加油站|停车场|公交公司',
  '肉菜市场|农贸市场|批发市场|菜市场|租赁|冷库|仓库|包工队|施工队|装修队|网咖|会馆|茶馆|洗车店|粉店|养殖场|屠宰场|废品站|回收站|加工厂|洗水厂',
  '(?:家具|园林|口腔|健身|摄影|房产|家政|电器|家电|建材|服饰|数码|烘焙|火锅|烤鱼|烤肉|快餐|肠粉|小吃|早教|托育园?|瑜伽|美发|美甲|足道|足浴|汽修|租车|二手车|教育|装饰)(?:店|公司|厂|馆|城|中心|部|机构|门诊部?|诊所|医院|学校|服务中心|服务部|工作室)?',
  '税务局|社保局|房管局|住建局|水务局|供电局|派出所|居委会|村委会|街道办|街道办事处|城管局|店',
].join('|')

/** Words with which a caller makes somebody the party of the matter. */
export const blameSource = '投诉|举报|表[扬样]|多谢|反[映应]|感谢|曝光|点名|控告|(?<![广公报警预])告|查处'
/** What may stand between such a word and the name. */
export const fillerSource =
  '(?:啊|呢|吧|哈|下|一下|到|了|的是|的|是|说|你们(?:那个|那边的?|这个|的)?|那个|这个|那家|这家|那间|一家|一个|一间|一所|个|我们(?:小区|楼下|村口?|这边|这里)?的?|楼下的?|附近的?|旁边的?|隔壁的?|对面的?|门口的?|对象是)*'

const blamed = new RegExp(`(?:${blameSource})${fillerSource}$`)
const namedBefore = /(名字|名称|名|店|公司|单位|物业|学校|招牌)?(叫做?|是叫|名叫)$|(欠|骗|收)$|被$/
const contacted = /(打(过|了)?(电话)?(给|到)?|电话给|联系(过|了)?|问(过|了)?|去找|找过|报给)$/
const visited = /(在|去|到|找|跟|从)$/
/** What one does at a place that is not thereby blamed; with a word for its people it may be. */
const neutral =
  /^(那里|那边|这里|这边|里面|楼[上下]|前台|的时候|上班|工作|打工|住(?!院)|读书|读|上学|上课|坐车|[上下]车|上(?:面)?(?:信号|听不|不方便|打电话|太吵)|等|碰|看到|看见|遇到|外面|出来|回来|路过|$)/
const itsPeople = /老师|校长|园长|教练|老板|领导|经理|护工|护士|医生|他们|人家|不给|不肯|拖欠|欠|不发|不退/
const bought = /(订|退|买|用|租|办|交|坐|点|住)(了|过|到)?$/
const possessing = /^的(?!门口|附近|旁边|对面|后面|前面|隔壁|路|站|时候|那|问题|业务|政策)/
const softBefore = /(在|去|到|跟|找|是|由|给|向)$/
const acting =
  /^(里面|里)?(的?(那个|这个|[一两几]个)?(老板|员工|工作人员|服务员|师傅|司机|经理|客服|保安|医生|护士|老师|店员|销售|工人|教练|前台|窗口))?(他们|这边|那边|就|一直|都|也|还|又|已经|从来|经常|天天|每天|根本|现在|晚上|半夜|夜里|白天|整天|整晚|偷偷)*(不|拒|欠|拖|乱|强|说话|说了不|说好|答应|承诺|骗|收了?我|态度|没有?|违|卖|倒闭|跑路|关门|关了|扣|克扣|辞退|排|偷|噪|吵|油烟|抽油烟机|推|虚假|服务|停|给我|说不|把我|让我|让未|要求我|收取|存在|涉嫌|帮|烧|施工|打桩|打到|倒垃圾|占|摆|把|卖|开到|放音乐|收费|扰民|宰客|乱涨|涨价|(?:太|真|好|很|特别)(?:过分|黑|坑|离谱|不像话|恶劣|缺德|差))/
/** 街道办有个小伙子把我妈扶回去. */
const praised =
  /^(?:那里|那边|里面|窗口)?的?(?:有|那|这)?一?(?:个|位|名)?(?:工作人员|办事员|同志|小伙子?|小?姑娘|大姐|大哥|阿姨|师傅|司机|民警|警察|队员|保安|护士|医生|老师|志愿者|网格员|社工|年轻人|女孩子?|男孩子?)[^，]{0,6}?(?:帮|扶|救|送|捡|陪|热心|耐心|热情|负责|细心|真?好(?!像|几|久|多)|不错)/
/** 天河城管昨天下午在黄村收我东西. */
const wronging =
  /^[吧把]?(?:[昨今前]天|[上下]午|早上|晚上|刚才|就|又|在[^，]{2,6}?(?:那边|那里|这边|这里|路上?|门口))*(?:收|推|打|骂|罚|砸|没收|拖走?|抢)(?:了|走)?(?:我|老人|人家)/
const summoned = /(?:让|叫|请|找|要求|派|喊)$/
const excusing = /^(他们?|它|那边)?(说|讲)(他们?|它)?.{0,3}(管不了|不归|管不着|没权)/
const landmarkAfter =
  /^[厂场店]?(?:我说的是|就是)?[它他]?(的)?([大正前后侧东南西北]?[门们][口扣前外]|[大正前后侧东南西北]门|附近|旁边?|边上|侧边|[斜正]?对[面过]|后[面头身边]|背后|前[面头边]|隔壁|格壁|楼[上下顶]|路口|那里的|那条|周边|东侧|西侧|南侧|北侧|外面|的路|站)/
/** 从货运场出来: where the caller came from. */
const leaving = /^(?:里面|门口|那边)?(?:出来|出发|出去|过来|回来|回家|开车|走到|走过|往|到(?!现在|今天))/
const landmarkBefore = /(靠近|挨[着住近]|紧邻|路过|经过|住在?|对面是|旁边是|附近有)$/
const pronoun = new RegExp(`^.{0,14}(?:${blameSource})(?:一下)?(?:的?是)?(?:他们?|它们?|她们?|这家|那家)`)

/** Whether words such as 投诉的是他 stand after a name. */
export const isBlamedAfter = (line: Line, end: number): boolean => pronoun.test(line.text.slice(end))

/** Whether words such as 我要投诉 stand right before a name. */
export function isBlamed(line: Line, start: number): boolean {
  return blamed.test(line.text.slice(Math.max(0, start - 16), start))
}

const own = /^(?:是|就是)?(?:我自己|我们自己|我开|我们开|我的店|我们店|是我的|是我们的)/

/** 我们叫广州恒泰包装有限公司 */
const ownBefore = /(?:^|[^投诉举报找])我们(?:公司|单位|厂|店|这边)?(?:全称)?(?:叫|就?是)$|[号楼]我们?(?:是)?$/

/** 幸运茶餐厅我自己的店: the caller's own. */
export const isOwn = (line: Line, end: number, start = end): boolean =>
  own.test(line.text.slice(end)) || ownBefore.test(line.text.slice(0, start))

/** Whether a name only tells where something is: 翠湖小学门口. */
export function isLandmark(line: Line, start: number, end: number): boolean {
  const before = line.text.slice(Math.max(0, start - 16), start)
  const after = line.text.slice(end)
  const passed = before.endsWith('从') && leaving.test(after)
  const feigned = feignedBefore.test(before) || (saidToBe.test(before) && bidding.test(after))
  return (
    landmarkAfter.test(after) ||
    (landmarkBefore.test(before) && !wrongedThere.test(after)) ||
    before.endsWith('不是') ||
    passed ||
    feigned
  )
}

/** 住在云舍公寓房东不给登记: who wrongs those who live there. */
const wrongedThere =
  /^的?(?:房东|老板|管家|前台|宿管|经理|护工|老师|保安|工作人员|他们)(?:就|都|一直|也|还|老是)*(?:不[给肯让退帮]|拒|拖|欠|扣|骗|赶|打|骂|乱|强)/
/** 冒充社保局, 说是公安局的让我转账: in whose name others cheat. */
const feignedBefore = /(?:冒充|自称|假冒|假装|谎称)(?:是|自己是|成)?$/
const saidToBe = /说(?:自己|他们?|她)?是$/
const bidding = /^的?(?:人|工作人员|客服|民警|警察)?[让叫要喊](?:我|你|她|他)/

/** How clearly the words around a name make it the party of the matter: 0 for a landmark, 2 and more for a party. */
export function roleOf(line: Line, start: number, end: number, listed: boolean, asked: boolean): number {
  const before = line.text.slice(Math.max(0, start - 16), start)
  const after = line.text.slice(end)
  if (isLandmark(line, start, end) || isOwn(line, end, start)) return 0
  const blame = isBlamed(line, start) || pronoun.test(after)
  if (contacted.test(before) && !blame) return listed ? 0.6 : 0
  const acts =
    (acting.test(after) && !excusing.test(after)) ||
    praised.test(after) ||
    (wronging.test(after) && !summoned.test(before))
  const named = blame || namedBefore.test(before)
  if (named || acts) return (named ? 2.5 : 0) + (acts ? 2 : 0)
  if (asked) return 2.2
  if (visited.test(before) && (!neutral.test(after) || itsPeople.test(after))) return 2
  const opens = start === 0 || line.breaks.has(start)
  if (possessing.test(after) && (opens || bought.test(before))) return 2
  // A listed party in whose shop, school or office something went wrong.
  if (!listed) return 0
  return (softBefore.test(before) || opens) && !excusing.test(after) ? 1 : 0.6
}

/** 让城管来收他的桌子: whom the caller wants to come. */
export const isSummoned = (line: Line, start: number, end: number): boolean =>
  summoned.test(line.text.slice(0, start)) &&
  /^(?:的?(?:人|同志|师傅|领导))?(?:赶紧|快点?|马上|上门|一起)?(?:过?来|出[来面]|去(?!年)|派人|处理|查|管管|上门|跟|帮)/.test(
    line.text.slice(end),
  )
