import type { HeardValue } from '../../ticket-fields.ts'
import { type FormOfAddress, formsOfAddress, objectedTo } from './form-of-address.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine, topicsOf } from '../hearing/hearing.ts'
import { genderPutRight } from './gender-put-right.ts'
import { isAskedForName } from './name-questions.ts'
import { ownNames } from './own-names.ts'
import type { Gender } from './relations.ts'

const own =
  /我(?:就?是)(?:一?个)?(?:[女男](?:的|生|士|性|同志|仔|孩)|女士|小姐|姑娘|老太太|老太婆|老婆子|阿婆|先生|老头子?|老汉|阿公)/
/** The question is about somebody else. */
const ofThird = /伤者|患者|病人|老人|小孩|孩子|学生|对方|司机|师傅|[他她]|被困|轻生/
const answered =
  /^(?:啊|哦|我|是|对)*(?:[一-龥](?=女士|小姐|先生))?(?:[女男](?:的|士|性|同志|生|仔|孩|$)|小姐|姑娘|先生|小伙)/
/** 是个小伙, 系阿叔来的: of somebody else, a word for either sex. */
const answeredOfThird =
  /(?<=^.{0,5})(?<!不是个?|[我儿孙侄养])(?:[男女](?:的|士|性|生|仔|孩|人|$)|先生|女士|小姐|小伙|大佬|阿[叔伯公姨婆婶]|大[叔爷哥姐妈娘]|姑娘|老(?:头|太))/
/** 谌龙年的龙男, 敬尊敬的敬女: said in a word behind the name. */
const behindName =
  /(?<![儿子孙侄甥妇美少养一个那这当成为是])[男女](?:的|地|得|士|生)?(?:嘛|啦|啊|呀|哈|老师)*$/
/** 钮金字旁男的你打来电: behind the name, before what comes next. */
const amidAnswer =
  /(?<![儿子孙侄甥妇美少养一个那这位当成为是])[男女][的士](?=[你您我这打本店家一幺别]|电话|手机|号码|联系|来电)/
/** 麻将的麻孙仔来的: what callers call themselves behind the name. */
const grandson = /(?:孙[子仔女]|男仔|女仔|后生仔|靓[仔女]|阿[叔伯婆姨])来的/
const parent = /我是(?:孩子|他|她|学生|小孩|宝宝)?的?(?:妈妈|母亲|奶奶|外婆|爸爸|父亲|爷爷|外公)/
/** 我是他女儿苟丽丽: whose child the caller is. */
const child =
  /我(?:就?是)(?:他|她|老人|病人|患者|老人家|事主)的?(?:女儿|孙女|儿媳妇?|儿子|孙子|女婿|老公|老婆|太太|丈夫|妻子)/
/** 阿婆我姓仝: what callers call themselves. */
const ofSelf =
  /^(?:啊|嗯)*(?:阿婆|婆婆|大妈|大娘|老太婆|老太太|大爷|老伯|阿伯|大叔|老汉|老头子?)我(?=姓|叫|今年)|我(?:老汉|老头子|老太婆|老婆子|老太太)(?=今年|[六七八九]十)/
/** 是女士对吗, 男生吧: one of the two, to be agreed with. */
const supposed = /(?<!还是.{0,3})(?:[女男][士的性生]|(?<=是)(?:先生|女士|小姐))(?:是|对)?[吧吗嘛]$/
const choice =
  /(?:先生|男士)(?:女士|小姐)|(?:先生|女士|小姐|男士|[男女][的生性]?)还是(?:.{0,2}(?:先生|女士|小姐|男士|[男女])|$)|[男女][士的性生][是对]?[吧吗]/
const spouse = /我(?:(老婆|媳妇|太太|女朋友)|(?:老公|丈夫|男朋友))/
const woman = /女(?!婿)|小姐|姑娘|妈|母|姨|婶|大姐|奶奶|婆|老太|娘|儿媳|妻/

const genderIn = (words: string): Gender => (woman.test(words) ? '女' : '男')

