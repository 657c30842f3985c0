import type { Line } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { createSpelling, dictionaryOf, sharesCharacter } from '../hearing/spelling.ts'
import { kindSource } from './subject-role.ts'

/** Shorter kinds sound like too many other words. */
const spellKinds = createSpelling(
  dictionaryOf(kindSource.split('|').filter((kind) => /^\p{Script=Han}{3,}$/u.test(kind))),
  (heard, meant) => (sharesCharacter(heard, meant) ? meant : undefined),
)
/** 交 for 叫 where a name is told; 交通 and 交钱 are meant as heard. */
const misheardCalled =
  /(?<=^|物业|公司|[店厂说])交(?![通警易建投运管大钱费了给过款押罚社不完定保税房租水电学])/g

/** The line with kinds of parties and words such as 投诉 as they were meant. */
export const spelt = (line: Line): Line => ({
  ...line,
  text: spellKinds(spellMatter(line.text)).replace(misheardCalled, '叫'),
})
