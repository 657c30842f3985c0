import * as z from 'zod'
import { align } from './align.ts'
import { contentFields, entryContentSchema, type ContentField, type EntryContent } from './entry.ts'

/**
 * A place that both sides changed differently. For the answer `part` is the paragraph of `merged.answer` where mine stands;
 * words that one side removed are empty there.
 */
export const mergeConflictSchema = z.object({
  field: z.enum(contentFields),
  part: z.number().int().nonnegative().optional(),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
})
export type MergeConflict = z.infer<typeof mergeConflictSchema>

/** A three-way merge (三方合并). In every conflict `merged` has mine. */
export const mergeSchema = z.object({
  /** The revision to save the result on. */
  theirRevision: z.number().int().positive(),
  theirAuthor: z.string(),
  base: entryContentSchema,
  mine: entryContentSchema,
  theirs: entryContentSchema,
  merged: entryContentSchema,
  conflicts: z.array(mergeConflictSchema),
})
export type Merge = z.infer<typeof mergeSchema>

/** What a person takes in a conflict; `both` puts theirs after mine. */
export type MergeChoice = 'mine' | 'theirs' | 'both'

type Sides<T> = Readonly<Record<'base' | 'mine' | 'theirs', T>>
/** Decides one conflict; they are numbered in the order of `conflicts`. */
type Choose = (sides: Sides<string>, index: number) => string

/** Merges field by field, lists item by item, the answer paragraph by paragraph. What only one side changed is taken from it. */
export function mergeContents(sides: Sides<EntryContent>): Pick<Merge, 'merged' | 'conflicts'> {
  return mergeWith(sides, ({ mine }) => mine)
}

/** The merged content with a person's choices, one a conflict in their order; where one is missing, mine. */
export function resolveMerge(sides: Sides<EntryContent>, choices: readonly MergeChoice[]): EntryContent {
  return mergeWith(sides, ({ mine, theirs }, index) => {
    const choice = choices[index] ?? 'mine'
    return choice === 'both'
      ? [mine, theirs].filter((side) => side !== '').join('\n\n')
      : { mine, theirs }[choice]
  }).merged
}

function mergeWith(sides: Sides<EntryContent>, choose: Choose): Pick<Merge, 'merged' | 'conflicts'> {
  const conflicts: MergeConflict[] = []
  const decide = (field: ContentField, texts: Sides<string>, part?: number): string => {
    conflicts.push({ field, ...texts, ...(part === undefined ? {} : { part }) })
    return choose(texts, conflicts.length - 1)
  }
  const text = (field: 'title' | 'category' | 'effective' | 'expires' | 'source'): string =>
    mergeText(
      of(sides, (content) => content[field] ?? ''),
      (texts) => decide(field, texts),
    )
  const list = (field: 'similar' | 'keywords'): string[] => mergeList(of(sides, (content) => content[field]))
  const optional = (field: 'effective' | 'expires' | 'source'): Partial<EntryContent> => {
    const value = text(field)
    return value === '' ? {} : { [field]: value }
  }
  const merged: EntryContent = {
    title: text('title'),
    similar: list('similar'),
    category: text('category'),
    keywords: list('keywords'),
    answer: mergeAnswer(
      of(sides, ({ answer }) => answer),
      (texts, part) => decide('answer', texts, part),
    ),
    ...optional('effective'),
    ...optional('expires'),
    ...optional('source'),
  }
  return { merged, conflicts }
}

function of<From, To>(sides: Sides<From>, read: (side: From) => To): Sides<To> {
  return { base: read(sides.base), mine: read(sides.mine), theirs: read(sides.theirs) }
}

function mergeText({ base, mine, theirs }: Sides<string>, decide: (texts: Sides<string>) => string): string {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  return decide({ base, mine, theirs })
}

/** What either side added is there, what either side removed is not; in their order, mine's additions last. */
function mergeList({ base, mine, theirs }: Sides<readonly string[]>): string[] {
  if (same(mine, base)) return [...theirs]
  if (same(theirs, base)) return [...mine]
  const kept = theirs.filter((item) => mine.includes(item) || !base.includes(item))
  const added = mine.filter((item) => !base.includes(item) && !theirs.includes(item))
  return [...new Set([...kept, ...added])]
}

function mergeAnswer(sides: Sides<string>, decide: (texts: Sides<string>, part: number) => string): string {
  const { base, mine, theirs } = sides
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  const out: string[] = []
  for (const chunk of chunks(of(sides, paragraphs))) {
    if (same(chunk.mine, chunk.theirs) || same(chunk.theirs, chunk.base)) out.push(...chunk.mine)
    else if (same(chunk.mine, chunk.base)) out.push(...chunk.theirs)
    else {
      const chosen = decide(
        of(chunk, (part) => part.join('\n\n')),
        out.length,
      )
      out.push(...paragraphs(chosen))
    }
  }
  return out.join('\n\n')
}

/** Stretches that begin and end where all three agree. */
function chunks({ base, mine, theirs }: Sides<readonly string[]>): readonly Sides<readonly string[]>[] {
  const inMine = new Map(align(base, mine).map(({ left, right }) => [left, right]))
  const inTheirs = new Map(align(base, theirs).map(({ left, right }) => [left, right]))
  const found: Sides<readonly string[]>[] = []
  let from = { base: 0, mine: 0, theirs: 0 }
  const cut = (to: typeof from): void => {
    found.push({
      base: base.slice(from.base, to.base),
      mine: mine.slice(from.mine, to.mine),
      theirs: theirs.slice(from.theirs, to.theirs),
    })
    from = to
  }
  for (let index = 0; index < base.length; index++) {
    const place = { base: index, mine: inMine.get(index), theirs: inTheirs.get(index) }
    if (place.mine === undefined || place.theirs === undefined) continue
    cut({ base: index, mine: place.mine, theirs: place.theirs })
    cut({ base: index + 1, mine: place.mine + 1, theirs: place.theirs + 1 })
  }
  cut({ base: base.length, mine: mine.length, theirs: theirs.length })
  return found
}

/** The paragraphs (段落) of an answer, parted by blank lines. */
export function paragraphs(answer: string): readonly string[] {
  return answer
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
