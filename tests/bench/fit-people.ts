/**
 * Works out what speaks for a number's being that of the persons involved and writes `people-weights.json`; the same calls
 * give the same file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-people.ts [--judge]`
 */
import { peopleAtIssue } from '#shared/domain/understanding/count/people-at-issue.ts'
import { hearPeople } from '#shared/domain/understanding/count/people.ts'
import { namedPersons } from '#shared/domain/understanding/count/person-signs.ts'
import { fitCount } from './fill-fit/count-fit.ts'

fitCount({
  field: 'people',
  file: 'count/people-weights.json',
  byWords: false,
  named: namedPersons,
  ruled: hearPeople,
  chosen: peopleAtIssue,
})
