import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import type { RehearsalScript } from '#shared/domain/rehearsal/rehearsal-script.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { packFiles } from './pack-files.ts'
import { packError, packWarning, type PackProblem } from './pack-problem.ts'

/** What is wrong between the rehearsal scripts (演练脚本), the catalogues that they name, and the scorecard. */
export function checkRehearsals(pack: SitePack): readonly PackProblem[] {
  const items = new Set(pack.scorecard.items.map(({ id }) => id))
  return [
    ...pack.rehearsals.flatMap((script) => scriptProblems(script, pack)),
    ...Object.keys(pack.mysteryCaller.items)
      .filter((item) => !items.has(item))
      .map((item) =>
        packWarning({ file: packFiles.mysteryCaller, id: item }, packProblemText.unknownItem(item)),
      ),
  ]
}

function scriptProblems({ id, expected }: RehearsalScript, pack: SitePack): readonly PackProblem[] {
  const place = { file: packFiles.rehearsals, id }
  const { category, subject } = expected ?? {}
  return [
    ...(category === undefined || pack.categories.some(({ code }) => code === category)
      ? []
      : [packError(place, packProblemText.unknownCategory(category))]),
    ...(subject?.id === undefined || pack.subjects.some((known) => known.id === subject.id)
      ? []
      : [packError(place, packProblemText.unknownSubject(subject.id))]),
  ]
}
