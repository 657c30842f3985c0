import type { Speaker, Turn } from '../call.ts'

const names: Readonly<Record<string, Speaker>> = {
  市民: 'citizen',
  群众: 'citizen',
  来电人: 'citizen',
  客户: 'citizen',
  坐席: 'seat',
  座席: 'seat',
  话务员: 'seat',
  客服: 'seat',
}

/** About 240 characters a minute, an unhurried pace, and a breath between turns. */
const characterMs = 250
const breathMs = 400

/**
 * A dialogue as somebody writes it down, `市民：…` and `坐席：…` a line; a line without a name goes on with the one before. Times are
 * made up at an even pace, so rules of timing have nothing to find in it. Empty where no line names a speaker.
 */
export function readDialogue(text: string): Turn[] {
  const said: { speaker: Speaker; text: string }[] = []
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const [, name = '', words = ''] = /^(\p{Script=Han}{2,3})\s*[：:]\s*(.*)$/u.exec(line) ?? []
    const speaker = names[name]
    const last = said.at(-1)
    if (speaker !== undefined) said.push({ speaker, text: words })
    else if (last !== undefined && line !== '') last.text += line
  }
  let now = 0
  return said
    .filter((turn) => turn.text !== '')
    .map((turn) => {
      const startMs = now
      const endMs = startMs + turn.text.length * characterMs
      now = endMs + breathMs
      return { ...turn, startMs, endMs }
    })
}
