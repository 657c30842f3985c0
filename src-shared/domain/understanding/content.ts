import type { HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from './hearing.ts'
import { digitRuns } from './phone-digits.ts'

const opening =
  /^(喂|哎|欸|诶|啊|哦|那个|就是|这个|然后|您好|你好|同志|对|是的?|没错|好的?|行|我说一下|是这样的?|我跟你说|我(就是)?(想|要)(反映|说)(一个|一下)?(问题|情况|事情?)?)+/
const feeling =
  /气死我?了|烦死了?|太过分了|太(气人|可恶|缺德|不像话)了?|简直(是)?|真是的?|你们?到底管不管|什么玩意儿?|黑心的?|王八蛋|混蛋|他妈的?|急死了?|受不了了|忍无可忍|岂有此理/g
const filler = /(就是说|那个什么|怎么说呢|你知道吗|我跟你讲|反正就是|嘛|呗)/g
const slotAnswer =
  /^(我?(免贵)?姓.{1,6}|我?叫.{2,4}|(不用|没有|没了|谢谢|再见|可以|需要|不需要)+.{0,6}|就?(是|用)?这个(号码|电话)?.{0,4})$/
const matter =
  /投诉|举报|反映|咨询|建议|坏|漏|停|噪|吵|没|不|欠|退|修|脏|臭|堵|占|违|堆|扰|影响|问题|要|怎么|什么|已经|每天|一直/
const longest = 200
const leastLength = 6

/**
 * 诉求内容: the citizen's own words on the matter, in order, without greetings, names, numbers and feelings; at most 200
 * characters, whole turns only. Extractive: nothing is worded anew.
 */
export function hearContent(hearing: Hearing): HeardValue<string> | undefined {
  const told = hearing.lines.flatMap((line) => {
    const words = line.speaker === 'citizen' ? narrative(line) : undefined
    return words === undefined ? [] : [{ line, words }]
  })
  const chosen = withinLength(told)
  if (chosen.length === 0) return undefined
  const text = chosen.map((entry) => entry.words).join('；')
  return heardValue(
    `${text.slice(0, longest - 1)}。`,
    chosen.map(({ line }) => cite(line, 0, line.text.length, 0.8)),
  )
}

function narrative(line: Line): string | undefined {
  if (digitRuns(line).some((run) => run.digits.length >= 5) || slotAnswer.test(line.text)) return undefined
  const words = withCommas(line)
    .replace(opening, '')
    .replace(feeling, '')
    .replace(filler, '')
    .replace(/，{2,}/g, '，')
    .replace(/^，|，$/g, '')
  if (words.length < leastLength || !matter.test(words)) return undefined
  return words
}

function withCommas(line: Line): string {
  return Array.from(line.text)
    .map((character, index) => (index > 0 && line.breaks.has(index) ? `，${character}` : character))
    .join('')
}

/** Drops the shortest turns first until what is left fits. */
function withinLength<T extends { readonly words: string }>(told: readonly T[]): readonly T[] {
  const kept = [...told]
  const size = () => kept.reduce((sum, entry) => sum + entry.words.length + 1, 0)
  while (kept.length > 1 && size() > longest) {
    const shortest = Math.min(...kept.map((entry) => entry.words.length))
    kept.splice(
      kept.findLastIndex((entry) => entry.words.length === shortest),
      1,
    )
  }
  return kept
}
