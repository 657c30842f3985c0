import { failure, success, type Result } from '../../base/result.ts'
import { wordingText } from '../../catalogue/wording.ts'
import type { NormRule } from '../site-pack.ts'
import { couldHang } from './expression-cost.ts'
import { soundLine, soundsOf } from './heard-text.ts'
import { requiredCharacters, type Required } from './required-characters.ts'
import { collectAnchors, type SoundAnchors } from './sound-repair.ts'

interface Advice {
  readonly why?: string | undefined
  readonly rewrite?: string | undefined
}

export interface CompiledPhrase extends Advice {
  readonly say: string
  readonly syllables: readonly string[]
  readonly sound: string
}

export interface CompiledPattern extends Advice {
  readonly expression: RegExp
  /** A turn that has none of one of these cannot match it. */
  readonly required: Required
}

/** One entry of the pack's norms with its expressions ready. What they mean is up to the rule's detector. */
export interface CompiledNorm {
  readonly norm: NormRule
  readonly phrases: readonly CompiledPhrase[]
  readonly patterns: readonly CompiledPattern[]
  /** Those of the patterns. */
  readonly expressions: readonly RegExp[]
  readonly except: readonly RegExp[]
  readonly remedies: readonly RegExp[]
  readonly context: readonly RegExp[]
  /** Only where the entry is scored: its patterns, which count as evidence and do not flag alone. */
  readonly evidence?: CompiledNorm
}

export interface CompiledNorms {
  readonly norms: readonly CompiledNorm[]
  readonly anchors: SoundAnchors
}

/**
 * Compiles the expressions of a pack's norms; one that could keep a turn waiting is refused as well. Fails with
 * `bad-norm-expression` and a message that names the rule and the expression; all bad expressions are named, one a line.
 */
export function compileNorms(norms: readonly NormRule[]): Result<CompiledNorms> {
  const problems = norms.flatMap((norm) =>
    expressionsOf(norm).flatMap((expression) => {
      const reason = reasonAgainst(expression)
      return reason === undefined ? [] : [wordingText.badExpression(norm.rule, expression, reason)]
    }),
  )
  if (problems.length > 0) return failure('bad-norm-expression', problems.join('\n'))
  return success({
    norms: norms.map(compileNorm),
    anchors: collectAnchors(norms.flatMap((norm) => norm.patterns.map((pattern) => pattern.match))),
  })
}

function compileNorm(norm: NormRule): CompiledNorm {
  if (norm.scoreAbove === undefined) return compileEntry(norm)
  const sure = compileEntry({ ...norm, patterns: [] })
  return { ...sure, evidence: compileEntry({ ...norm, phrases: [] }) }
}

function compileEntry(norm: NormRule): CompiledNorm {
  const patterns = norm.patterns.map(({ match, ...advice }) => ({
    ...advice,
    expression: compile(match),
    required: requiredCharacters(match),
  }))
  return {
    norm,
    phrases: norm.phrases.flatMap(inEitherAddress).map(compilePhrase),
    patterns,
    expressions: patterns.map(({ expression }) => expression),
    except: norm.except.map(compile),
    remedies: (norm.remedies ?? []).map(compile),
    context: (norm.context ?? []).map(compile),
  }
}

type Phrase = NormRule['phrases'][number]

/** A seat that says 你 where the pack says 您, or the other way round, says the same. */
function inEitherAddress(phrase: Phrase): readonly Phrase[] {
  const says = new Set([phrase.say, phrase.say.replaceAll('你', '您'), phrase.say.replaceAll('您', '你')])
  return [...says].map((say) => ({ ...phrase, say }))
}

function compilePhrase(phrase: Phrase): CompiledPhrase {
  const syllables = soundsOf(phrase.say)
  return { ...phrase, syllables, sound: soundLine(syllables) }
}

function expressionsOf(norm: NormRule): readonly string[] {
  const { patterns, except, remedies = [], context = [] } = norm
  return [...patterns.map((pattern) => pattern.match), ...except, ...remedies, ...context]
}

/** Global for spans, multiline because a line feed stands for a sentence end. */
function compile(expression: string): RegExp {
  return new RegExp(expression, 'gmu')
}

function reasonAgainst(expression: string): string | undefined {
  try {
    compile(expression)
    return couldHang(expression) ? wordingText.couldHang : undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
