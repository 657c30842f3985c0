import { cite, type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { genderOf, relationIn, relatives } from '../person/relations.ts'
import { type Assembly, take } from './phone-assembly.ts'
import { kindOf, type NumberOffer } from './phone-choice.ts'
import { finished } from './phone-dictation.ts'
import { agrees, isQuestion, objects } from './phone-words.ts'

const call = '(?:联系|打|[留记写填找]|登记|回访|回电)(?:电话|号码|手机)?(?:就|给|到|是|为|的)*'
/** 那联系您先生, 那就打您姐姐的. */
const toRelative = new RegExp(`${call}您(?:家|的)?${relatives}(?!(?:是|叫|姓|怎么|还是))`)
/** 主要联系电话是您本人. */
const toCaller = new RegExp(`${call}您(?:的(?!${relatives})|本人|自己)(?:号码?|电话|手机)*(?=$|[就吧对是好])`)

/** 好的手机为主. */
const mainly = /(手机|座机)(?:为主|为准|优先)|(?:优先|主要|先)(?:打|联系|留|记|用)(?:您的?)?(手机|座机)/
/** 用第一个, 记后面那个. */
const ordinal = /[用记打留写](?:您)?(?:的)?(?:(第一个|[前头]面?[那一]个)|第二个|后面?[那一]个)/
/** 那是我媳妇的我的是: the words just before the digits are the caller's own. */
const ofSelf = /我(?:自己|本人)?的(?:号码?|电话|手机)?(?:就?是)?$/

/** 那联系您先生: of the numbers that the caller told, the seat names whose it takes down, and the caller lets it stand. */
export function hearSeatChoice(hearing: Hearing, line: Line, assembly: Assembly): void {
  const { offers, refused, askedAt } = assembly
  if (refused || askedAt === undefined || offers.length === 0 || line.text.includes('还是')) return
  const answer = nextCitizenLine(hearing, line)
  if (answer !== undefined && (objects(answer) || answer.reply === 'no')) return
  if (isQuestion(line) && (answer === undefined || !agrees(answer))) return
  const numbers = [...new Set(namedBySeat(line.text, offers).map(({ digits }) => digits))]
  const [digits] = numbers
  if (digits === undefined || numbers.length > 1 || digits === finished(assembly.readings)) return
  take(assembly, [digits])
  assembly.evidence.push(cite(line, 0, line.text.length, 0.9))
  assembly.confidence = 0.9
}

function namedBySeat(words: string, offers: readonly NumberOffer[]): readonly NumberOffer[] {
  const order = ordinal.exec(words)
  if (order !== null) {
    const digits = [...new Set(offers.map((offer) => offer.digits))][order[1] === undefined ? 1 : 0]
    return offers.filter((offer) => offer.digits === digits)
  }
  const kind = mainly.exec(words)
  if (kind !== null) return offers.filter(({ digits }) => kindOf(digits) === (kind[1] ?? kind[2]))
  const relative = toRelative.exec(words)?.[1]
  if (relative !== undefined)
    return offers.filter(({ label }) => {
      const owner = relationIn(label)
      return owner !== '' && genderOf(owner) === genderOf(relative)
    })
  return toCaller.test(words)
    ? offers.filter(({ anothers, label }) => !anothers && (relationIn(label) === '' || ofSelf.test(label)))
    : []
}
