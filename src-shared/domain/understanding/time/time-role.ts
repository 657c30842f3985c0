import { addDays, formatDate, type LocalTime } from './local-time.ts'
import type { Moment } from './time-expression.ts'

/** What a moment is to the matter is told by the words before and after it. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  /** The words up to the next moment. */
  readonly between: string
  /** True for the first moment of a line. */
  readonly first: boolean
  /** True where the next moment has a date of its own. */
  readonly beforeDate: boolean
}

const reported =
  /^(?!.{0,3}[被把让给])(?!.{1,3}的我[想要])(?:.{0,6})(打(过|了)?.{0,4}(电话|12345|一二三四五|热线)|(?<!去|人|被|给|把)打了(?!针|人|我|他|疫苗|[一两三四五六几]针)|投诉过|[说讲提问]过(?!期)|(?:打电话)?[来想要](?:投诉|举报|反[映应]|咨询|问问|问一下|表扬)|来(?:讨个|问问|说[个件]|讲[个件])|(?:给我)?(?:答复|回复|回访|受理)(?:我|了|过|说|讲|的)|反[映应]过|反[映应]了|举报过|(?:登记|提交|填|写|记)的(?:是|工单|诉求|金额|[一二两三四五六七八九])|报修过|报过|来过电话|打过|找过|已经(报|反映|投诉))/
/** 保安打我电话, 天天打电话: another one called the caller. */
const othersCall =
  /天天|每天|一直|不停|骚扰|推销|一天打|[几多十百]个?电话|^.{0,4}(?:保安|物业|邻居|他们?|她|老师|医院|警察|民警|老板|房东|同事|管家|快递|对方|人家)(?:才|就|又)?(?:给我?)?打(?!12345|一二三四五)|打电话(?:[来去]|过来|给我|给他们)?(?:说|通知|告诉)?我?要?(?:取消|延期|改[期到]|退[订票]|没货|推迟)/
/** 昨晚打的幺二零: the call is part of the matter. */
const rescue = /救护车|急救|[一幺1]二零|[一幺]{2}零|1[12]0/
const otherBefore =
  /((?:截止|到期|有效期)(?:是|到|至|为)?|(?:生产|出厂|保质期|到期日)(?:日期)?(?:是|为|到|写|标|印|的|着)*|合同(?:到|是|从)|出生|生日|预约|答复|回复|上次|(?<![饭班课睡])之前|上回|以前|每个?|一般是?|平时是?|通常是?)$|(要求|希望|麻烦|请(?!问)).{0,8}$|(?:能不能|可不可以|能否).{0,3}$/
/** 说一月四号上班: a date that was promised. */
const promised = /(?:说|讲|答应|承诺|约好?|说好|讲好|定好)(?:是|在|的)?$/
const plan =
  /^(?:之?前|[底初份]|中旬|就|会|给|才|再|来|我们?|他们?)*(?:上班|开工|交楼|交房|交货|来|开业|开门|退|给|到货|发货|开课|完工|修|送|取|拿|领|装|安装|处理|答复|回复|搞定|解决)(?![的了过])/
/** 上周五答应三天内回我 */
const promise = /^(?:你们|他们?|她|物业|老板|店里|公司|商家)?(?:答应|承诺|保证)(?!.*(?:到现在|到今天|拖|没))/
/** 三月份生日, 五月到期 */
const dateOfPapers =
  /^份?的?(?:生日|出生|生的|到期(?!我|[搬退走就]|[他她]们?|了|就|房东|对方|押金|[没不一])|过期(?!了)|截止|毕业|退休)/
const bill = /^份?的?.{0,4}(费|账单|单子)/
const billed = /^份?的?(?:[那这]一?[期张]|账单|那笔)/
/** A meter that was read wrong: the bill of that month is the matter itself. */
const wrongBill = /(?:抄|账单)[^，]{0,3}错|错抄|抄多|多抄/
const contract =
  /^(?!.{0,6}就(?:一直)?(?:这样|有|没|不|漏|坏)).{0,6}(上的?牌|落户|买的房|购房|办的.{0,3}(卡|会员)|入职|入住|签的?合同)/
/** 昨天不是没发红色吗, 上周不是说三天修好吗: held against the seat. */
const heldAgainst = /^(?:你们|他们|她|他|物业)?不是(?:都|也|已经)?(?:没|说|讲|答应|承诺|保证)/
/** 今晚怎么睡, 今天之内, 九点要面试: what is to come or is wished for. */
const toCome =
  /^(?:就|都|还|也|我|你们?|他们?)*(?:会不会|要不要|怎么(?:睡|办|过|上)|之?内|以内|之前必须|能不能|可不可以|必须|还?有没有|就?得(?=给|把|要)|要(?=面试|考试|开会|上班|上学|交|去|用|出|飞)|有(?:个)?(?:考试|面试))/
