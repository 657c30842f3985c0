/** One element that both sequences have, at its place in each. */
export interface Match {
  readonly left: number
  readonly right: number
}

/** The longest common subsequence, in order. Quadratic between the common ends, so meant for at most some thousand elements. */
export function align(left: readonly string[], right: readonly string[]): readonly Match[] {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start++
  let leftEnd = left.length
  let rightEnd = right.length
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--
    rightEnd--
  }
  const between = alignInner(left.slice(start, leftEnd), right.slice(start, rightEnd))
  return [
    ...Array.from({ length: start }, (_, index) => ({ left: index, right: index })),
    ...between.map((match) => ({ left: match.left + start, right: match.right + start })),
    ...Array.from({ length: left.length - leftEnd }, (_, index) => ({
      left: leftEnd + index,
      right: rightEnd + index,
    })),
  ]
}

function alignInner(left: readonly string[], right: readonly string[]): readonly Match[] {
  const width = right.length + 1
  // `longest[i * width + j]`: the length of what left from i and right from j have in common.
  const longest = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const matches: Match[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) matches.push({ left: i++, right: j++ })
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return matches
}
