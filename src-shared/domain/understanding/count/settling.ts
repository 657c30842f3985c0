import { claimedBefore } from './sum-role.ts'

export const settling =
  /我(?:就|只|光)(?:想?要|要求)(?:退|赔|拿)?回?(?:我|他们?)?(?:的|这|那|自己的?)?(?:押金|定金|订金|本金|学费|房费|费用|钱|运费)?(?:的|那|这)?$|(就|还是|那就?|那么)?(按|照|以)(照)?(这个|总共|一共|合同|原价|发票|小票|单据)?的?$|(改成?|登记|记|写|填|算)(成|是|个|我的)$|先(说|讲|登记|反映|处理|解决)[^，]{0,4}$/
/** 八百就八百吧, 那就五千: after an offer or a choice the caller settles on it. */
const settled =
  /(?<![他她们板司店家]说)那就(?:要|退|赔|给|按|是)*$|^(?:哦|啊|好吧?|行|那|哪|唉|算了|对|是的?|嗯)*(?:就|还是)(?:要|退|赔|给|收|拿|按|是)*$/
export const endsSum = /^(?:块钱?|元)?(?:给我们?$|吧|啊|嘛|好了|算了|行|得了|了|来|按|我认|退|赔|就|登记|$)/
/** 退钱那点我不要了就赔五百, 别的不提了只要三百: what is left of a wish. */
const onlyLeft =
  /(?:不要了?|算了|不提了?|不追了?|不计较了?|无所谓|不用了?)(?:啊|吧|的|那)*(?:我|你们?|他们?)?(?:就|只|光|单)(?:要求?|是|想)?(?:要|退|赔|补|还|给)?(?:回|给|偿)?(?:我|我们)?(?:的|那|这)?$/
/** 退六千三百八就行, 一千五行就行了, 赔八百我就算了 */
const enough =
  /^(?:块钱?|元)?(?:给我|退我|赔我)?(?:也|都|行|我)*就(?:行|可以|好|够|得|成|算)(?:了|啦|吧|嘛|的)*(?=$|[我不别其他她而但钱行要可以])/
/** What a sum is demanded by, a few words before it: 赔鞋子, 给我. */
const demandedBefore = /(?:退|赔|补|给|要|还|拿)(?:我|回|偿|给)*(?![^，]*[退赔补扣付收])[^，出费钱款金]{0,5}$/
/** 唉算了和气生财, 行吧退一步: the caller gives way. */
const yields =
  /^(?:唉|哎|嗯|哦|对|那|好)*(?:算了|行吧|好吧|行行|退一步|那就|那行|也行|也不(?:用|必|一定|非要))/
/** 一百五我不要了, 一千块不过那个我已经去仲裁: given up, wherever it was named. */
const givenUpAfter =
  /^(?:块钱?|元)?(?:的|钱)?(?:不过|但是?|可是)?(?:[那哪这](?:个|笔|块|点|部分)?钱?)?(?:可以退的?|付了|我|[他她]们?|就|也|都|是|经|已经|去|钱|现在|暂时|先|再)*(?:不要了|自己(?:认|任|出|承担|掏)|不用退|不追|不计较|不写|不提|不用写|(?:我|就)*不管(?!怎|如何|是)|自己(?:去|来)?(?:要|讨|追)|不算(?![多贵少高送赠])|懒得|仲裁|起诉|(?:不要|别|不用)(?:写|记|提|算|登记)|没话说)/
/** 押金一千五昨天退回来了: what was had back. */
const receivedAfter =
  /^(?:块钱?|元)?的?(?:他|她|它|对方|商家|公司|老板|物业|店里)?们?(?:已经?|昨天|刚刚?|今天|前天|后来|都|也|上周)+(?:都|也|就)?(?:全)?(?:退|还|赔|给|打|转)(?:回|给|到)?我?来?了(?![零一二两三四五六七八九十百千万半部点])/
/** 六千七百二一分不少 */
const noLess = /^(?:块钱?|元)?(?:一分|一毛|一块|分文)钱?(?:都|也)?(?:不(?:能|许|可以)?少|别想少|不让)/
/** 赔我六百我就不追究了: with the sum the matter is closed. */
const closes = /^(?:块钱?|元)?(?:我?就?算[了啦]|我?就不(?:追究|计较|投诉|告|追)|我?就撤)/
/** 那五百我就算啦; but 赔八百我就算了 is enough. */
const letGo = /^(?:块钱?|元)?(?:的|钱)?(?:我|就|也|都)*算[了啦]/
/** 就定金三万算了: with so much the caller is content. */
const content =
  /^(?:哦|啊|嗯|好吧?|行|对|那|唉|哎)*(?:我)?(?:就|只|光)(?:要|退|赔|补|给|还|按)?(?:我|回)*(?:押金|定金|订金|本金|学费|房费|货款|工资|原价|那|这)?$/
const contentAfter = /^(?:块钱?|元)?(?:就)?算了/
/** 退票就算了两块钱 */
const givenUpBefore = /(?:退[票款费钱]?|赔偿?|钱)(?:也|都|就)*算了$/

/** A number in a text, from `start` to `end`. */
interface Said {
  readonly whole: string
  readonly start: number
  readonly end: number
}

/** Whether the caller settles on a sum: 就按八万九, 只要三百, 退六千三百八就行. */
export function isSettledOn(text: string, said: Said): boolean {
  const before = text.slice(Math.max(0, said.start - 16), said.start)
  const after = text.slice(said.end)
  return (
    (settling.test(before) ||
      onlyLeft.test(before) ||
      noLess.test(after) ||
      ((claimedBefore.test(before) || demandedBefore.test(before) || yields.test(text)) &&
        enough.test(after)) ||
      (demandedBefore.test(before) && closes.test(after)) ||
      settlesOn(text, said) ||
      isContentWith(text.slice(0, said.start), after)) &&
    // 按八块算退我十七: how it is worked out.
    !/^(?:块钱?|元)?算(?:退|赔|补|找)/.test(after) &&
    !/(他|她|它|们|公司|老板)(就|只)?(按|照)/.test(before) &&
    // 十五乘二点五怎么算是六十: he does not see it.
    !/(?:怎么|怎样|咋|凭什么|为什么|哪里?)(?:会|能|就|可能)*[^，]{0,2}$/.test(before)
  )
}

/** Whether the caller gives a sum up. */
export const isGivenUp = (before: string, after: string): boolean =>
  givenUpBefore.test(before) ||
  receivedAfter.test(after) ||
  (!(demandedBefore.test(before) && closes.test(after)) &&
    !isContentWith(before, after) &&
    (givenUpAfter.test(after) || letGo.test(after)))

const isContentWith = (before: string, after: string): boolean =>
  content.test(before) && contentAfter.test(after)

/** 那就五千, 八百就八百. */
export function settlesOn(text: string, { whole, start, end }: Said): boolean {
  const left = text.slice(0, start)
  return endsSum.test(text.slice(end)) && (settled.test(left) || left.endsWith(`${whole}就`))
}
