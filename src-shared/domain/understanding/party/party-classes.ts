import { type Hearing, previousSeatLine } from '../hearing/hearing.ts'
import type { WeighedMention } from './weighed-mentions.ts'

/** Plain words by which callers tell one side of a matter from another, and how parties of that side are named. */
const classes: readonly { readonly said: string; readonly named: RegExp; readonly listed?: string }[] = [
  { said: '平台', named: /平台|外卖$|商城$|优选$|出行$/, listed: 'platform' },
  { said: '物业', named: /物业|物管|管理处$|服务中心$/, listed: 'property' },
  { said: '开发商', named: /开发商|地产|置业|置地|房产/ },
  { said: '中介', named: /中介|地产|房产|公寓/ },
  {
    said: '施工队?|施工方|施工单位|工地|承包商?',
    named: /工地|项目|建[设筑工]|工程|施工|标段/,
    listed: 'construction',
  },
  { said: '学校|幼儿园|老师', named: /学|幼儿园|教育/, listed: 'school' },
  { said: '医院|诊所', named: /医院|诊所|门诊|口腔|卫生/, listed: 'hospital' },
  { said: '银行', named: /银行|支行/ },
  { said: '公交公司?', named: /公交|巴士/ },
]
/** 商家 is whoever is none of the others. */
const seller = '商家|店家|卖家|商户|店铺|主播|[那这]家店|店里'
const plain = [...classes.map(({ said }) => said), seller].join('|')
const blames = new RegExp(
  `(?:投[诉素]|举报|反[映应]|(?<![广报转])告(?!诉)|表扬)(?:的是|的就是|的|就是|是|这个|那个|这家|那家|这|那|一下|他们|你们)*(${plain})`,
)
const declines = /[不没](?:是|想|要|用)?$/
const answer = new RegExp(`^(?:啊|呃|嗯|就是|就|是|那个|投诉|举报|找|告|对|肯定|主要|当然)*(${plain})`)

/** Which side the caller says he blames, in plain words: 投诉那个商家, or 物业, to 投诉开发商还是物业. */
function sideBlamed(hearing: Hearing): string | undefined {
  const told = hearing.lines.flatMap((line) => {
    if (line.speaker !== 'citizen') return []
    const asked =
      previousSeatLine(hearing, line)?.text.includes('还是') === true ? answer.exec(line.text) : null
    const match = asked ?? blames.exec(line.text)
    return match === null || declines.test(line.text.slice(0, match.index)) ? [] : [match[1] ?? '']
  })
  return told.at(-1)
}

const isSeller = new RegExp(`^(?:${seller})$`)
const sides = classes.map((side) => ({ ...side, said: new RegExp(`^(?:${side.said})$`) }))

/** Whether a party is of the side that the caller blames in plain words; `unsaid` where he names no side. */
export function sideSign(hearing: Hearing, own: readonly WeighedMention[]): 'same' | 'other' | 'unsaid' {
  const word = sideBlamed(hearing)
  if (word === undefined) return 'unsaid'
  const ofParty = sides.filter(({ named, listed }) =>
    own.some(({ name, subjects }) => named.test(name) || subjects.some(({ kind }) => kind === listed)),
  )
  const same = isSeller.test(word) ? ofParty.length === 0 : ofParty.some(({ said }) => said.test(word))
  return same ? 'same' : 'other'
}
