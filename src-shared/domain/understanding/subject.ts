import type { Subject } from '../site-pack.ts'
import type { HeardValue, IncidentAddress, SubjectRef, TicketFields } from '../ticket-fields.ts'
import type { NameIndex, NameMatch } from '../../text/name-index.ts'
import { toSyllables } from '../../text/pinyin.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from './hearing.ts'
import { coreBefore } from './name-shape.ts'

interface Mention {
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly name: string
  readonly subjects: readonly Subject[]
  readonly confidence: number
  /** How clearly the words make it the party of the matter, not a landmark. */
  readonly role: number
}

const kinds =
  '物业管理公司|物业公司|物业|装饰公司|装修公司|科技公司|公司|超市|便利店|餐厅|饭店|酒楼|酒店|宾馆|药店|药房|大药房|诊所|医院|健身房|培训机构|培训班|培训学校|驾校|幼儿园|小学|中学|学校|银行|快递|外卖店|美容院|理发店|美发店|专卖店|旗舰店|烧烤店|火锅店|奶茶店|面馆|烤肉店|网吧|酒吧|KTV|棋牌室|洗浴中心|[^工]厂|工厂|工地|建筑公司|房产中介|中介|地产|开发商|派出所|居委会|街道办|街道办事处|城管局|公交公司|加油站|停车场|4S店|四S店|汽修厂|旅行社|养老院|出行平台|平台|足浴店|餐馆|小卖部|商店|店'
const shapePattern = new RegExp(`(?:${kinds})(?![费证卡员库])`, 'g')
const rolesBefore =
  /(投诉|举报|表扬|反映|感谢|点名|控告|告)(一下|一家|一个|的是|的|是|那个|这个|那家|这家|我们(小区)?的?|对象是)*$|(名字|名称|名|店|公司|单位|物业|学校|招牌)?(叫做?|是叫|名叫)$|(欠|骗|收)$|被$/
const softBefore = /(在|去|到|跟|找|是|由|给|向)$/
const rolesAfter =
  /^(的?(老板|员工|工作人员|服务员|司机|经理|客服|保安|医生|老师|店员|销售|工人))?(他们|这边|那边|就|一直|都|也|还|又|已经|从来|经常|天天|每天|根本|现在)*(不|拒|欠|拖|乱|强|骗|收了?我|态度|没有?|违|卖|倒闭|跑路|关门|关了|扣|克扣|辞退|排|偷|噪|吵|油烟|推|虚假|服务|停|给我|说不|把我|让我|要求我|收取|存在|涉嫌|帮)/
const landmarkAfter =
  /^(的)?(门口|附近|旁边|对面|后面|前面|隔壁|楼下|门前|路口|那里的|那条|周边|东侧|西侧|南侧|北侧|外面|后门|的路|站)/
const landmarkBefore = /(靠近|路过|经过|住在?|对面是|旁边是|附近有)$/
const genericCore =
  /^(贸易|商贸|科技|装修|装饰|建筑|房产|教育|培训|美容|快递|餐饮|外卖|网络|保险|旅游|搬家|家政|.{0,2}(这|那|某|一)(家|个|间|所)?|本|我们|小区|楼下|附近|隔壁|一家|这个|那个|各|大|小|老|新|民营|私立|公立|连锁|外地|当地|别的|其他|.*(小区|家|间|所))$/
const unsure = /不知道|不清楚|不记得|忘了/

/**
 * 被反映对象: the party complained about, reported or praised, by its id where the list has it. A landmark is none, and
 * of a chain's branches the address decides; where it does not, the name stands without an id.
 */
export function hearSubject(
  hearing: Hearing,
  index: NameIndex<Subject>,
  address: HeardValue<IncidentAddress> | undefined,
  requestType: TicketFields['requestType'],
): HeardValue<SubjectRef> | undefined {
  // Who asks for help or proposes something complains of nobody whom he does not blame in words.
  const leastRole = requestType === '求助' || requestType === '建议' ? 2 : 0.5
  const mentions = hearing.lines.flatMap((line) =>
    line.speaker === 'citizen' || nextCitizenLine(hearing, line)?.reply === 'yes'
      ? mentionsIn(line, index)
      : [],
  )
  const best = mentions
    .filter((mention) => mention.role >= leastRole)
    .reduce<Mention | undefined>(
      (top, mention) => (top === undefined || rank(mention) > rank(top) ? mention : top),
      undefined,
    )
  if (best === undefined) return undefined
  const evidence = [cite(best.line, best.start, best.end, best.confidence)]
  if (best.subjects.length === 0) return heardValue({ name: best.name }, evidence)
  return listed(hearing, best, evidence, address)
}

const rank = (mention: Mention): number =>
  mention.role + (mention.subjects.length > 0 ? 1.5 : 0) + mention.confidence

