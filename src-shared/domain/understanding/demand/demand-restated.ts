import { assents } from '../hearing/assent.ts'
import { objectsTo } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { longest, proposalIn, together, turnsDown } from './demand-claim.ts'
import { alike } from './demand-clause.ts'
import { isWish, type Mood, wordDemand, wordsFrom } from './demand-line.ts'
import { withThing } from './demand-matter.ts'
import { sharesSum } from './demand-sums.ts'
import type { Wish } from './demand-wish.ts'
import { wishText, withoutBrackets } from './wish-text.ts'

const addition = /(?:还要|最好(?!别)|另外|还有|并且|同时)(?!一个|个|谁)/

/** What the seat says that the caller wants, with what he adds, where it stands; of several claims the last. */
export function restated(hearing: Hearing, mood: Mood | undefined): Wish | undefined {
  return hearing.lines.reduce<Wish | undefined>((last, seat) => {
    const reply = seat.speaker === 'seat' ? nextCitizenLine(hearing, seat) : undefined
    const proposal = reply === undefined ? undefined : proposalIn(seat, mood)
    if (reply === undefined || proposal === undefined || !stands(seat, reply)) return last
    const value = wordDemand(withSumSettled(hearing, proposal.words, reply), mood ?? proposal.mood, true)
    if (value === undefined) return last
    const named = withThing(hearing, value)
    const added = addedIn(reply)
    const whole = added?.includes(named.slice(2)) === true ? named.slice(0, 2) + added : named
    const more = added?.split('，').filter((part) => tellsMore(whole, part)) ?? []
    const both = more.reduce(
      (line, part) =>
        line.replace(/(?=（.*）$)|$/, part.startsWith(line.slice(-2)) ? part.slice(2) : `，${part}`),
      whole,
    )
    const wish = {
      value: both.length > longest ? named : both,
      line: seat,
      start: proposal.start,
      confidence: 0.88,
    }
    return last !== undefined && goesOn(hearing, last, seat) && !alike(bare(last).value, bare(wish).value)
      ? together(bare(last), bare(wish))
      : wish
  }, undefined)
}

/** A wish without what it is about, which stands in brackets. */
const bare = (wish: Wish): Wish => ({ ...wish, value: withoutBrackets(wish.value) })

/** 再有就是叫号声音太小, told between two of the seat's summaries: the second stands beside the first. */
const goesOn = (hearing: Hearing, first: Wish, second: Line): boolean =>
  hearing.lines
    .slice(first.line.index + 1, second.index)
    .some(({ text }) => /^(?:那|嗯|好的?)*(?:还有|再有|另外|第二|其他)/.test(text))

/** 您希望…, 诉求是…: said of the caller, who need not say yes to it; not 希望您谅解, nor what a firm demands. */
const ofTheCaller =
  /^(?:好的?|嗯|那|所以|明白|知道|理解|就是|也就是|[^，]{0,3}(?:女士|先生|小姐))*(?:您(?:的|是|这边|就是|主要|现在|目前)*(?:要求|请求|希望|想|主张|诉求|目的|求助|要)|是?想(?:请|让)我们|(?:诉求|要求|希望|主张|建议)(?!您|你|大家))/
/** What the seat says the caller wants stands where he agrees, and where he answers without a word against it. */
const stands = (seat: Line, reply: Line): boolean =>
  !turnsDown(reply) &&
  (assents(reply) ||
    reply.turn.text.startsWith('嗯') ||
    (ofTheCaller.test(wishText(seat.text)) && reply.reply !== 'no' && !objectsTo(reply)))

const spokenSum = '[一二两三四五六七八九十百千万]{2,}(?:元|块钱?)?'
/** 两万五吧, 一半也行四万三: the caller names another sum than the seat did. */
const otherSumNamed = new RegExp(
  `^(?:啊|哦|那|就|是|要|不是|不对|不|[一二三四五六七八九]?半也?(?:行|可以|得|好))*(${spokenSum})[吧啊呀]?$`,
)
/** 那按四万三, 写四万三: the sum that is taken down. */
const sumTaken = new RegExp(`^(?:好的?|那|就|嗯|行)*(?:按|写|记|算|登记)(?:个|成|为)?(${spokenSum})`)
const settledSoon = 4

