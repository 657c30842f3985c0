import type { Turn } from '../call.ts'

/** What a question looks like, spoken without marks. */
const question =
  /怎么|怎样|如何|哪里|哪儿|哪个|边度|点样|点解|点办|咋|多少|几(?:钱|天|年|岁|个|时|点)|什么|啥|能不能|可不可以|可以.{0,8}吗|能.{0,8}吗|要不要|需不需要|有没有|是不是|[吗么嘛？?]\s*$/u

/** Shorter turns name no matter; longer ones are a story, of which no phrasing can be made. */
const questionCharacters = { least: 6, most: 60 }
const leastTyped = 3

/** The citizen's last question of a call that found no answer; undefined where nothing was asked. */
export function unansweredQuestion(turns: readonly Turn[]): string | undefined {
  return turns
    .filter(({ speaker, text }) => speaker === 'citizen' && question.test(text))
    .flatMap(({ text }) => text.split(/[。！？!?\n]/u))
    .map((sentence) => sentence.trim())
    .findLast(
      (sentence) =>
        question.test(sentence) &&
        sentence.length >= questionCharacters.least &&
        sentence.length <= questionCharacters.most,
    )
}

/**
 * A question as it may leave the seat: numbers that could be a telephone, a card or an identity are gone, and so is what
 * follows 我叫 or 我姓. Undefined where too little is left.
 */
export function withoutPersonalData(text: string): string | undefined {
  const plain = text
    .replaceAll(/[0-9０-９零〇一幺二两三四五六七八九]{5,}[xX]?/gu, '')
    .replaceAll(/我(?:的名字)?(?:叫|姓|是姓)[\p{Script=Han}]{1,4}?(?=[,，。、\s]|$|我|想|要|住)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, questionCharacters.most)
    .toWellFormed()
  return plain.length < leastTyped ? undefined : plain
}
