import { folded } from '../hearing/citizen-said.ts'

const related = ['bp', 'dt', 'gkh', 'jqx', 'zcs', 'lr', 'fw']
const syllable = /^([bpmfdtlgkhjqxrzcswy]?)(.*)$/

/** kang and keng, ji and qi: sounds that are less than equal to an accent, and yet near. */
function isNear(a: string, b: string): boolean {
  const [, initialA = '', finalA = ''] = syllable.exec(a) ?? []
  const [, initialB = '', finalB = ''] = syllable.exec(b) ?? []
  if (finalA === finalB) return related.some((group) => group.includes(initialA) && group.includes(initialB))
  return initialA === initialB && finalA.endsWith('n') && finalB.endsWith('n')
}

/** Whether a name differs from what was heard in one syllable, by a near sound: 康口路 for 坑口路, 石鸡镇 for 石碁镇. */
export function soundsNearly(heard: string, name: string): boolean {
  if (heard.length !== name.length || heard.length < 3 || heard.at(-1) !== name.at(-1)) return false
  const sounds = folded(name).split(' ')
  const different = folded(heard)
    .split(' ')
    .flatMap((sound, at) => (sound === sounds[at] ? [] : [[sound, sounds[at] ?? ''] as const]))
  const [only, ...more] = different
  return only !== undefined && more.length === 0 && isNear(only[0], only[1])
}