/** 晚上十一点后不许放, 过了十点不准唱: a rule that is wished for; 算啦那个不用记: told and dropped. */
const wishedRule = /^(?:过)?(?:[以之]?[前后])?(?:就|都|一律|再)?(?:不[许准能得]|不要|别|禁止|莫)/
/** 晚上六点以后打: when the caller is to be called. */
const callHours = /^多?(?:[以之]?[前后])(?:再|才|都|就|可以|方便)*(?:打|来电|联系)(?:我|给我|来|过来|电话)*$/
const dropped =
  /^(?:[到至].{2,5}?)?[唉哎诶啊哦]?(?:算(?:了(?![下夏一])|啦|数)|不用(?:记|管|写)|不说(?:这|那)个)/
/** 上个月给封过的, 上个月漏过一次: it was another time. */
const onceBefore =
  /^(?:就|已经|也|还|给|被|才|都)*[^，]{1,4}过(?:一次|[两几]次|[一两]回|那[次回]|的?又|了?又)|^都?第[二三四五六七八九十]+[次回]/
/** 上个礼拜三我去的时候还开着, 中午煮饭还好好的: all was still well. */
const stillWell =
  /^(?:的时候|都|也)*还没有$|^(?:份|的|都|就|又|是)*(?:正常|没问题|没[多少]?扣|没事)(?!上班|营业)|^[^，]{0,3}(?:好(?:点|些|多|转)|没事了|退烧了|出院)|^[^，]{0,7}都?还(?:好好|是?好的|正常|没事)|^(?:我|我们)?(?:去|来|过去|路过|看)?(?:的时候)?(?:都)?还(?:开着|在开|营业|正常|好好|好的|没事|能用|去|能|可以|有[水电气])/
/** 十号还上课十一号去就锁门了: the day before is told to tell the day. */
const stillThere =
  /^(?:那天|[早晚]上|都)?还(?![没不有是在])[^，]{1,6}[号天点末日一二三四五六][^，]{0,6}(?:就|没)/
const left = /^(?:多钟?|左右|才|钟|就)*(?:就走|下班(?!(?:我|就|的时候)*(?:去|买|顺|回|到家|发现|看|路过)))/
/** 昨晚下雨水还没退: how the weather was before it happened; 下完雨就开始歪 tells when it began. */
const weather =
  /^(?:上|晚上|夜里|又|刚)?(?:下|刮|打|落)(?:了|完|过)?(?:一?场)?(?:大|暴|小)?(?:雨|风|雷|台风)(?:[以之过]后|.{0,2}还没)/
const stillBegan = /就|开始|那天|那阵|的时候|到现在/
/** 下午三点前给我回个话 */
const deadline = /^(?:之|以)?前(?![后天日晚年])/
/** 国庆前 before another day. */
const anchors =
  /^(?:节|的|过后|[以之]?[后前]|过完|放?假期?|长假|期间|第一个?[天日]?|工作[天日]|上班|开工|开学|[那当]天|吧|嘛|了|大概|应该|就?是|也就是|正好|刚好)*$|^节?(?:假期?)?(?:一?过完|放完假?|完了|一完|刚完|收假)/
/** 上个月才充了三百: what was seen to, told so that it be no reason. */
const checkedLately = /^(?:我们?)?才(?:充|交|缴|修|换|买|装|查|检|年审|保养|清洗)/
/** 今早六点才来电 ends what began the evening before, 今年三月盖完的 what was built since. */
const ends =
  /^(?:左右|多|钟|半)*(?:才|就|终于)?(?:来(?:[电水气了]|$)|恢复|修好|找[到回]|通[了水电气]|弄出来|停(?:下来|止|了)|结束|散|放[出人]|(?:施工|装修|[^，我你他没不]{1,2})完(?:[了的成]|$))/
const correction =
  /不对|(?<!是)不是|说错|记错|应该是|更正|错了|[啊哦哎呃唉诶额]不$|不不|[看翻查](?:了|[看翻查一]下?)(?:一下)?[^，我你他]{0,5}(?:是|[哦啊诶])?$/

export const isCorrected = (before: string): boolean => correction.test(before)
export const endsMatter = (after: string): boolean => ends.test(after)

/** 今天算清楚了, 今天打电话说最多退一千五: what came of the matter later. */
const afterwards =
  /^(?:才|又|刚)?(?:算|想|弄)(?:清楚|明白|好了)|^(?:他们?|她|对方|老板|店里|物业)?(?:又|还|才)?(?:给我)?打电话(?:给我|来|过来)?(?:说|讲)(?:最多|只|先|让|叫|要|可以|不)/
const denial = /^(?:，|啊|吧|多|左右|那天|当天)*(?:应该|而)?是/

/** 不是今天是昨天, 九号不是八号: what it was not. */
const isDenied = (before: string, after: string): boolean =>
  before.endsWith('不是') &&
  !before.endsWith('是不是') &&
  (denial.test(after) || /[号日天点]啦?不是$/.test(before))

