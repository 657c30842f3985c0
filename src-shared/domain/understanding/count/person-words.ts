import { oncePerText } from '../../../base/remember.ts'
import { numeralSource } from '../../../text/numerals.ts'

export const persons =
  '人|工人|农民工|员工|同事|学生|孩子|小孩|小朋友|家长|老人|业主|居民|邻居|乘客|伤者|租客|村民|民工|工友|受害者|消费者|同学|客人|游客|病人|学员|住户|群众|姐妹|兄弟|老乡|朋友|女工|旅客|租户|商户|摊主|顾客|团友|室友|舍友|保洁员|清洁工|环卫工|临时工|职工|队员|护工|路人|行人|小伙子?|年轻人|小年轻|青年|男的|女的|大妈|大爷|阿姨|阿伯|大叔|妇女|男孩|女孩|婴儿|患者|选手|考生|菜农|果农|农户|农民|渔民|摊贩|商贩|司机|骑手|外卖员|快递员|(?:穿|着|戴|背|流浪|送|卖|捡|骑)[^，个零一二两三四五六七八九十]{0,4}的(?=$|[，入进出在被都来去也就过跑到没])'
export const n = numeralSource
/** 四十个人有十二个发烧, 联名的业主有一百零六个: of whom the number that follows is. */
const among =
  '(?:(?:人|学生|孩子)(?:(?:里面?|当中|中)?有|(?:拉|吐|伤|倒|病|晕)了)|(?:业主|家长|工人|工友|同事|员工|住户|租户|村民)(?:一共|总共|大概)?有|(?:人|学生|孩子|同学|老人|工人|业主|员工)[^，零一二两三四五六七八九十\\d]{0,6}的(?:一共|总共|大概)?有)'
export const wholeOf = new RegExp(
  `^(?:(?:里面?|当中|中)?有|(?:拉|吐|伤|倒|病|晕)了)${numeralSource}个(?!月|小时|星期|礼拜|钟|多)`,
)
/** 加我三个, 连我儿子四个: with whom they are so many. */
const together =
  '(?:不算|除[了开掉]|扣掉|(?:加上?|连上?|算上|连同)(?:我们?自?己?|自己|本人)(?:[^，零一二两三四五六七八九十\\d]{1,5})?)(?:就是|一共|总共|就|是|有|共|剩)*'
const pattern = new RegExp(
  `(?<count>${n})(?<about>多|来|几)?(?:个(?:${persons})|号人|名(?:${persons})?|位(?:${persons})|人(?![民家行口员工物才们数字海])|口人|(?<=家(?:${n}))口|(?<=(?:${among}|${together})(?:${n}))个(?!月|小时|星期|礼拜|钟|多)|(?<=[我咱你]们(?:${n}))[个位](?=$|[，说讲在被困没给去到就全也坐]|都(?!是))|个(?=受伤|被困|烫伤|骨折|昏迷|落水|中毒|晕倒|流血))`,
  'g',
)
const answerPattern = new RegExp(
  `(?<count>${n})(?<about>多|来|几)?(?:个(?!月|小时|星期|礼拜|钟)|名|位|口|人|$|吧|嘛)`,
  'g',
)
/** The numbers of persons in a text. */
export const personsTold = oncePerText((text) => [...text.matchAll(pattern)])
/** After a question for the number of persons the measure word is enough. */
export const personsAnswered = oncePerText((text) => [...text.matchAll(answerPattern)])
export const askedPattern =
  /多少(个|名|位)?.{0,2}(人|业主|学生|家长|员工|乘客|住户|同事|工友|孩子|小孩|户)|几(个|位|名|口)?人|几(位|名|个)(?=[去来玩住坐吃]|一起|同行|出行|报名|工友|同学|用餐|受伤|被困|没[有拿领]|不舒服|参加|登记|签|呢|$|老人|孩子|小孩|学生|工人|同事|家长|伤者|乘客|业主)|人数|具体(是|有)?多少(?!钱|块|元|金额|费|号)|(一百|几十|十|百)多?人确切|确切是多少(?!钱|块|元)|具体(是)?(多少|几)个/
/** 人数能具体点吗: after a number of persons that was rough. */
export const exactly =
  /(确定|具体|准确|确切|精确|清楚).{0,6}(数字?|人数|多少|十几)|(数字?|人数).{0,6}(确定|具体|准确|确切|精确|清楚)/
export const roughly = new RegExp(
  `(?:${n})(?:多|来|几|个|十)*(?:个|名|位|号)?(?:${persons})|几[十百千]个?(?:${persons})|${n}(?:多|来|几)?个(?=左右|没|$)`,
)
/** 加上组长吗: whom the number takes in. */
export const included = /(加上|算上|包括|连).{0,6}[吗吧]$/
/** What follows a number of persons that answers the seat's own. */
export const endsCount = /^(?:$|人|吧|啊|啦|左右|都|也|没|了|不|在|全|对|就)/
export const totalBefore = new RegExp(
  `${together}$|(数了?一?下|数了数|现在是?|一共|总共|共|[加合]起来|涉及|大概有|有|就是?|名单上|确切|我们|我们家?|嗯|一家|全家|是|连我们?|加上我们?|大概|差不多|陆陆续续)(是|有|大概|涉及|都|家|这|里)*$`,
)
/** 那就十八个, 不止二十三个: a total in place of the one that the seat took down. */
export const newTotal = new RegExp(
  `${together}$|(一共|总共|加起来|[连加算]上?(我们?|他们?|[^，\\d]{2,3})|[那哪]?就|不止|其实|应该)(是|有|得)*$`,
)
/** 十个就十个吧. */
export const conceded = new RegExp(`(${n}个)就\\1`)
export const correction =
  /(不对|不是|[哦噢啊呃诶哎]不|说错|记错|应该是|更正|错了)(了|我?说错了?|应该|其实|是|就是|共|一共|总共|有)*$/
