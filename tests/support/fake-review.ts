import { FailureError } from '#shared/base/result.ts'
import type { ProcedureName } from '#shared/contract/contract.ts'
import type { AppealLine, ReviewCall, ReviewFlag, RuleStanding } from '#shared/contract/review-views.ts'
import { wilson } from '#shared/domain/review/wilson.ts'

/** One reviewed call, and what can be done with it: data for the fake core. */

type ReviewProcedure = Extract<ProcedureName, `review.${string}` | `board.${string}`>
type Input = Record<string, unknown>

const callId = 'c9'
const startedAt = '2026-11-21T09:12:00+08:00'

const turns: ReviewCall['turns'] = (
  [
    ['seat', 0, '您好，这里是 12345 热线，请问有什么可以帮您？'],
    ['citizen', 4200, '我家楼下那个烧烤店的油烟太大了，我都反映三次了。'],
    ['seat', 9800, '您之前反映的时候怎么不说清楚地址呢？'],
    ['citizen', 13_900, '我说了呀，就是建设六马路那家。'],
    ['seat', 18_200, '那具体什么时候处理，这个我也不好说，可能过几天吧。'],
    ['citizen', 23_500, '那总得有个时间吧。'],
    ['seat', 27_000, '我这边马上给您登记，三个工作日内会有人联系您。'],
    ['citizen', 33_000, '好，那麻烦你们了。'],
    ['seat', 36_000, '请问您还有其他需要吗？感谢您的来电，再见。'],
  ] as const
).map(([speaker, startMs, text], index) => ({
  index,
  speaker,
  startMs,
  endMs: startMs + Math.min(text.length * 170, 4000),
  text,
}))

function flag(
  turn: number,
  quote: string,
  of: Pick<ReviewFlag, 'rule' | 'title' | 'severity' | 'why' | 'rewrite'>,
): ReviewFlag {
  const said = turns[turn]!
  const from = said.text.indexOf(quote)
  return {
    ...of,
    flagId: `${String(turn)}/${of.rule}`,
    origin: 'rule',
    turn,
    quote,
    from,
    to: from + quote.length,
    startMs: said.startMs,
    endMs: said.endMs,
    clause: '避免质问、反问',
    silent: false,
    standing: 'open',
    verdicts: [],
    may: { judge: true, appeal: false, decide: false, escalate: false },
  }
}

const rhetorical = flag(2, '怎么不说清楚地址呢', {
  rule: 'rhetorical-question',
  title: '反问语气',
  severity: 'caution',
  why: '市民已说明反映过，这句不求新信息，带责备。',
  rewrite: '麻烦您再说一下具体地址，我这就记下来。',
})
const vague = flag(4, '可能过几天吧', {
  rule: 'vague-answer',
  title: '含糊答复',
  severity: 'serious',
  why: '市民问的是时间，答得不确定。',
  rewrite: '我马上登记，三个工作日内会有人联系您。',
})

const score: ReviewCall['score'] = {
  points: 45,
  of: 55,
  percent: 81.8,
  items: [
    { item: 'rate', group: '接通', title: '接通率', of: 5, by: 'exchange', flagIds: [] },
    { item: 'greeting', group: '服务礼仪', title: '首问问候', of: 5, by: 'reviewer', flagIds: [] },
    { item: 'farewell', group: '服务礼仪', title: '礼貌道别', of: 5, points: 5, by: 'rules', flagIds: [] },
    {
      item: 'no-rhetoric',
      group: '沟通',
      title: '不质问、不反问、不命令',
      of: 10,
      points: 5,
      by: 'rules',
      flagIds: [rhetorical.flagId],
    },
  ],
}

const rule = (title: string, id: string, judged: readonly [number, number]): RuleStanding => ({
  rule: id,
  title,
  severity: 'caution',
  version: '1',
  state: id === 'commanding' ? 'trial' : 'active',
  since: startedAt,
  confirmed: judged[0],
  dismissed: judged[1],
  changed: 0,
  open: 3,
  missed: 1,
  precision: wilson(judged[0], judged[0] + judged[1]),
  needs: { verdicts: 20, precision: 0.8 },
})

const total = {
  calls: 12,
  reviewed: 7,
  confirmed: 9,
  dismissed: 2,
  open: 5,
  missed: 1,
  appeals: 2,
  accepted: 1,
}

