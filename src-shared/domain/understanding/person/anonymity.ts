import type { HeardValue } from '../../ticket-fields.ts'
import { refuses } from '../hearing/assent.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine, topicsOf } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { numberAsked } from '../phone/phone-words.ts'
import { formsOfAddress } from './form-of-address.ts'
import { isAskedForName } from './name-questions.ts'
import { ownNames } from './own-names.ts'
import { answerTo, filedAnonymously, lastWish, spoken } from './secrecy-wish.ts'

const anonymousAsked =
  /(?<!有人|谁|隔壁|邻居|人家|别人|对方|他|她|们|网上|不用|不需要|不是|无需|不必|没必要|要不要|需要|不)(?:匿名|[逆溺腻]名|匿明)|(?<!先|(?:他|她|人|对方|们).{0,2})(?:(不想|不要|不愿意?|不方便|不能|不好|不敢|不|别|唔想)(留|透露|说|讲|提供|报|写|登记|记)(我的|我|真实)?(姓名|名字|名|真名|姓什么|叫什么)|(?:不想|不愿意?|不方便|唔想)(?:说|讲)我?是谁)|(姓名|名字)(也|我|就|都|那|这个|那栏|还是)*(空着|留空|不填|算了|免了|省了|不用了|不必了?)|(?<!公司|单位|学校|医院|[站地路街楼品]|店|厂|商家|老板|机构|平台|孩子|小孩|学生|[他她它人方连]|(?:他|她|们|连).{0,4})(姓名|名字|名|姓什么|姓)(也|我|就|都|这个|还是|算了吧?)*(不|别|唔)(?:能|敢|肯)?(留|说|讲|写|记|填|问|方便|用|想|要(?!出现|露|公开|让|给他|给对|被|传|泄|透|外|告)|报|登记|提供|透露|愿)|(?<!先)(不|别)(要)?问(我)?(是|叫|姓)(谁|什么)|无名氏|路人甲|阿猫阿狗|(?:随便|胡乱)(?:写|填|编|记|起)(?:一?个)(?:假|化)?(?:姓|名)|(?<!先|不要|要)(?:不|别)(?:留|写|说|报|登记?|记)我?的?姓(?!名|[一-龥]吧)|[化假]名|热心(?:市民|群众|居民)|(?:写|叫|登记|填)(?:个|成|一个)?(?:小区|楼下|附近|普通)?(?:市民|群众|路人|居民|住户|业主|街坊|村民|家长|顾客|乘客|旅客)(?=吧|别|不|就[行好可]|好|$)|(姓名|名字|真名).{0,3}(能不能|可不可以|可以|能)不(写|留|登|说|填|报|记)|(能不能|可不可以|可以|能)不(写|留|登记|说|填|报|记)(我的?)?(姓名|名字|名|真名)/

const anonymousDeclined = /(不用|不需要|无需|不必|没必要|不)匿名|实名/

const nameRefused =
  /^(?!.{0,4}(?:别管|先救|先别|快点?来))(?:.{0,8}(?:没必要|没有必要)|(?:真的)?(啊|这个|那个|哎呀?|呃|就|我|还是|名字|姓名|也|都|诶|能不能|可不可以|可以|能)*(不要|别|不方便|不想|不愿意?|不留|不说|不讲|不报|不写|不便|算了|免了|唔方便|保密|(是|个|一个|做)*(路过|过路|普通|热心)的?(市民|群众|居民|业主|人|不|别)))/

/** 姓名需要登记吗: whether to leave a name at all. */
const nameOffered =
  /(需要|愿意|方便|可以|能|要不要|要|想)[^姓名]{0,4}(留|登记|透露|提供|记|写|说)[^姓名]{0,4}(姓名|名字).{0,2}[吗嘛呢不]|(姓名|名字).{0,3}(需要|要|方便|可以|能|愿意).{0,3}(留|登记|写|记|透露|提供).{0,3}[吗嘛不]|(姓名|名字)(您)?(留|登记)(不留|不登记|吗)|留不留(姓名|名字)|(?:贵姓|姓名|名字|称呼)(?:您|也|的话)*(?:可以|能)不(?:留|说|讲|登记|报|提供)/

const filedNameless =
  /不(会|用|再)?(登记|写|留|记|填|记录)(您的?)?(姓名|名字)|(姓名|名字)(我)?(就)?不(登记|写|留|记|填)/

/** 写个姓就行, 全名不要了: less than a name, and no secret. */
const surnameOnly = /(?:写|留|记|登记|说)个?姓(?:就|吧|可以|行)|全名/