/** 现在快六点半还坏着, 都晚上八点了还在打钻, 今天都十八号了: how late it is by now. */
const isNow = (before: string, after: string): boolean =>
  (/(?<!就)(?:现在|目前|依家|眼下)(?:都|已经|是|快|才|也|要|差不多)*$/.test(before) &&
    !/^(?:多|半)?(?:就|开始|起)/.test(after)) ||
  (before.endsWith('都') && /^多?了/.test(after)) ||
  /^(?:都|已经)是?[一二三四五六七八九十]+号了/.test(after)

/** 定在十二月十六号的, 机票是十二月一号的: what was agreed for a day. */
const agreedFor =
  /(?<![没不规稳确固肯])(?:定|订|约|排|改|推迟|延期|顺延)的?(?:在|到|的?是|于)$|(?<![规肯])(?:定|订|约)的$|(?:票|航班|婚礼|婚宴|酒席|手术)(?:是|在)?$/
const ofAgreed = /^的|[^，]{0,3}(?:婚礼|婚宴|酒席|手术|航班|演唱会|演出)/

export const isAgreedFor = (words: string, { before, after }: Surroundings): boolean =>
  words.includes('月') && agreedFor.test(before) && (/[在到的于]$/.test(before) || ofAgreed.test(after))

/** Times of something else than the incident: an earlier report, a deadline, a contract, a month's bill, an arrival. */
export function isOtherMatter(
  moment: Moment,
  { before, after, between, beforeDate }: Surroundings,
  asked: boolean,
  spoken: string,
): boolean {
  if (isDenied(before, after) || afterwards.test(between)) return true
  if (isNow(before, after)) return true
  if (
    (reported.test(between) && !rescue.test(before + between) && !othersCall.test(between)) ||
    otherBefore.test(before) ||
    toCome.test(between) ||
    heldAgainst.test(after)
  )
    return true
  if (!asked && dateOfPapers.test(between)) return true
  if (weather.test(between) && !stillBegan.test(between.slice(0, 9))) return true
  if (moment.clock !== undefined && deadline.test(after)) return true
  if (!asked && promise.test(after)) return true
  if (dropped.test(after) || (moment.clock !== undefined && wishedRule.test(between))) return true
  if (moment.clock !== undefined && callHours.test(between)) return true
  if (
    stillWell.test(between) ||
    stillThere.test(after) ||
    onceBefore.test(between) ||
    (moment.clock !== undefined && left.test(between))
  )
    return true
  if (moment.monthOnly && bill.test(between) && !wrongBill.test(spoken)) return true
  // 元旦过后一月三号: the day that follows is meant.
  if (moment.named !== undefined && beforeDate && anchors.test(between)) return true
  // 三月那期四月十号扣的: the bill, and the day on which it was taken.
  if (moment.monthOnly && beforeDate && billed.test(between)) return true
  if (
    checkedLately.test(between) ||
    (promised.test(before) && plan.test(between) && !/没|到现在|延|拖/.test(between))
  )
    return true
  return !asked && contract.test(between)
}

/** A date or clock that is still to come. */
export function isToCome(from: string, now: LocalTime): boolean {
  return from > formatDate(now, now).slice(0, from.length)
}

/** 八月一号起涨, said in July: a day of the next weeks that was announced. */
export function isAnnounced(
  words: string,
  from: string,
  { before, after }: Surroundings,
  now: LocalTime,
): boolean {
  if (!words.includes('月') || words.includes('年')) return false
  const again = `${String(now.year)}${from.slice(4)}`
  const soon = formatDate(addDays(now, announcedAhead))
  if (from.startsWith(String(now.year)) || again > soon.slice(0, again.length)) return false
  return takesEffect.test(after) || (announcing.test(before) && /^(?:就|要|开始)/.test(after))
}

/** Days. */
const announcedAhead = 70
const takesEffect = /^起?(?:正式|就要|要)?(?:涨|执行|生效|实行|实施|加[价收租]|调[价整])/
const announcing = /(?:通知|公告|告示|说|讲|贴|告诉[我他]们?)(?:是|写|了|的)*$/

const habit =
  /每[天年]|天天|每晚|逢(?:周|星期|礼拜|[初单双年节假])|每个?(周|星期|礼拜|月)|平时|一般|通常|经常|常常|老是|总是|有时候?|偶尔|(?:周|星期|礼拜)[一二三四五六日天][到至](?:周|星期|礼拜)[一二三四五六日天]|(?<!个)工作日/

export const isHabitAsked = (question: string): boolean => habit.test(question)

/** 每天晚上十一点, 十一点天天这样; 六点半出门平时七点就回来 tells of one day. */
export const isHabit = (text: string, { start, end }: Moment): boolean =>
  habit.test(
    text
      .slice(0, start)
      .split(/今天|今晚|昨天|昨晚|这次/)
      .at(-1) ?? '',
  ) || /^.{0,6}(?:每天|天天|每晚)/.test(text.slice(end))
