import { type Hearing, nextCitizenLine } from '../hearing/hearing.ts'
import { recorded } from './ticket-raised.ts'

/** Not 别打错 of a number that is spelt out, nor 打错了是想选十一号 of a date. */
const misdialled =
  /(?<!别|不要|没)(?:打|拨|按|暗|摁|播|拔)错(?:了(?!是想|是说|应该)|电话|号码?|键|$)|打(?:串|岔)了|误(?:拨|打|触|按)|不好意思.{0,4}错了|错了.{0,3}(?:不好意思|对不起)|(?:小孩|孩子|儿子|女儿|孙子|不小心|裤兜|口袋).{0,14}(?:按|暗|拨|打|播|碰|点)(?:到|出|了|着)/
const suspected = /打错|拨错|按错|是不是(?:找|打给)/
/** The seat says where the caller has got to, in answer to words that were meant for somebody else. */
const introduces = /这(?:里|边)是.{0,12}(?:热线|一二三四五|12345)/
const apologises =
  /不好意思|对不起|打错|搞错|弄错|看错|找错|抱歉|我(?:打|找|要打).{0,10}(?:的|八六|零)|(?:哦|啊).{0,4}(?:那|我)?再见/
/** A prank: the seat asks the caller to leave the line to others. */
const sentAway =
  /(不要|请勿|别|不能)(再|随便|恶意|继续|总)*(占用|骚扰|拨打|打(?=着玩|来玩|热线|我们)|乱打|开玩笑|恶作剧)/
const takesBack = /没(?:什么)?事了?(?:没事)?了?$|不需要|不用了|打扰|再见|在见/
/** What is left of a turn after 打错了, or of the call after it, in characters: longer words have a matter. */
const longestRest = 10
const longestFarewell = 14

/** The caller wanted somebody else, or nobody: no field of this call means anything. */
export function isWrongNumber(hearing: Hearing): boolean {
  const taken = hearing.lines.some(
    (line) =>
      (line.speaker === 'seat' && recorded(hearing, line)) ||
      (line.asked.has('name') && /姓|叫/.test(line.text)) ||
      (line.asked.has('phone') && /[零一二三四五六七八九幺\d]{4}/.test(line.text)),
  )
  if (taken) return false
  return hearing.lines.some((line) => {
    if (line.speaker === 'seat') {
      if (sentAway.test(line.text) && isOver(hearing, line.index)) return true
      const answer = nextCitizenLine(hearing, line)
      if (answer === undefined || !isOver(hearing, answer.index)) return false
      const meantOthers = line.index > 0 && introduces.test(line.text) && apologises.test(answer.text)
      return meantOthers || (suspected.test(line.text) && answer.reply === 'yes')
    }
    const match = misdialled.exec(line.text)
    if (match === null || !isOver(hearing, line.index)) return false
    const rest = line.text.length - match.index - match[0].length
    return rest <= longestRest || takesBack.test(line.text)
  })
}

/** Nothing but farewells follows. */
function isOver(hearing: Hearing, index: number): boolean {
  return hearing.lines
    .slice(index + 1)
    .every((line) => line.speaker === 'seat' || line.text.length <= longestFarewell)
}