export const notPersons =
  /(第|每|每一?个?[班家户车间组队层桌屋房]|被|人均|满|前|排|等了|几|十|百|千|哪|另|这|那|某|反正|派了?|来了?|叫了|带了|坐了|住了|只有|一(?:个?上午|天|早上|个?下午|个?小时|个?晚上)(?:只|就|才|能|要)*(?:看|接|收|放|叫|送|办)|站了|换了|(?:加|增|增加|改|扩)[到成]|[找叫喊请]|找了|我家?有|家里有|管|照顾|照看|负责|[带抱牵背]着?|教|加派?|派|增加|安排|(表扬|感谢|夸|谢谢|点赞|举报)(一下|那|这|他们)*)$/
/** 一共住了二十三个人 counts those who live there. */
export const counted = /(一共|总共|里面|加起来|共)(住|坐|站|来|睡|挤)了$/
/** Persons on duty, who are there for the matter or are praised for it. */
export const acting = /(?:队员|护工)$/
export const addsMore = new RegExp(`(?:加上?|连|算上|一共|总共|加起来)[^，]{0,4}${n}[个名位]`)
export const attendants = /连(司机|领队|老板|导游)$/
/** 欠我们八个人的钱 */
export const wronged = /(?:欠|拖欠|骗|扣|收)了?(?:我们|咱们)$/
/** 八岁的三个同学 of a son, 两个师傅 who helped: persons, but not those the matter is about. */
export const besidePersons =
  /^合租(?!的)|^平时|^[^，]{0,3}(?:差一?点|险些|差些)|^(?:扶|抬|帮|救|追上)|^(?:一起)?(?:围着|堵着|追着|骂我)|^的(?:学费|费用?|钱|工资|一个|饭|餐|菜|外卖|量)|^(?:疏导|维持|值守|值班|看守|指挥|引导)|^在.{0,4}(玩|散步|经过|路过|排队|抽烟|打牌|聊天|闲|唱|跳|吵|骂)|^(都|就|在)?(说话|态度|过来|来(看|修|处理|查)|上门|打(我|人)|值班|上班|干活)|^(以上|以下|同意|同[意一]|在(骂|吵|看|围观)|围观|都在(骂|说|看)|插队|住(?!院|进医院))/
/** 三十一人, without being asked. */
export const toldCount = new RegExp(
  `(?<![第零一二两三四五六七八九十百])${n}(?:多|来|几)?(?:个(?!月|小时|星期|礼拜|钟)|[名位口人])`,
)
/** 只写我的别人自己反映: the others are left out. */
export const ownOnly = /只(?:用|要|是)?(?:写|些|登记|记|说|讲|反映)我(?:自己|一个人?)?的/
/** 好的三十一人: what stands before a number that a seat repeats. */
export const opening = /^(?:好的?|嗯|哦|那|就?是|也就是说?|所以|涉及|一共|总共)*$/
/** 也就是, 对吗: a seat's words when it makes sure. */
export const confirms = /也就是|一共|总共|对吗|是吗|是吧|对吧|核对|确认|受影响|登记/
export const kindOfPersons = new RegExp(`^(?:${persons})`)
/** 主播, 摊主, 阿婆: who is counted, by the last character. */
const someone =
  '[^，零一二两三四五六七八九十]{0,4}?(?:人|员|工|[师医律]|傅|户|主|生|友|客|婆|[公阿]|伯|叔|姨|哥|姐|弟|妹|娃|孩|仔|妈|爸|播|练|长|商|贩|民|众|亲|属|者|老少|奶|爷|口子|队|手|机)'
export const countsSomeone = new RegExp(`^${someone}`)
/** 几位阿婆, 多少个摊主 */
export const asksSomeone = new RegExp(`(?:几|多少)(?:个|名|位|口)?${someone}`)
/** 您一个人还是, 还有谁 */
export const asksWhoElse =
  /一个人|几个人|只有您|就您|还有(?:谁|别人|其他)|[您你](?:自己|个人)(?:还是|的)|大家/
/** 都没发, 在住院, 被骗: what befalls those who are counted. */
export const suffers =
  /^[^，零一二两三四五六七八九十]{0,5}[都也全]?(?:没|不|被|困|伤|吐|拉|烧|疼|欠|骗|病|晕|受|等|睡|交|买|报|投诉|反映|签|联名|一起|在|遇|碰|过敏|住院)/
/** 连我, 我们: with the caller. */
export const withCaller = /我们|我[和跟]|咱|[连加算]我|包括我|带上我/
/** 他们来了三个人, 派了两个人 */
export const theirs = /(?:他们|对方|来了|派|老板|公司|店里|保安|物业|工作人员|叫了|请)[^，]{0,6}$/
export const things =
  /^(?:月|小时|字|电话|号|班|楼|栋|路口|工作日|[红黑石包箱盒袋房数点]|大的|店|车位|单元|平方|多)/
/** 以老师的八个, 所以是四个 */
export const settlesCount = /(?:[以按就那]|照|所以|剩下?|实际|最后|后来)[^，零一二两三四五六七八九十]{0,4}$/
/** 就给我登记, 他们自己会打: the others are left out. */
export const leavesOthers =
  /[只就光先](?:要|是)?(?:给|帮|替|写|些|登记|记|说|讲|反映|管)我(?:自己|一个人?)?的?|[他她]们会?自己|别人(?:的)?我?不管/
/** 好的四位: what stands before a number that somebody takes up. */
export const repeats = /^(?:好的?|嗯|哦|那|就?是|也就是说?|所以|涉及|一共|总共|登记|明白)*$/
