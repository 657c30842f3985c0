import type { HeardValue } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue } from '../hearing/hearing.ts'
import { littleWords } from '../hearing/little-words.ts'
import { spellMatter } from '../hearing/matter-words.ts'

const others = '(?:他|她|对方|别人|人家|外人|任何人|公司|单位|物业|老板|厂|店|商家|学校|房东|邻居|村)'

/** 好的给您保密, 您的信息不会外传, 不会让对方知道是您: the seat settles that nobody will learn who called. */
const promise = new RegExp(
  [
    '(?:为|给|替|帮|对)[您你][^，]{0,6}保密',
    '^(?:好的?|号的|行|明白|放心|可以|没问题|理解|您|那|嗯)+(?:匿名|并且|并|对外|登记|按|做|会|一定|严格)*保密',
    '对外保密|保密(?:处理|登记)',
    `不会?(?:对外|向外|往外)?(?:透露|泄露|泄漏|外传|外泄|说出去|公开)`,
    `不会(?:告[诉知]|跟|和|向)${others}`,
    `不会?(?:让|给|被|叫)${others}[^，]{0,4}(?:知道|晓得|查到|看到|猜到|认出)`,
    '不会(?:说|提)(?:到|起|是)?[您你]',
    `(?:信息|资料|电话|放心)[^，]{0,4}不会(?:给|转|提供)[到给]?${others}`,
  ].join('|'),
)
const asks = /[吗呢吧嘛]$|还是|要不要|是否|需不需要|需要(?!的)|[如若]果|要是|方便/
/** 举报人的信息是保密的, 我们会对您的信息保密: a rule, told to whoever calls; 不作保密. */
const noPromise =
  /(?:举报|投诉|反映|来电|报案)(?:人|者)|(?<!您的?)(?:举报|投诉)信息|会对[您你]的(?:个人)?(?:信息|资料)|因为|规定|不(?:用|需要|必|作|做|要|予|再|给[您你])?保密|(?:没办法|不能|无法|很难)[^，]{0,4}保密/

/** 保密 on which the seat settled in its own words, when the caller wished nothing otherwise. */
export function promisedBySeat(hearing: Hearing): HeardValue<boolean> | undefined {
  for (const line of hearing.lines.toReversed()) {
    if (line.speaker !== 'seat') continue
    const text = littleWords(spellMatter(line.text))
    const match = promise.exec(text)
    if (match === null || noPromise.test(text) || asks.test(promisingWords(text, match))) continue
    return heardValue(true, [cite(line, match.index, match.index + match[0].length, 0.85)])
  }
  return undefined
}

/** 会为您保密您贵姓: what stands behind the promise may ask for something else. */
const promisingWords = (text: string, { index, 0: words }: RegExpExecArray): string =>
  text.slice(0, index + words.length) +
  (/^(?:[吗呢吧嘛]|可以吗|好吗|行吗)/.exec(text.slice(index + words.length))?.[0] ?? '')
