import { createNameIndex, type NamedEntry, type NameIndex } from '../../../text/name-index.ts'
import type { SitePack, Subject } from '../../site-pack.ts'
import { foldingsOf } from '../place/place-names.ts'
import { otherReadings } from '../hearing/other-readings.ts'
import { tradeWords } from './party-trades.ts'

const legalForm = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/
const branch = /[（(].{1,20}[)）]/
const region = /^.{2,3}[省市区县](?=.{4})/
const tooPlain =
  /^(物业|公司|超市|餐饮|科技|商贸|贸易|医院|学校|银行|酒店|饭店|小学|中学|幼儿园|服务|管理|投资|实业|发展|电子|装饰|建筑|房地产|地产|物业管理|物业服务|城管局|公安局|教育局|派出所|街道办)$/

/** 快程网约车 is also called 网约车快程. */
const kindLast =
  /^(?<core>.{2,4})(?<kind>网约车|打车|外卖|健身房?|驾校|超市|中介|地产|KTV|美容院?|奶茶店?|公寓|培训|教育|物业|快递|药店)$/

/** Indexes the list of parties by name, alias and the shorter forms that people use. */
export function indexSubjects(pack: Pick<SitePack, 'subjects' | 'lexicon'>): NameIndex<Subject> {
  const entries = pack.subjects.flatMap((subject) =>
    subjectForms(subject)
      .flatMap((name) => [name, ...otherReadings(name)])
      .map((name): NamedEntry<Subject> => ({ name, value: subject })),
  )
  return createNameIndex(entries, foldingsOf(pack))
}

/** 广州市某某物业管理有限公司 is spoken of as 某某物业管理 or 某某物业; a branch as its chain. */
export function subjectForms(subject: Subject): readonly string[] {
  const forms = new Set<string>()
  for (const name of [subject.name, ...subject.aliases]) {
    const plain = name.replace(branch, '')
    const bare = isKindOf(subject, name) ? plain : plain.replace(legalForm, '')
    for (const form of [
      name,
      plain,
      bare,
      bare.replace(region, ''),
      bare.replace(region, '').replace(/物业(管理|服务)$/, '物业'),
      ...shortened(bare, subject),
      ...(subject.kind === 'construction' ? [name.replace(/(工地|项目)$/, '')] : []),
    ])
      if (isUsable(form, subject)) forms.add(form)
    for (const form of officeForms(subject)) forms.add(form)
    const turned = kindLast.exec(name)?.groups
    if (turned?.['core'] !== undefined) forms.add(`${turned['kind'] ?? ''}${turned['core']}`)
  }
  return [...forms]
}

/** 森跃游泳 of 森跃游泳健身: a business by the first of its trades. */
function shortened(name: string, { kind }: Subject): readonly string[] {
  const [trade, more] = kind === 'business' ? tradeWords(name).slice(-2) : []
  const short = trade?.end === more?.start && more?.end === name.length ? name.slice(0, trade?.end) : ''
  return trade !== undefined && trade.start >= leastOwn ? [short] : []
}
const leastOwn = 2

/** 充电桩公司 of 安充充电桩公司: the kind of firm it is, of which 充电桩 names but a thing; 广州市 before a name is no name. */
const isKindOf = ({ name }: Subject, alias: string): boolean =>
  name.endsWith(alias) && !/^$|[省市区县]$/.test(name.slice(0, -alias.length))

/** 大石街办事处 for 大石街道办事处; 花都区市场监管局 for 花都区市场监督管理局, whose list of aliases has 花都市场监管局. */
function officeForms({ kind, name, aliases }: Subject): readonly string[] {
  if (kind !== 'government') return []
  const street = /^(?<short>.{2,3})街道办事处$/.exec(name)?.groups?.['short']
  if (street !== undefined) return [`${street}街办事处`, `${street}街办`, `${street}街道办`]
  const district = /^(?<short>.{2})区/.exec(name)?.groups?.['short']
  if (district === undefined) return []
  const full = aliases
    .filter((alias) => alias.startsWith(district) && alias.charAt(2) !== '区')
    .map((alias) => `${district}区${alias.slice(2)}`)
  return [name.replace('监督管理', '监管'), ...full]
}

function isUsable(form: string, subject: Subject): boolean {
  if (tooPlain.test(form)) return false
  return form.length >= 3 || form === subject.name || subject.aliases.includes(form)
}
