/** What a sum is to the matter, the words around it say. */
export type SumRole =
  /** What is still owed once something was given back: 现在就剩押金一千六. */
  | 'left'
  /** What is demanded, owed or was taken wrongly. */
  | 'claimed'
  | 'total'
  /** What was paid, charged or lost. */
  | 'paid'
  | 'told'
  /** What each household or person is charged: at issue only where nothing else is told. */
  | 'rate'
  /** What is due for a month or a year: at issue where just that one is open. */
  | 'span'
  /** What the other party offers or gave back, what is usual, and what nobody disputes. */
  | 'undisputed'

const totalBefore =
  /(一共|总共|总的|通共|统共|前后|合计|总计|共|[加合]起来|拢共|合共|总额|金额|共计|总价|统计|算下来)(就?是|有|欠|要|收|花|交|付|退|被骗)?(了)?(我们?)?(大概|大约|差不多)?$/
const givenBefore =
  /([他她它]们?(?:都)?补(?:了|到)|(只|才|顶多|最多|同意|愿意|肯|答应|[他她它们家司板方台服店业理介东厂]就?[都也才]?(?:说|讲|答应|提出)(?:(?!我|那就|不如|干脆).){0,8}?)(就|只|想|肯|同意|愿意|能|给|是|最多)*(?<![不没])(退|赔|补|给)(偿|还|给)?(了)?(我们?|人家)?|(?<!要|让)我?[只才](付|交|给)了?|(已经)?(退|赔|还)(还|偿|给)?了(我们?)?|[说讲谈]好(?:(?!我).){0,12}(?:结果|最后|实际|却)(?:只|就|才)?(?:给|发|付)了?(?:我们?)?)(一部分|其中)?$/
const usualBefore =
  /(平时|平常|正常|本来|按道理|按规定|以前|别人|人家(?=只|才|都|就)|别家|外面|同行|网上|网店|淘宝|京东|拼多多|隔壁|其他店|原来|往年|市场价|公道)[^退赔欠多]{0,4}$/
const undisputedAfter =
  /^(?:块钱?|元)?我?(?:根本|就|也|都)*(?:是|因为)+[^，]{0,10}(?:没|不)有?[交缴]|^(?:块钱?|元)?(?:这个|那个)?(?:是|我|我们|都|也|就)*(?:照给|照付|照交|认(?!为|定|识)|自愿|该给|没意见)|^(块钱?|元)?的?(?:他们?|她|倒|都|也)*(?:没有?扣|没少|不扣)|^(块钱?|元)?的?(押金|费用|钱|清洁费)?(是|那个是|这个是)?(正常|合理|可以接受|我认|我也认|没问题|对的|应该的|该交的|就算了|公道)|^(?:块钱?|元)?(?:那|这)?(?:些|个)?都?是(?:去年|前年|以前|上次|之前|早几年|很久以?前)的|^(?:块钱?|元)?(?:也|都|就|已经|全)*(?:算|包|包含|包括|含|计)(?:在)?(?:了)?(?:这)?(?:里面|里头|里边|其中|在?内|进去|一起)|^(块钱?|元)?(的)?(红包|优惠券|代金券|生活费|借支)|^(?:块钱?|元)?(?:都|也|全)?是(?:他|她|老板|公司|对方|单位|工地|保险|学校|物业)们?(?:自己|那边)?(?:出|付|给|垫|报|赔)的/
/** 没欠我上个月才充了三百, 刚换了三千块的水管, 听说罚了两万: told so that it be no reason, or of another matter. */
const seenToBefore =
  /(?:才|刚)(?:换|修|装)了?$|(?:说|听说|上次|已经)罚了$|罚[他它她]们?了?$|输了?$|[没不]欠.{0,8}(?:充|交|缴)(?:了|的|过)?$/
/** 报价一千二我没修: a price that was told, and nothing bought for it. */
const declinedAfter =
  /^(?:块钱?|元)?(?:我|我们)(?:就|都|也)?没(?:给|交|付)|^(?:块钱?|元)?(?:的[^，]{1,4})?(?:幸好|好在|但|不过)?(?:我|我们)?(?:就|都|也)?没(?:有)?(?:上当|理他|信|转|中招)|^(块钱?|元)?(?:送[^，没不]{1,4})?(钱|费)?(我|我们)?(觉得|嫌)?(太?贵了?)?(就|都|也|又|根本)*(没有?|不)(修|买|办|做|要|换|装|洗|理|转|答应|订|报|充|签|续|接受)/
/** 说好八十八结果收我三百八: what was agreed, where something else came of it. */
const agreedBefore = /(说好|讲好|谈好|约好|约定|标价|标的|报价|写着)(了|的|是|价|只要|一共|总共|只收)*$/
const otherwise = /结果|后来|最后|却|变成|实际|要我|收(了)?我|又说|到头/
/** 他刚转了我两千, 医保报了两千一: what was given or paid back already. */
const receivedBefore =
  /(?:[他她它店司台东板方家险]们?|刚才?|已经|昨天|微信)(?:(?![我叫让骗要]).){0,4}(?:转|打|汇|垫)(?:了|给|过|回)*我们?$|(?:报销|医保报|保险[赔报]|[他她它店司家板方]们?(?:先|已经|就|只|帮我?)*垫付?)了?$/
