/** Sounds, already folded for accents, that recognisers take for one another; initials and finals apart. */
const nearInitials = [
  'b p',
  'd t',
  'g k',
  'h k',
  'f',
  'j q x',
  'j z',
  'q c',
  'x s',
  'z c s',
  'l r',
  'm l',
  'w h',
  'y j',
]
const nearFinals = [
  ...[
    'an uan',
    'an ian',
    'in en',
    'in un',
    'en un',
    'uo o',
    'ou uo',
    'ong en',
    'ong u',
    'e uo',
    'i v',
    'v u',
  ],
  ...[
    'ai ei',
    'ao ou',
    'iao iu',
    'ui ei',
    'ie ve',
    'ia a',
    'a ua',
    'i ei',
    'iu ou',
    'ian in',
    'e ei',
    'ang an',
  ],
]
const syllablePattern = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv]\w*)$/

function groups(lists: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const near = new Map<string, Set<string>>()
  for (const list of lists) {
    const members = list.split(' ')
    for (const member of members) near.set(member, new Set([...(near.get(member) ?? []), ...members]))
  }
  return near
}

const initials = groups(nearInitials)
const finals = groups(nearFinals)

/** Whether two folded syllables differ by one sound that is easily misheard. */
export function soundsNear(left: string, right: string): boolean {
  const [, leftInitial = '', leftFinal = ''] = syllablePattern.exec(left) ?? []
  const [, rightInitial = '', rightFinal = ''] = syllablePattern.exec(right) ?? []
  if (leftFinal === '' || rightFinal === '') return false
  return leftInitial === rightInitial
    ? finals.get(leftFinal)?.has(rightFinal) === true
    : leftFinal === rightFinal && initials.get(leftInitial)?.has(rightInitial) === true
}
