import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { packError, type Reading } from './pack-problem.ts'
import type { PackFile } from './read-files.ts'
import { readYamlList } from './read-yaml.ts'

/** Reads one file of `norms/`. An expression that does not compile, or could hang, is an error of this file. */
export function readNorms(source: PackFile): Reading<NormRule[]> {
  const { value, problems } = readYamlList(source, normRuleSchema)
  const compiled = compileNorms(value)
  if (compiled.ok) return { value, problems }
  const bad = compiled.error.message.split('\n').map((line) => packError({ file: source.file }, line))
  return { value, problems: [...problems, ...bad] }
}
