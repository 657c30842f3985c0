import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import { answerSchema, type Answer } from '#shared/domain/site-pack.ts'
import { packError, type Reading } from './pack-problem.ts'
import { readYaml } from './read-yaml.ts'

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Reads one `answers/*.md`: front matter for the fields, the body for the words to say. */
export function readAnswer(file: string, text: string): Reading<Answer | undefined> {
  const match = frontMatter.exec(text)
  if (match?.[1] === undefined) {
    return { value: undefined, problems: [packError({ file, line: 1 }, packProblemText.noFrontMatter)] }
  }
  const body = text.slice(match[0].length).trim()
  const reading = readYaml({ file, text: match[1], firstLine: 2 }, answerSchema, { answer: body })
  if (reading.value === undefined || body !== '') return reading
  return {
    value: undefined,
    problems: [packError({ file, id: reading.value.id }, packProblemText.emptyAnswer)],
  }
}