function listed(
  hearing: Hearing,
  best: Mention,
  evidence: HeardValue['evidence'],
  address: HeardValue<IncidentAddress> | undefined,
): HeardValue<SubjectRef> {
  const refs = (subjects: readonly Subject[]) => subjects.map(({ id, name }) => ({ id, name }))
  const [only, ...more] = best.subjects
  if (only !== undefined && more.length === 0)
    return heardValue<SubjectRef>({ id: only.id, name: only.name }, evidence)
  const spoken = hearing.lines
    .filter((line) => line.speaker === 'citizen')
    .map((line) => line.text)
    .join(' ')
  const scored = best.subjects
    .map((subject) => ({
      subject,
      score: branchScore(subject, branchOf(subject, best.subjects), address?.value, spoken),
    }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  if (first !== undefined && first.score > (second?.score ?? 0))
    return heardValue<SubjectRef>({ id: first.subject.id, name: first.subject.name }, evidence, {
      alternatives: refs(scored.slice(1, 4).map((entry) => entry.subject)),
    })
  return heardValue<SubjectRef>({ name: best.name }, evidence, {
    confidence: 0.7,
    alternatives: refs(best.subjects.slice(0, 5)),
  })
}

/** How much of a branch's name and address was said in the call. */
function branchScore(
  subject: Subject,
  branch: string,
  address: IncidentAddress | undefined,
  spoken: string,
): number {
  const said = Object.values(address ?? {}).filter(
    (part): part is string => part !== undefined && part.length >= 2,
  )
  const inAddress = said
    .filter((part) => subject.address.includes(part))
    .reduce((sum, part) => sum + part.length, 0)
  if (branch.length < 2 || branch.length > 6) return inAddress
  const named =
    spoken.includes(branch) ||
    ` ${toSyllables(spoken).join(' ')} `.includes(` ${toSyllables(branch).join(' ')} `)
  return inAddress + (named ? 6 : 0)
}

/** What sets a branch's name apart from its siblings': 龙口 of 美缘坊美容院龙口店. */
function branchOf(subject: Subject, siblings: readonly Subject[]): string {
  let common = 0
  while (siblings.every(({ name }) => common < name.length && name[common] === subject.name[common])) common++
  return subject.name
    .slice(common)
    .replace(/[（）()]/g, '')
    .replace(/(分?店|分公司|支行|网点|校区|院区|训练场|园)$/, '')
}

function mentionsIn(line: Line, index: NameIndex<Subject>): readonly Mention[] {
  const known = index
    .find(line.text)
    .filter((match) => !isPartOfLonger(line, match))
    .map((match) => knownMention(line, match))
  const shaped = [...line.text.matchAll(shapePattern)].flatMap((match) => {
    const end = match.index + match[0].length
    if (known.some((mention) => match.index < mention.end && end > mention.start)) return []
    return shapedMention(
      line,
      match.index,
      end,
      known.reduce((limit, mention) => (mention.end <= match.index ? mention.end : limit), 0),
    )
  })
  return [...known, ...shaped]
}

/** 洁美达环卫公司 is another party than the 环卫公司 of the list. */
function isPartOfLonger(line: Line, match: NameMatch<Subject>): boolean {
  if (!match.values.every(({ kind }) => kind === 'utility' || kind === 'government')) return false
  const core = coreBefore(line, match.start, 0, 6)
  return (
    core !== undefined &&
    core.bounded &&
    core.text.length >= 2 &&
    !genericCore.test(core.text) &&
    !/[省市区县镇]$/.test(core.text)
  )
}

function knownMention(line: Line, match: NameMatch<Subject>): Mention {
  const confidence = match.by === 'text' ? 0.93 : match.similarity
  return {
    line,
    start: match.start,
    end: match.end,
    name: match.name,
    subjects: match.values,
    confidence,
    role: roleOfListed(line, match),
  }
}

/** 地铁, 社保 and 新塘镇 are listed parties, and ordinary words: only what the caller does to them makes them one. */
function roleOfListed(line: Line, match: NameMatch<Subject>): number {
  const role = roleOf(line, match.start, match.end, true)
  const plain =
    match.end - match.start <= 2 ||
    match.values.every(({ kind }) => kind === 'government' || kind === 'utility')
  return plain && role < 2 ? 0 : role
}

/** A party that the list does not know, only where the words around it give it the role. */
function shapedMention(line: Line, suffixStart: number, end: number, limit: number): readonly Mention[] {
  const core = coreBefore(line, suffixStart, limit, 8)
  if (core === undefined || !core.bounded || core.text.length < 2 || genericCore.test(core.text)) return []
  if (/[省市区县]|小区|号|楼|.{2}路/.test(core.text) || unsure.test(line.text.slice(0, core.start))) return []
  const role = roleOf(line, core.start, end, false)
  if (role < 2) return []
  const name = line.text.slice(core.start, end)
  return [{ line, start: core.start, end, name, subjects: [], confidence: 0.82, role }]
}

function roleOf(line: Line, start: number, end: number, listedName: boolean): number {
  const before = line.text.slice(Math.max(0, start - 12), start)
  const after = line.text.slice(end)
  if (landmarkAfter.test(after) || landmarkBefore.test(before) || before.endsWith('不是')) return 0
  const named = rolesBefore.test(before) || line.asked.has('subject')
  const acting = rolesAfter.test(after)
  if (named || acting) return (named ? 2.5 : 0) + (acting ? 2 : 0)
  // A listed party in whose shop, school or office something went wrong.
  return listedName && (softBefore.test(before) || start === 0 || line.breaks.has(start))
    ? 1
    : listedName
      ? 0.6
      : 0
}
