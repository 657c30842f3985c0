import { sharesWord } from './demand-clause.ts'
import { type Hearing, nextCitizenLine } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

/** 您是问申领条件还是进度: the seat asks which of two is meant. */
const whichOfTwo =
  /(?:^|您|是|问|咨询|查|了解|办)(?:您|是|要|想|先|问|咨询|查|了解)*([^，您]{2,7}?)还是(?:想|要|问|咨询|查|了解|办)*([^，]{2,9}?)(?:呢|啊)?$/
/** How the call is dealt with is no part of what is asked. */
const ofTheCall = /投诉|反映|举报|建议|登记|电话|手机|先生|女士|保密|匿名|小区|个人|单位/

/** 申领条件, answered by 条件: which of two things offered by the seat the caller asks about. */
export function aspectChosen(hearing: Hearing, question: string): string | undefined {
  for (const line of hearing.lines) {
    const match = line.speaker === 'seat' ? whichOfTwo.exec(wishText(line.text)) : null
    if (match === null) continue
    const reply = wishText(nextCitizenLine(hearing, line)?.text ?? '').replace(
      /^(?:我|就|是|先|想|要|问|的)+/,
      '',
    )
    const chosen = match.slice(1, 3).find((option) => isNamed(option, reply))
    if (chosen !== undefined && !ofTheCall.test(chosen) && !sharesWord(chosen, question)) return chosen
  }
  return undefined
}

/** Whether an answer begins with the last word or the first of what is offered. */
const isNamed = (option: string, reply: string): boolean =>
  reply.length > 1 && (reply.startsWith(option.slice(-2)) || reply.startsWith(option.slice(0, 2)))
