import type { FoundPart } from './address-parts.ts'
import type { PartFinder, Statement } from './address-statements.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'

const denial = /(?<![是还])(?:不是|唔系|唔是|[不没]在|不属于)(?:在|什么|那个)?$/
const deniable = ['street', 'community', 'road', 'poi'] as const

/** 不是黄阁镇我听错: what the citizen says the place is not, and does not name again in the same breath. */
function deniedIn(line: Line, places: PartFinder): readonly FoundPart[] {
  const parts = places(line)
  return parts.filter(
    (part) =>
      deniable.some((name) => name === part.part) &&
      denial.test(line.text.slice(0, part.start)) &&
      !/^的?[吗嘛吧]/.test(line.text.slice(part.end)) &&
      !parts.some((other) => other !== part && other.part === part.part && other.value === part.value),
  )
}

/** What was said of the place before, without what the citizen denied later. */
export function withoutDenied(
  hearing: Hearing,
  places: PartFinder,
  statements: readonly Statement[],
): readonly Statement[] {
  const denied = hearing.lines
    .filter(({ speaker }) => speaker === 'citizen')
    .flatMap((line) => deniedIn(line, places).map((part) => ({ line, part })))
  if (denied.length === 0) return statements
  return statements.flatMap((statement) => {
    const parts = statement.parts.filter(
      ({ part, value }) =>
        !denied.some(
          (other) =>
            other.part.part === part && other.part.value === value && other.line.index > statement.line.index,
        ),
    )
    return parts.length === 0 ? [] : [{ ...statement, parts }]
  })
}
