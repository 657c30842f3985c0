import { remember } from '../../../base/remember.ts'
import type { NameIndex } from '../../../text/name-index.ts'
import type { Subject } from '../../site-pack.ts'
import { objectsTo } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { contextFeatures, type Marks, marksOf, wordFeatures } from './party-features.ts'
import { emissions, spansOf, type TaggedSpan, type TaggerWeights, viterbi } from './party-tagger.ts'
import { partyWeights } from './party-weights.ts'
import { spelt } from './party-spelling.ts'

/** A stretch of the call that the words around it make the name of the party complained of. */
export interface TaggedParty extends TaggedSpan {
  readonly line: Line
}

/** Below this margin a stretch is as likely none. */
const leastMargin = 20

/** 找过物业: who was gone to, however the words around it weigh. */
const contacted = /(?:找|问|联系|去|打)过/

/** The names of the party in all lines, the seat's included unless the citizen objects. */
export function taggedParties(
  hearing: Hearing,
  index: NameIndex<Subject>,
  weights: TaggerWeights = partyWeights,
): readonly TaggedParty[] {
  const memory = memoryOf(index, weights)
  return hearing.lines.flatMap((line) => {
    if (line.speaker === 'seat' && objectsTo(nextCitizenLine(hearing, line))) return []
    return spansIn(hearing, line, memory)
      .filter(
        ({ margin, start, end }) => margin >= leastMargin && !contacted.test(line.text.slice(start, end)),
      )
      .map((span) => ({ ...span, line }))
  })
}

/** What is remembered of the lines of calls, for as long as the list of parties lives. */
interface Memory {
  readonly index: NameIndex<Subject>
  readonly weights: TaggerWeights
  readonly words: Map<string, Read>
  readonly spans: Map<string, readonly TaggedSpan[]>
}

/** A line's own part of the sums, to which the lines around it add theirs. */
interface Read {
  readonly marks: Marks
  readonly scores: readonly Float64Array[]
}

const memories = new WeakMap<NameIndex<Subject>, Memory>()
const mostRemembered = 1_000

function memoryOf(index: NameIndex<Subject>, weights: TaggerWeights): Memory {
  const known = memories.get(index)
  if (known?.weights === weights) return known
  const memory = {
    index,
    weights,
    words: new Map<string, Read>(),
    spans: new Map<string, readonly TaggedSpan[]>(),
  }
  memories.set(index, memory)
  return memory
}

/** As many lines on either side are looked at. */
const linesBefore = 4
const linesAfter = 3

/** The names in a line. Most turns come again with the same ones around them, and all with the same words. */
function spansIn(hearing: Hearing, heard: Line, memory: Memory): readonly TaggedSpan[] {
  const near = hearing.lines.slice(Math.max(0, heard.index - linesBefore), heard.index + linesAfter + 1)
  const words = near.map(({ speaker, text }) => speaker.charAt(0) + text)
  const key = [Math.min(heard.index, linesBefore), heard.asked.has('subject'), ...words].join('|')
  return remember(memory.spans, key, mostRemembered, () => {
    const line = spelt(heard)
    const read = remember(memory.words, `${[...line.breaks].join()} ${line.text}`, mostRemembered, () =>
      readWords(line, memory),
    )
    const around = emissions(contextFeatures(hearing, line, read.marks), memory.weights)
    const scores = around.map((sums, at) => sums.map((sum, label) => sum + (read.scores[at]?.[label] ?? 0)))
    return spansOf(viterbi(scores, memory.weights.after), scores)
  })
}

function readWords(line: Line, { index, weights }: Memory): Read {
  const marks = marksOf(line, index)
  return { marks, scores: emissions(wordFeatures(line, marks), weights) }
}
