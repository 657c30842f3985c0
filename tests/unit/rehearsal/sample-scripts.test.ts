import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { newCitizen, nextWords, citizenSaid, seatSaid } from '#shared/domain/rehearsal/citizen.ts'
import { difficulties } from '#shared/domain/rehearsal/rehearsal-script.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { compareTicket } from '#shared/domain/rehearsal/compare-ticket.ts'
import type { Turn } from '#shared/domain/call.ts'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { loadSitePack } from '../../../src-main/core/knowledge/load-site-pack.ts'
import { programRoot } from '../../../src-main/hosts/paths.ts'

/** What a careful seat asks, whatever the matter. */
const careful = [
  '您好，这里是广州12345政务服务便民热线，请问有什么可以帮您？',
  '您别着急，慢慢说。',
  '我在听，请您继续说。',
  '好的，我在记录。',
  '请问您贵姓？怎么称呼您？',
  '请问联系电话是多少？',
  '请问具体地址在哪里？',
  '请问是从什么时候开始的？',
  '请问是哪家店，名称叫什么？',
  '请问一共多少钱？',
  '需要为您保密吗？',
  '我帮您登记好了，请问您还有其他需要吗？',
  '感谢您的来电，再见。',
]

describe('the sample scripts', () => {
  let pack: SitePack
  beforeAll(async () => {
    pack = unwrap(await loadSitePack(join(programRoot, 'knowledge-base')))
  })

  it('are twelve, of every difficulty, over different topics', () => {
    expect(pack.rehearsals.length).toBeGreaterThanOrEqual(12)
    expect(new Set(pack.rehearsals.map(({ difficulty }) => difficulty))).toEqual(new Set(difficulties))
    expect(new Set(pack.rehearsals.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(8)
  })

  it('have words of the mystery caller for every item of the scorecard', () => {
    const without = pack.scorecard.items.filter(({ id }) => pack.mysteryCaller.items[id] === undefined)
    expect(without.map(({ id }) => id)).toEqual([])
    const rules = new Set(pack.norms.map(({ rule }) => rule))
    const unjudged = pack.scorecard.items.filter(
      (item) => item.by === 'rules' && !item.rules.some((rule) => rules.has(rule)),
    )
    expect(unjudged.map(({ id }) => id)).toEqual([])
  })

  it('tell a careful seat every line, and take leave', () => {
    for (const script of pack.rehearsals) {
      let state = newCitizen
      let now = 0
      for (const text of careful) {
        state = seatSaid(state, text, (now += 2000))
        const words = nextWords(script, state, (now += 1000))
        if (words !== undefined) state = citizenSaid(words.next, (now += 2000))
      }
      expect([script.id, state.said]).toEqual([script.id, script.lines.length])
      expect([script.id, state.gone]).toEqual([script.id, true])
    }
  })

  it('let a careful seat find out most of what is expected', () => {
    const understanding = createUnderstanding(pack)
    const share = pack.rehearsals.map((script) => {
      const turns: Turn[] = []
      let state = newCitizen
      let now = 0
      const add = (speaker: Turn['speaker'], text: string): void => {
        turns.push({
          speaker,
          text: text.replaceAll(/[，。？！、；…]/gu, ''),
          startMs: now,
          endMs: (now += 3000),
        })
      }
      for (const text of careful) {
        add('seat', text)
        state = seatSaid(state, text, now)
        const words = nextWords(script, state, (now += 1000))
        if (words === undefined) continue
        add('citizen', words.text)
        state = citizenSaid(words.next, now)
      }
      const startedAt = '2026-03-12T10:00:00+08:00'
      const heard = understanding.understand(turns, { startedAt, callerNumber: script.callerNumber })
      const filled = Object.fromEntries(
        Object.entries(heard).map(([field, { value }]) => [field, value]),
      ) as TicketFields
      const compared = compareTicket({ fields: script.expected ?? {}, startedAt, pathOf: () => [] }, filled)
      const wanted = compared.filter(({ match }) => match !== 'extra')
      const missed = wanted
        .filter(({ match }) => match !== 'same')
        .map(({ field, filled: got, expected }) => [field, got, expected])
      return { id: script.id, found: wanted.length - missed.length, of: wanted.length, missed }
    })
    const found = share.reduce((sum, { found: some }) => sum + some, 0)
    const of = share.reduce((sum, { of: all }) => sum + all, 0)
    expect(found / of, JSON.stringify(share, undefined, 1)).toBeGreaterThan(0.75)
  })
})
