import type { CallContext, Turn } from '#shared/domain/call.ts'
import type { FieldName, HeardFields, HeardValue } from '#shared/domain/ticket-fields.ts'
import { hearDemand } from '#shared/domain/understanding/demand/demand.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { createUnderstanding, type UnderstandingPack } from '#shared/domain/understanding/understand-call.ts'
import { flatten } from '#shared/text/flat-text.ts'

/** A few places, parties and categories, enough to tell a listed name from an unlisted one. */
export const smallPack: UnderstandingPack = {
  divisions: [
    { code: '440106', name: '天河区', level: 'district', parent: '4401' },
    { code: '440105', name: '海珠区', level: 'district', parent: '4401' },
    { code: '440106005', name: '石牌街道', level: 'street', parent: '440106' },
    { code: '440106005001', name: '金田社区', level: 'community', parent: '440106005' },
  ],
  roads: [
    { name: '新港中路', districts: ['海珠区'], streets: [] },
    { name: '体育西路', districts: ['天河区'], streets: [] },
  ],
  points: [
    { name: '天河城', kind: 'mall', district: '天河区', street: '', aliases: [] },
    { name: '石牌村', kind: 'village', district: '天河区', street: '石牌街道', aliases: ['石牌'] },
  ],
  subjects: [
    {
      id: 'S1',
      name: '穗禾西饼体育西路店',
      aliases: ['穗禾西饼'],
      address: '天河区体育西路18号',
      kind: 'business',
    },
    {
      id: 'S2',
      name: '穗禾西饼江南西店',
      aliases: ['穗禾西饼'],
      address: '海珠区江南大道中96号',
      kind: 'business',
    },
    { id: 'S3', name: '美缘坊美容院', aliases: ['美缘坊'], address: '', kind: 'business' },
    { id: 'S4', name: '广州市地铁运营公司', aliases: ['地铁公司', '地铁'], address: '', kind: 'utility' },
  ],
  categories: [
    {
      code: '0101001',
      level1: '城市管理',
      level2: '噪声',
      level3: '装修噪声',
      keywords: ['装修', '噪音'],
      unit: '',
      urgency: '一般',
    },
    {
      code: '0202001',
      level1: '公用事业',
      level2: '供水',
      level3: '停水',
      keywords: ['没水'],
      unit: '',
      urgency: '及时',
    },
  ],
  dispatch: [],
  lexicon: { synonyms: [], homophones: [{ heard: '造音', meant: '噪音' }], fillers: [], foldings: [] },
}

export const understanding = createUnderstanding(smallPack)

/** Turns from lines such as `市民：我姓王` (`坐席：…`), two seconds each. */
export function turnsOf(...lines: readonly string[]): readonly Turn[] {
  return lines.map((line, index) => ({
    speaker: line.startsWith('坐席：') ? 'seat' : 'citizen',
    startMs: index * 2_500,
    endMs: index * 2_500 + 2_000,
    text: line.replace(/^(坐席|市民)：/, ''),
  }))
}

/** A Wednesday morning. */
export const context: CallContext = { startedAt: '2026-11-18T10:20:00+08:00', callerNumber: '13911112222' }

export function hear(...lines: readonly string[]): HeardFields {
  return understanding.understand(turnsOf(...lines), context)
}

export function valueOf(field: FieldName, ...lines: readonly string[]): unknown {
  return hear(...lines)[field]?.value
}

/** A dialogue in one line, `坐：您贵姓 / 市：姓王`. */
export function hearDialogue(words: string): HeardFields {
  return hear(...linesOf(words))
}

/** The lines of such a dialogue, for {@link hear}. */
export const linesOf = (words: string): readonly string[] =>
  words.split(' / ').map((line) => line.replace(/^坐：/, '坐席：').replace(/^市：/, '市民：'))

const wednesday = '2026-11-18T10:20:00'

/** What is heard of a story, `坐:多少钱/市:八百`, that began with a complaint; times are local. */
export function hearStory(story: string, startedAt = wednesday): HeardFields {
  return understanding.understand(turnsOf('市民：我要投诉', ...linesOfStory(story)), { startedAt })
}

/** The lines of a story, for {@link hear}. */
export const linesOfStory = (story: string): readonly string[] =>
  story.split('/').map((line) => line.replace(/^市:/, '市民：').replace(/^坐:/, '坐席：'))

/** When the matter of a story was: `2026-07..2026-08` for a span, `2026-07..` for what goes on, `-` for none. */
export function timeOfStory(story: string, startedAt = wednesday): string {
  const time = hearStory(story, startedAt).incidentTime?.value
  return typeof time === 'object' ? `${time.from}..${time.to ?? ''}` : (time ?? '-')
}

/** `expected|moment|story` a line; a moment is a time of {@link context}'s day, or another one in full. */
export function rowsOfTimes(table: string): readonly (readonly [string, string, string])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'))
    .map(([expected = '', moment = '', story = '']) => [
      expected,
      moment.length > 5 ? moment : `2026-11-18T${moment}:00`,
      story,
    ])
}

/** The demand as it is read before further words of the call are added to it. */
export function hearWish(...lines: readonly string[]): HeardValue<string> | undefined {
  return hearWishAt(context, ...lines)
}

/** The same in another call, which began at another time. */
export function hearWishAt(call: CallContext, ...lines: readonly string[]): HeardValue<string> | undefined {
  const hearing = asLikelyMeant(listen(turnsOf(...lines), call, ({ text }) => flatten(text)))
  return hearDemand(hearing, hearRequestType(hearing))
}

/** The wish of a dialogue in one line. */
export function wishOfDialogue(words: string): string | undefined {
  return hearWish(...linesOf(words))?.value
}