/** 匿名: no name is left, though a telephone number may be. */
export function hearAnonymous(heard: Hearing): HeardValue<boolean> | undefined {
  const hearing = asMeant(heard)
  const wished = lastWish(hearing, (line, text) => {
    const declined = anonymousDeclined.exec(text)
    const match = declined ?? (surnameOnly.test(text) ? undefined : anonymousWish(text))
    if (match !== undefined) return spoken(hearing, line, declined === null, match, 'anonymous')
    return answerTo(hearing, line, 'anonymous') ?? namelessTicket(hearing, line, text)
  })
  return wished?.value === true && leavesName(hearing, wished) ? undefined : wished
}

/** 那算了我姓崔. */
const backDown = /(?:算了|那就|还是)(?:吧|那|还是|留)*我?(?:姓|叫)(?!什么)/

/** 先匿名吧算了我姓邱. */
const wayOut = /算了(?:吧|那|还是)?我?(?:姓|叫|是)/
/** 我姓涂名字不说了, 那姓还是可以讲: the surname at least. */
const surnameTold =
  /算了(?:吧|那|还是)?我?(?:姓|叫|是)|(?:^|我|免贵|可以[讲说])姓(?!什么|啥|名|[也就都]|不|别)/

/** 算了我叫庾亮, or 做好事不留名 from somebody whom the seat goes on to call by the name that was told: it has been left. */
function leavesName(hearing: Hearing, { evidence }: HeardValue<boolean>): boolean {
  const last = Math.max(...evidence.map(({ turn }) => turn))
  const words = hearing.lines[last]?.text ?? ''
  const called = formsOfAddress(hearing).some(
    ({ surname, turn }) =>
      surname !== undefined && turn > last && !/匿名|不[登记留写]/.test(hearing.lines[turn]?.text ?? ''),
  )
  return (
    ownNames(hearing, []).some(
      ({ given, line }) =>
        given !== undefined &&
        (line.index > last ? /我叫|叫我|名字是/.test(line.text) : line.index < last && called),
    ) ||
    (called && hearing.lines.some((line) => line.index > last && backDown.test(line.text))) ||
    (called && (wayOut.test(words) || (!words.includes('匿名') && surnameTold.test(words))))
  )
}

export function anonymousWish(text: string): RegExpExecArray | undefined {
  return anonymousDeclined.test(text) ? undefined : (anonymousAsked.exec(text) ?? undefined)
}

/** How many lines on a seat that promises secrecy first may ask for the number. */
const soon = 5

/** The seat goes on to ask for the number, and nobody is called by a name afterwards. */
function staysUnnamed(hearing: Hearing, line: Line): boolean {
  const asks = hearing.lines
    .slice(line.index + 1, line.index + soon)
    .filter(
      ({ speaker, text }) =>
        speaker === 'seat' && (numberAsked(text) === 'phone' || topicsOf(text).has('name')),
    )
  return asks[0] !== undefined && !topicsOf(asks[0].text).has('name') && isUnnamed(hearing)
}

const isUnnamed = (hearing: Hearing): boolean =>
  !formsOfAddress(hearing).some((form) => form.surname !== undefined) && ownNames(hearing, []).length === 0

function filesNameless(text: string): boolean {
  return filedAnonymously.test(text) || (filedNameless.test(text) && !/[吗吧]$|还是/.test(text))
}

/** The name is refused and the seat files without one, or the telephone is refused as well. */
function namelessTicket(hearing: Hearing, line: Line, text: string): HeardValue<boolean> | undefined {
  const previous = previousSeatLine(hearing, line)
  if (previous !== undefined && nameOffered.test(previous.text) && (refuses(line) || nameRefused.test(text)))
    return heardValue(true, [cite(line, 0, line.text.length, 0.88)])
  const named =
    line.asked.size === 1 || /([贵桂][姓性信兴幸型行杏]|称呼|姓名|名字).{0,2}$/.test(previous?.text ?? '')
  if (isAskedForName(hearing, line) && named && nameRefused.test(text)) {
    const later = hearing.lines.slice(line.index + 1)
    const refusedAll = later.some(
      (other) =>
        (other.speaker === 'seat' && filesNameless(spellMatter(other.text))) ||
        (other.asked.has('phone') && /^.{0,6}(不(方便|留|用|想|要|给|说)|算了)/.test(other.text)),
    )
    return refusedAll || staysUnnamed(hearing, line)
      ? heardValue(true, [cite(line, 0, line.text.length, 0.88)])
      : undefined
  }
  const next = hearing.lines[line.index + 1]
  if (
    isAskedForName(hearing, line) &&
    next?.speaker === 'seat' &&
    filesNameless(spellMatter(next.text)) &&
    isUnnamed(hearing)
  )
    return heardValue(true, [cite(line, 0, line.text.length, 0.85)])
  if (previous?.index !== line.index - 1 || line.reply === 'no') return undefined
  const filed = filedAnonymously.exec(spellMatter(previous.text))
  return filed === null
    ? undefined
    : heardValue(true, [cite(previous, filed.index, filed.index + filed[0].length, 0.88)])
}