export function fakeReview(): Readonly<Record<ReviewProcedure, (input: Input) => unknown>> {
  let call: ReviewCall = {
    callId,
    startedAt,
    durationMs: 41_000,
    staffNumber: '8031',
    staffName: '李明',
    team: '一班',
    rehearsal: true,
    urgency: '一般',
    reasons: ['drawn', 'serious'],
    state: 'waiting',
    flags: { serious: 1, caution: 1, info: 0 },
    open: 2,
    weight: 12,
    percent: 81.8,
    masked: true,
    mayReveal: true,
    playable: true,
    turns,
    marks: [rhetorical, vague],
    score,
    may: { judge: true, add: true, finish: true },
    history: [],
  }
  const change = (part: Partial<ReviewCall>): ReviewCall => {
    call = { ...call, ...part }
    return call
  }
  const changeFlag = (flagId: unknown, to: (kept: ReviewFlag) => ReviewFlag): ReviewCall =>
    change({ marks: call.marks.map((kept) => (kept.flagId === flagId ? to(kept) : kept)) })
  const line = (flagId: unknown): AppealLine => ({
    callId,
    startedAt,
    staffNumber: '8031',
    staffName: '李明',
    flag: call.marks.find((mark) => mark.flagId === flagId)!,
  })
  const standings = { confirm: 'confirmed', dismiss: 'dismissed', change: 'changed' } as const

  return {
    'review.queue': () => ({ items: [call], total: 1 }),
    'review.get': ({ callId: wanted, reveal }) => {
      if (wanted !== callId) throw new FailureError('not-found', '没有找到这通电话')
      return reveal === undefined ? call : { ...call, masked: false }
    },
    'review.audio': ({ fromMs, toMs }) => ({ wavBase64: 'UklGRg==', fromMs, toMs }),
    'review.peaks': () => ({ bucketMs: 50, seat: peaksOf('seat'), citizen: peaksOf('citizen') }),
    'review.judge': ({ flagId, decision, reason }) =>
      changeFlag(flagId, (kept) => ({
        ...kept,
        standing: standings[decision as keyof typeof standings],
        verdicts: [
          ...kept.verdicts,
          { reviewer: '2003', at: startedAt, decision: decision as 'confirm', reason: String(reason) },
        ],
        may: { ...kept.may, appeal: true },
      })),
    'review.addFlag': ({ turn, from, to, rule: id, reason }) =>
      change({
        marks: [
          ...call.marks,
          {
            ...flag(Number(turn), turns[Number(turn)]!.text.slice(Number(from), Number(to)), rhetorical),
            flagId: `added-${String(call.marks.length)}`,
            origin: 'reviewer',
            rule: String(id),
            why: String(reason),
            rewrite: '',
          },
        ],
      }),
    'review.setScore': () => call,
    'review.finish': () => change({ state: 'finished', may: { ...call.may, finish: false } }),
    'review.openCalibration': () =>
      change({ calibration: { openedBy: '2003', reviewers: [], revealed: false } }),
    'review.calibrations': () => [
      {
        callId,
        startedAt,
        staffName: '李明',
        reviewers: ['2003', '2004'],
        done: true,
        agreement: 0.75,
        kappa: 0.5,
        compared: 4,
        differences: [
          {
            flagId: vague.flagId,
            title: vague.title,
            quote: vague.quote,
            first: 'confirm',
            second: 'dismiss',
          },
        ],
      },
    ],
    'review.appeals': () => call.marks.filter((mark) => mark.appeal).map((mark) => line(mark.flagId)),
    'review.decideAppeal': ({ flagId, outcome, reason }) =>
      changeFlag(flagId, (kept) => ({
        ...kept,
        appeal: {
          state: outcome as 'accepted',
          entries: [
            ...(kept.appeal?.entries ?? []),
            { at: startedAt, actor: '2003', kind: outcome as 'accepted', text: String(reason) },
          ],
        },
        may: { ...kept.may, decide: false },
      })),
    'review.rules': () => [
      rule('反问语气', 'rhetorical-question', [46, 3]),
      rule('含糊答复', 'vague-answer', [12, 5]),
      rule('命令语气', 'commanding', [4, 1]),
    ],
    'review.report': (query) => ({
      query,
      madeAt: startedAt,
      total: { ...total, percent: 88.4 },
      rows: [
        {
          key: 'rhetorical-question',
          label: '反问语气',
          ...total,
          precision: wilson(9, 11),
          percent: 86.2,
          places: [
            {
              callId,
              flagId: rhetorical.flagId,
              startedAt,
              staffName: '李明',
              rule: rhetorical.rule,
              title: rhetorical.title,
              standing: 'open',
              startMs: rhetorical.startMs,
              endMs: rhetorical.endMs,
              quote: rhetorical.quote,
            },
          ],
        },
      ],
    }),
    'review.exportReport': ({ format }) => ({ fileName: `report.${String(format)}`, text: '<p>报表</p>' }),
    'review.ownScore': () => score,
    'review.own': () =>
      call.marks.filter((mark) => mark.standing !== 'open').map((mark) => line(mark.flagId)),
    'review.appeal': ({ flagId, text }) => {
      changeFlag(flagId, (kept) => ({
        ...kept,
        appeal: {
          state: 'open',
          entries: [{ at: startedAt, actor: '8031', kind: 'appealed', text: String(text) }],
        },
        may: { judge: false, appeal: false, decide: true, escalate: false },
      }))
      return line(flagId)
    },
    'review.escalate': ({ flagId }) => line(flagId),
    'board.get': () => ({
      at: startedAt,
      centre: 'online',
      seats: [
        {
          staffNumber: '8031',
          staffName: '李明',
          team: '一班',
          state: 'on-call',
          callStartedAt: startedAt,
          urgency: '突发',
          riskTags: ['群体'],
          matter: '楼道闻到燃气味，有老人在家',
          seenAt: startedAt,
          own: true,
        },
      ],
      deadlines: [
        {
          ticketId: 't1',
          staffNumber: '8031',
          staffName: '李明',
          what: 'dispatch',
          by: '2026-11-21T10:12:00+08:00',
          basis: '突发 1 小时内派发',
          sent: false,
          matter: '燃气泄漏',
        },
      ],
      promises: [],
      gatherings: [],
    }),
    'board.whisper': () => ({}),
  }
}

/** Loud while the speaker speaks. */
function peaksOf(speaker: string): number[] {
  return Array.from({ length: 820 }, (_, index) => {
    const ms = index * 50
    const speaking = turns.some((turn) => turn.speaker === speaker && ms >= turn.startMs && ms < turn.endMs)
    return speaking ? 30 + ((index * 37) % 60) : 1
  })
}