/** The sum as the caller settles it in answer to the seat's words for his demand, or as it is then taken down. */
function withSumSettled(hearing: Hearing, words: string, reply: Line): string {
  const later = hearing.lines
    .slice(reply.index, reply.index + settledSoon)
    .map(({ text }) => sumTaken.exec(wishText(text))?.[1])
    .findLast((sum) => sum !== undefined)
  const settled = later ?? otherSumNamed.exec(wishText(reply.text))?.[1]
  return settled === undefined ? words : words.replace(new RegExp(spokenSum), settled)
}

const agreeing = /^(?:啊|哦|嗯|哎|对|是|得|的|系|没错|好|行|就是|就|这个|这样|你们?|您|那|yes|ok)*/i
/** 对，还要他们道歉; 是啊快点帮我把孩子弄出来: what the caller adds to the seat's words. */
function addedIn(reply: Line): string | undefined {
  const text = wishText(reply.text)
  const deadline = byWhen.exec(text.replace(agreeing, '').replace(/^最好(?=.{4})/, ''))?.[1]
  if (deadline !== undefined) return deadline.replace(/最好$/, '')
  const match = addition.exec(text) ?? agreeing.exec(text)
  if (match === null) return undefined
  const rest = wordsFrom(reply, match.index + match[0].length)
  const leads = match.index === 0 && !addition.test(match[0])
  if (leads && !tellsToAct.test(rest)) return undefined
  const added = isWish(rest) ? wordDemand(rest, '要求')?.slice(2) : undefined
  return added !== undefined && saysNothing.test(added) ? undefined : added
}
/** 年前把工资发给我们, to 支付工资; 查封它, to 查处: by when, how much more, or another thing than the seat took down. */
function tellsMore(whole: string, added: string): boolean {
  const differs = [limit, stronger].some((pattern) => {
    const words = pattern.exec(added)?.[0]
    return words !== undefined && !whole.includes(words)
  })
  const unsaid = Array.from(added).filter((character) => !whole.includes(character)).length
  return differs || (unsaid >= leastUnsaid && !sharesSum(whole, added)) || !alike(whole.slice(2), added)
}
/** So many characters that the seat did not say tell something of their own. */
const leastUnsaid = 6
const limit =
  /(?:[春年月][节前]|过年|年底|月底|[元国][旦庆]|今[天晚]|明天|[一二两三四五六七八九十]+(?:天|个?小时|个?月|点))(?:之前|以前|之?内|前)?/
/** 最好这个月底之前, 年前能通车: by when, and little else. */
const byWhen = new RegExp(
  `^((?:这个|这|下个|在)?(?:${limit.source})(?:就)?(?:[能要得][^，我]{0,4})?)(?:最好|就[行好])?$`,
)
const stronger = /查封|封[掉了]|抓走|拖走|拆[掉除]|关停|没收|罚款|开除|取缔|停业/
const saysNothing =
  /^(?:不?是)?(?:投诉|建议|咨询|举报)(?:不是.{2})?$|^不是(?:投诉|举报)|^(?:请|叫|让)?(?:她|他|它)?们?(?:归还|退|还)(?:给?来电人)?钱?$|^(?:尽快|赶紧|调查|查|处理|解决|检查|管)(?:一?下|他们?|她|它)*$/
/** 我, 他们 or a reason tells on; a verb, or a thing and what is to be done with it, asks for more. */
const tellsToAct =
  /^(?!最好别|我|他|她|你们(?:不|没|说)|不然|因为|这(?!个)|那(?!个)|本来|确实|是|对|就这|谢|没|现在|一直|都是|能).{3}/
