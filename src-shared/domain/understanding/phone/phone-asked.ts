import { type Hearing, type Line, nextCitizenLine, topicsOf } from '../hearing/hearing.ts'
import { otherContact } from '../person/other-contact.ts'
import { type Assembly, giveUp, nothingYet } from './phone-assembly.ts'
import { finished } from './phone-dictation.ts'
import { digitRuns, isLocalNumber } from './phone-digits.ts'
import { isSetAside } from './number-owner.ts'
import { filesWithoutNumber } from './phone-refusal.ts'
import { isQuestion, numberAsked } from './phone-words.ts'

/** 还有几位, 后面几位再念, 九位还差两位: asks on for the number that is being told. */
const asksOn =
  /(?:还|后面?|前面?|剩下?|差|少|缺|漏|一共|总共|才)[有的了下是]*[几一两二三四五六七八九十][个位]/
/** 邻居叫什么: asked about the one whose number was promised. */
const asksAboutOther = (text: string): boolean => !text.includes('您') && /叫什么|姓什么|名字/.test(text)
/** 那您自己的, 您本人的号码呢, after the number of another. */
const asksOwn = /您(?:自己的|本人的?|个人的?|的(?=手机|电话|号码))(?:手机|电话|号码)*(?:呢|是|是多少|多少)?$/
/** 那您的呢, after another's number. */
const asksYours = /^(?:好的?|那|嗯|行)*您(?:的|本人|自己)呢?$/
const beginsNumber = /^(?:1[3-9]\d|0\d{2}|[2-8]\d{6,})/

/** What the seat's question does to the number that is awaited. */
export function hearQuestion(hearing: Hearing, line: Line, assembly: Assembly): void {
  const asked =
    asksYours.test(line.text) && (assembly.foreign || assembly.askedAt !== undefined)
      ? 'phone'
      : numberAsked(line.text)
  if (asked === 'phone') hearAsked(hearing, line, assembly)
  else if (asked === 'other') Object.assign(assembly, { expecting: false, foreign: true })
  else if (topicsOf(line.text).size > 0 && !keepsOpen(line.text, assembly))
    Object.assign(assembly, { expecting: false, foreign: false })
  if (filesWithoutNumber(line.text)) Object.assign(assembly, { ...nothingYet(), expecting: false })
}

function hearAsked(hearing: Hearing, line: Line, assembly: Assembly): void {
  if (assembly.askedAt === undefined && isChance(assembly)) Object.assign(assembly, nothingYet())
  if (asksOwn.test(line.text) && tellsOwn(hearing, line)) giveUp(assembly)
  const refused = assembly.refused && !isQuestion(line)
  Object.assign(assembly, { expecting: true, foreign: false, refused })
  assembly.askedAt ??= line.index
}

function keepsOpen(text: string, { expecting, readings }: Assembly): boolean {
  return expecting && ((readings.length > 0 && asksOn.test(text)) || asksAboutOther(text))
}

/** Digits of the story, before any number was asked for: 从二十五开始手机就没信号. */
function isChance({ readings }: Assembly): boolean {
  return (
    finished(readings) === undefined &&
    !readings.some((digits) => beginsNumber.test(digits) || isLocalNumber(digits))
  )
}

/** The answer begins a number of the caller's own, who is the contact. */
function tellsOwn(hearing: Hearing, line: Line): boolean {
  const answer = nextCitizenLine(hearing, line)
  if (answer === undefined || otherContact(hearing) !== undefined) return false
  return digitRuns(answer).some((run) => beginsNumber.test(run.digits) && !isSetAside(answer, run))
}
