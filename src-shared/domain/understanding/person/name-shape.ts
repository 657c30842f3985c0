import { type FlatText, lastBreak } from '../../../text/flat-text.ts'

/**
 * Words that end before a proper name begins. Flat speech has no boundaries, so a name of unknown length is what stands
 * between the last of these and its telling suffix (路, 小区, 公司 …).
 */
const beforeNames = new RegExp(
  [
    '我们家|我家|咱家|咱们|老家|家住|家在|家里|位于|地址|投诉|举报|表扬|反映|联系|咨询|一下|一个|一家|有家|附近|旁边|对面|隔壁|楼下|门口|里面|[那这哪]里',
    '什么|昨天|今天|前天|上午|下午|晚上|早上|夜里|凌晨|开始|以后|时候|每天|最近|因为|但是|然后|还有|路过|经过|靠近|您好|你好|通过|关于',
    '在|是|到|住|去|从|的|了|我|你|他|她|它|您|们|这|那|叫|就|跟|与|于|问|个|要|想|说|过|喂|呢|啊|吧|哦|呀|点|请|走(?![廊马])|帮|给|让|把|被|找|不|没|也|都(?=[没有是不在很要会被能])|还|又',
    '市(?!场|民|政|中心|医)|对(?!面)|有(?!限)|(?<=^|[我你他她它们]|\\p{Script=Han}{2})和(?!平|谐|兴|顺|园|苑|睦|美|安|泰|庄|记|丰)',
  ].join('|'),
  'gu',
)
const neverInName = /[的了吗呢吧啊我你他她您们这那哪什么很没请被把]/

/** A proper name without its suffix. */
export interface NameCore {
  readonly text: string
  readonly start: number
  /** True where a word, a break or another part of the address marks where the name begins. */
  readonly bounded: boolean
}

/**
 * The characters that belong to a name whose suffix starts at `suffixStart`: back to the last word that cannot be part
 * of one, a break, or `limit`. Undefined where nothing or too much is left.
 */
export function coreBefore(
  flat: FlatText,
  suffixStart: number,
  limit: number,
  maxLength: number,
): NameCore | undefined {
  const left = Math.max(limit, lastBreak(flat, suffixStart), suffixStart - maxLength - 8)
  const words = flat.text.slice(left, suffixStart)
  const cut = [...words.matchAll(beforeNames)].reduce(
    (end, match) => Math.max(end, match.index + match[0].length),
    0,
  )
  const text = words.slice(cut)
  const bounded = cut > 0 || left === limit || left === lastBreak(flat, suffixStart)
  if (text.length < 1 || text.length > maxLength || neverInName.test(text)) return undefined
  return { text, start: left + cut, bounded }
}
