import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import { packError, packWarning, type PackProblem, type Reading } from './pack-problem.ts'

export interface PackFile {
  /** Path inside the pack, with forward slashes. */
  readonly file: string
  readonly text: string
}

/** Open files at a time: a city's answers are thousands of files, and a process may hold about a thousand open. */
const filesAtOnce = 64

/** Reads one file of a pack, as a list of one or none: a pack may leave a file out (a warning) unless it is `required`. */
export async function readPackFile(
  directory: string,
  file: string,
  required = false,
): Promise<Reading<readonly PackFile[]>> {
  try {
    return { value: [{ file, text: await readFile(join(directory, file), 'utf8') }], problems: [] }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { value: [], problems: [readProblem(file, code, message, required)] }
  }
}

/**
 * Reads the files below `folder` whose names end in `ending`, sorted by path; a README is no part of the pack. It is a
 * warning where an `expected` folder is missing.
 */
export async function readPackFolder(
  directory: string,
  folder: string,
  ending: string,
  expected = true,
): Promise<Reading<readonly PackFile[]>> {
  const names = await readdir(join(directory, folder), { recursive: true }).catch(() => undefined)
  if (names === undefined && !expected) return { value: [], problems: [] }
  if (names === undefined) {
    return { value: [], problems: [packWarning({ file: folder }, packProblemText.missingFileEmpty)] }
  }
  const files = names
    .filter((name) => name.endsWith(ending) && !name.endsWith('README.md'))
    .map((name) => folder + name.replaceAll('\\', '/'))
    .toSorted()
  const readings: Reading<readonly PackFile[]>[] = []
  for (let start = 0; start < files.length; start += filesAtOnce) {
    const batch = files.slice(start, start + filesAtOnce)
    readings.push(...(await Promise.all(batch.map((file) => readPackFile(directory, file)))))
  }
  return {
    value: readings.flatMap((reading) => reading.value),
    problems: readings.flatMap((reading) => reading.problems),
  }
}

function readProblem(
  file: string,
  code: string | undefined,
  message: string,
  required: boolean,
): PackProblem {
  if (code !== 'ENOENT') return packError({ file }, packProblemText.unreadable(message))
  if (required) return packError({ file }, packProblemText.missingFile)
  return packWarning({ file }, packProblemText.missingFileEmpty)
}