/** The caller's own word: 我是女的, 我是他妈妈, or 男的 to the question. */
export function ownGender(hearing: Hearing): HeardValue<Gender> | undefined {
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const question = previousSeatLine(hearing, line)?.text ?? ''
    const right = putRight(hearing, line, question)
    if (right !== undefined) return heardValue(right.gender, [cite(line, 0, right.length, 0.92)])
    const match = ownWord(hearing, line, question)
    if (match !== null)
      return heardValue(genderIn(match[0]), [cite(line, match.index, match.index + match[0].length, 0.92)])
    const agreed = ofThird.test(question) ? undefined : genderAgreed(line, question)
    if (agreed !== undefined) return heardValue(agreed, [cite(line, 0, line.text.length, 0.9)])
  }
  return undefined
}

/** 女的啦, to 先生怎么称呼, and 女的蒲慧兰 to 蒲先生. */
function putRight(hearing: Hearing, line: Line, question: string): ReturnType<typeof genderPutRight> {
  const addressed = /^.{0,4}(?:(先生)|女士|小姐)/.exec(question)
  if (addressed !== null) return genderPutRight(line.text, addressed[1] === undefined ? '女' : '男')
  return topicsOf(question).has('name') && isAskedForName(hearing, line)
    ? genderPutRight(line.text)
    : undefined
}

/** 对, to 男生吧. */
function genderAgreed({ reply }: Line, question: string): Gender | undefined {
  const guess = reply === 'none' ? null : supposed.exec(question)
  if (guess === null) return undefined
  return (genderIn(guess[0]) === '女') === (reply === 'yes') ? '女' : '男'
}

/** 男的 and 是个小伙, to 邹队长是先生还是女士: what the seat asked of a contact whom the citizen named. */
export function genderAnswered(line: Line, question: string): Gender | undefined {
  const match = /先生|女士|小姐|[男女][的士性生]/.test(question) ? answeredOfThird.exec(line.text) : null
  return match === null ? genderAgreed(line, question) : genderIn(match[0])
}

function ownWord(hearing: Hearing, line: Line, question: string): RegExpExecArray | null {
  const { text } = line
  const said = own.exec(text) ?? parent.exec(text) ?? child.exec(text) ?? ofSelf.exec(text)
  if (said !== null) return said
  if (choice.test(question)) return answered.exec(text)
  return isAskedForName(hearing, line)
    ? (behindName.exec(text) ?? amidAnswer.exec(text) ?? grandson.exec(text))
    : null
}

/** 我老婆 is said by a man: a last resort, where nothing else tells. */
function bySpouse(hearing: Hearing): HeardValue<Gender> | undefined {
  for (const line of hearing.lines) {
    const match = line.speaker === 'citizen' ? spouse.exec(line.text) : null
    if (match !== null)
      return heardValue(match[1] === undefined ? '女' : '男', [
        cite(line, match.index, match.index + match[0].length, 0.75),
      ])
  }
  return undefined
}

/** What callers who left a name tell of themselves, by a word for it or by whom they are married to. */
export function toldGender(hearing: Hearing): HeardValue<Gender> | undefined {
  return addressedForm(hearing) === undefined && ownNames(hearing, []).length > 0
    ? (ownGender(hearing) ?? bySpouse(hearing))
    : ownGender(hearing)
}

/** The last form of address for the caller that has a title and to which they did not object. */
export function addressedForm(hearing: Hearing): FormOfAddress | undefined {
  return titledForms(hearing).at(-1)
}

/** Whether a man or a woman calls, whoever is the contact: as they say, else as they are addressed first. */
export function callersGender(hearing: Hearing): Gender | undefined {
  const title = titledForms(hearing)[0]?.title
  return toldGender(hearing)?.value ?? (title === undefined ? undefined : title === '先生' ? '男' : '女')
}

const titledForms = (hearing: Hearing): readonly FormOfAddress[] =>
  formsOfAddress(hearing).filter(
    (form) =>
      form.title !== undefined &&
      form.anothers !== true &&
      isHeard(hearing, form) &&
      !objectedTo(hearing, form),
  )

/** 先生喂听到吗 into a dead line, before a name was asked for, is a guess at the voice that nobody could put right. */
function isHeard(hearing: Hearing, { surname, turn }: FormOfAddress): boolean {
  const dead = /喂|听.?[到见]|还?在吗/.test(hearing.lines[turn]?.text ?? '')
  const answered = hearing.lines.some(
    ({ speaker, asked, index }) => speaker === 'citizen' && (index > turn || asked.has('name')),
  )
  return surname !== undefined || !dead || answered
}