/** 老板认四十三万, 听说总共三千多万: what the other side admits, or what is only heard, 规定罚五百: what a rule names. */
const heardBefore =
  /(?:老板|公司|厂里?|他们?|她|对方|商家)(?:那边)?(?:只|就|才)?(?:认|承认)$|(?:听说|听人[说讲]|听讲|据说)[^，]{0,6}$|(?:规定|条例|法律?|最高|可以|应该|会)(?:是|要|都)?(?:处以|罚款?)[他她它们]*$/
/** Before a sum that is demanded or owed. */
export const claimedBefore =
  /(?:不(?:接受|同意|行|干|够|答应)|太少)[^，]{0,4}(?:起码|至少|最少|最低|怎么也|必须|要)(?:要|得|给|赔|退)*$|应该?(?:再)?(?:退|还|赔|补|找)(?:我|给我|回)?$|(?:让我|给我|要求?)(?:取|拿|提|领)(?:出|回)?来?(?:我的?)?(?:存款|本金|钱)?$|(?<![问跟向找叫让])我们?(?:就|只|还是|坚持|一共|总共)*要$|((退|赔|返|补)(偿|还|回|给|款|费|钱)?(给)?(我们?|人家|消费者)?|还(我们?|给我们?|钱)|多(收|扣|交|付|算|缴|出|要|刷|划|打|报)|[追要讨拿]回来?|不认|不服|(?<![多至])少(给|付|发|算|赔|找|退|结|还)|罚(?=了?我)|欠(薪|款|费)?|不退|没退|骗(走|取)?|克扣|还差|差我|(?<!邮|出|误|时|偏|补)差|剩下?|余下|尾款|还有)(了|啦|我们?|的|共|一共|全部|来|[那哪这]个?|是|大概|差不多|费用?|医药费|房租|押金|工资|货款|误工费|钱|总共|您|给您|一半(?:就是)?|[一二三四五六七八九]成(?:就是)?)*$/
const claimedAfter =
  /^(?:块钱?|元)?(?:我|我们)(?:都|也|是|根本|从来|就)*(?:不认|没同意|没答应|没签|不服)|^(块钱?|元)?(的)?(押金|定金|订金|钱|费|学费|余额)?(他们?|她|对方|商家|老板|公司|店里|平台|房东)?(就|都|又|也|还|全部|全都|全|一直|现在)*((不|没|拒绝|不肯|不愿意?)(肯|给|愿意|有)?(退|还|赔|给|发|结)|(?:要|给|得)?(退|赔|还|返|补)(给|我|还|回|偿|掉|上|齐|了我)|要退|一分都?不能少|[要退拿追]不[回了到来])/
const paidBefore =
  /(收了?|乱收|汇了?|转了|转账|刷了?|存了?|骗了?|扣了?|押金|定金|订金|工资|损失|罚款?|要回|拖欠|费用?|充了?|充值了?|交了?|缴了?|花了?|付了?|买(?:了|来|回来|的时候)?|涉及|金额|价值|报价|(?<![只就才])保价|车价|款|变成|涨到|给了?[他她它]们?)(了|我们?|的|是|给|大概|有|共|差不多|到)*$/
/** 赔了三百也要他们出: the other side is to bear it. */
const chargedAfter =
  /^(?:块钱?|元)?(?:也|都|就)?(?:要|让|叫)(?:他|她|它|对方|商家|老板|公司|物业)们?(?:出|赔|承担|付|报销|补)/

/** 隔壁也被扣了八百, 邻居说他家装修花了三十万: what befell or cost somebody else. */
const ofOthers =
  /(?:邻居|楼[上下]|隔壁[^，]{0,2}|别人|人家|其他(?:人|家长|业主|同学|客人)|有(?:个)?人|我?同事|朋友家?)(?:家|们)?(?:说[他她]家?[^，我]{0,4}|也|都)(?:都|也|是|已经|被)*[^，我]{0,2}(?:花|收|扣|交|罚|骗|付|充|买)(?:走|掉)?了?$/
/** 物业说合同签了三年收了八万块: what the other side says of its own money. */
const theirOwn =
  /(?:他|她|物业|公司|老板|店[里家]|经理|商家|房东|保安|人家|单位|学校)们?(?:就|都|又|还|自己)?(?:说|讲)(?:(?![我你]|收费).){1,12}(?:收|花|付|投|亏|赔)了$/
/** 邮费算我的 */
const borneByCaller = /^(?:块钱?|元)?(?:就|也|都)?(?:算我的|我来?出|我自己出|我认|我承担)/

/** What the words before and after a sum make of it. */
export function roleOf(before: string, after: string): SumRole {
  if (chargedAfter.test(after)) return 'claimed'
  if (theirOwn.test(before) || ofOthers.test(before) || borneByCaller.test(after)) return 'undisputed'
  if (seenToBefore.test(before) || usualBefore.test(before) || undisputedAfter.test(after))
    return 'undisputed'
  if (receivedBefore.test(before) || heardBefore.test(before)) return 'undisputed'
  if (declinedAfter.test(after) || (agreedBefore.test(before) && otherwise.test(after))) return 'undisputed'
  if (givenBefore.test(before) && !/(?:要求|让他|叫他)[^了]{0,6}$/.test(before)) return 'undisputed'
  if (/(让|叫|逼|要)(我|我们)?(再|又|还)*(补|加|多交)(交|缴)?$/.test(before) && !before.includes('要求'))
    return 'told'
  if (/(就|只|还|现在)(剩|差|[欠钱])/.test(before) && claimedBefore.test(before)) return 'left'
  if (claimedBefore.test(before) || claimedAfter.test(after)) return 'claimed'
  if (totalBefore.test(before)) return 'total'
  return paidBefore.test(before) ? 'paid' : 'told'
}
