import type { z } from 'zod'
import type {
  AnswerHitView,
  DeadlineView,
  MissingElement,
  Recording,
  ScriptView,
  SessionView,
  SimilarTicket,
  TurnView,
} from '#shared/contract/views.ts'
import type { wordingFlagSchema } from '#shared/domain/wording-flag.ts'
import type { FieldEntry, FieldName } from '#shared/domain/ticket-fields.ts'

/** The words of one call with what is understood after each turn: data for the fake core. */

export type FakeFlag = z.infer<typeof wordingFlagSchema>

export interface FakeStep {
  readonly turn: TurnView
  readonly fields?: Readonly<Partial<Record<FieldName, FieldEntry>>>
  readonly flag?: FakeFlag
  readonly answers?: readonly AnswerHitView[]
  readonly missing?: readonly MissingElement[]
}

export const session: SessionView = {
  staffNumber: '8031',
  staffName: '李明',
  roles: ['operator'],
  version: '0.1.0',
  pack: {
    id: 'guangzhou-sample',
    city: '广州',
    version: '2026-11-18',
    sample: true,
    hotlineName: '广州 12345 政府服务热线',
    answers: 420,
    numberedNames: [],
    recording: true,
    ruleTitles: {},
  },
  recogniser: { state: 'ready', model: '演练模型 14M', note: '演练模型，不用于真实通话', punctuation: false },
  sync: { centre: 'online', waiting: 0, parked: 0 },
}

export const recordings: readonly Recording[] = [
  ['预付卡退费', '西饼店停业，市民要求退还预付卡余额，双方语速平稳。', 91_000, '13760319925'],
  ['夜间施工噪音', '海珠区工地连续三晚施工，市民情绪急，要求尽快处理。', 74_000, '13512345678'],
  ['小区燃气泄漏', '紧急来电：楼道闻到燃气味，有老人在家。', 48_000, '02087654321'],
  ['社保卡补办', '咨询社保卡遗失后怎样补办、能否代办。', 66_000, '18922223333'],
].map(([title, description, durationMs, callerNumber], index) => ({
  recordingId: `r${index}`,
  title: title as string,
  description: description as string,
  durationMs: durationMs as number,
  rehearsal: true,
  callerNumber: callerNumber as string,
}))

export const scripts: readonly ScriptView[] = [
  ['greeting', '标准首问语', '您好，12345 热线，工号 8031，请问有什么可以帮您？'],
  ['ask', '问清地点', '请问这件事发生在哪个区、哪条路，附近有什么明显的标志？'],
  ['readback', '核对电话', '我跟您核对一下，您的联系电话是 137 6031 9925，对吗？'],
  ['hold', '请市民稍候', '请您稍等，我马上为您查询，请不要挂机。'],
  ['comfort', '安抚', '您的心情我理解，我现在就把情况记下来，马上转给承办单位。'],
  ['closing', '标准结束语', '梁先生，您的诉求已登记，24 小时内派发承办单位。请问还有其他可以帮您的吗？'],
].map(([phase, title, words], index) => ({
  id: `s${index}`,
  phase: phase as ScriptView['phase'],
  title: title!,
  text: words!,
}))

const answer = (
  id: string,
  title: string,
  words: string,
  expires: string,
  matched: string[],
): AnswerHitView => ({
  id,
  title,
  answer: words,
  category: '1203001',
  expires,
  source: '消费者权益保护法',
  score: 0.9,
  matched,
})

export const answers: readonly AnswerHitView[] = [
  answer(
    'a1',
    '商家停业后预付卡余额如何退',
    '预付卡经营者停业的，应当退还余额。您可以保留付款凭证，由市场监管部门组织调解。调解不成的，可以向人民法院起诉，或者根据约定申请仲裁。',
    '2027-06-30',
    ['预付卡', '停业', '余额'],
  ),
  answer(
    'a2',
    '预付卡纠纷需要哪些凭证',
    '付款记录、合同或者收据、卡面照片，三样有一样即可先行登记。原件请自行保管好。',
    '2027-03-31',
    ['预付卡', '付款记录'],
  ),
  answer(
    'a3',
    '商家失联，怎样申请支付令',
    '金额明确、有书面凭证的，可以向商家所在地的基层人民法院申请支付令。',
    '2026-12-10',
    ['商家'],
  ),
]

export const categories = [
  ['1203001', '市场监管', '消费维权', '预付卡退费', '市场监督管理局'],
  ['1203002', '市场监管', '消费维权', '商品质量', '市场监督管理局'],
  ['1203003', '市场监管', '价格', '乱收费', '市场监督管理局'],
  ['0801001', '环境保护', '噪声', '夜间施工噪声', '生态环境局'],
  ['0502002', '城市管理', '燃气', '燃气泄漏', '城市管理和综合执法局'],
].map(([code, ...rest]) => ({ code: code!, path: rest.slice(0, 3), unit: rest[3]! }))

export const subjects = [
  { id: 'S1001', name: '幸福西饼（体育西路店）', address: '天河区体育西路 18 号' },
  { id: 'S1002', name: '幸福西饼（天河城店）', address: '天河区天河路 208 号' },
  { id: 'S1003', name: '幸福里西饼屋', address: '越秀区东风东路 66 号' },
]

const words: readonly (readonly [TurnView['speaker'], number, number, string])[] = [
  ['seat', 3_000, 8_000, '您好，12345 热线，工号 8031，请问有什么可以帮您？'],
  ['citizen', 9_000, 17_000, '我家附近那个西饼店倒闭了，我的预付卡还没用完，怎么退款啊'],
  ['seat', 18_000, 22_000, '请问商家叫什么名字，在哪里？'],
  ['citizen', 23_000, 31_000, '在体育西路，叫幸福西饼，体育西路那家，十八号楼下'],
  ['seat', 41_000, 44_000, '卡里还有多少钱呢'],
  ['citizen', 45_000, 52_000, '充了三千，还剩两千六，上个月十五号关的门'],
  ['seat', 62_000, 65_000, '您怎么不早点打过来呢'],
  ['citizen', 68_000, 76_000, '我姓梁，电话幺三七六零三一九九二五'],
  ['seat', 81_000, 86_000, '梁先生，我跟您核对一下，137 6031 9925，对吗'],
  ['citizen', 87_000, 91_000, '对的，我就是希望他们能尽快把钱退给我'],
]

export const turns: readonly TurnView[] = words.map(([speaker, startMs, endMs, text], index) => ({
  index,
  speaker,
  startMs,
  endMs,
  text,
  recovered: false,
  corrections: [],
}))

function heard(
  value: unknown,
  confidence: number,
  quotes: readonly (readonly [number, string])[],
  more = {},
): FieldEntry {
  return {
    value,
    source: 'heard',
    confidence,
    evidence: quotes.map(([turn, quote]) => ({
      turn,
      quote,
      startMs: turns[turn]!.startMs,
      endMs: turns[turn]!.endMs,
      confidence,
    })),
    alternatives: [],
    confirmed: false,
    changedAt: '2026-11-21T09:12:00+08:00',
    changedBy: '8031',
    ...more,
  }
}

const receipt: MissingElement = {
  element: 'receipt',
  label: '付款凭证',
  question: '请问您有付款记录或者收据吗？',
}
const phone: MissingElement = { element: 'contactPhone', label: '联系电话', question: '请问怎么联系您？' }
const place: MissingElement = {
  element: 'incidentAddress',
  label: '事发地址',
  question: '请问这家店在哪里？',
}

export const flag: FakeFlag = {
  turn: 6,
  rule: 'rhetorical-question',
  quote: '您怎么不早点打过来呢',
  severity: 'caution',
  why: '这句话带有责备，市民会觉得被质问。',
  rewrite: '谢谢您补充，我现在就记录。',
  clause: '避免质问、反问',
}

const category = { code: '1203001', path: ['市场监管', '消费维权', '预付卡退费'] }

export const steps: readonly FakeStep[] = turns.map((turn) => {
  const by: Record<number, Omit<FakeStep, 'turn'>> = {
    1: {
      fields: {
        requestType: heard('投诉', 0.86, [[1, '怎么退款']], { reason: '市民要求商家退款' }),
        unit: heard('天河区市场监督管理局', 0.9, [], {
          source: 'rule',
          reason: '派单目录：“预付卡退费”由天河区市场监督管理局承办',
        }),
        category: heard(category, 0.92, [[1, '预付卡']], {
          reason: '说到“预付卡”“退款”',
          alternatives: [{ code: '1203002', path: ['市场监管', '消费维权', '商品质量'] }],
        }),
        urgency: heard('一般', 0.95, [], { source: 'rule', reason: '没有听到危及人身或公共安全的情形' }),
        demand: heard('退还预付卡余额', 0.82, [[1, '退款']]),
      },
      answers,
      missing: [place, phone, receipt],
    },
    3: {
      fields: {
        subject: heard(
          { id: 'S1001', name: '幸福西饼（体育西路店）' },
          0.66,
          [
            [3, '幸福西饼'],
            [3, '体育西路那家'],
          ],
          {
            alternatives: [
              { id: 'S1002', name: '幸福西饼（天河城店）' },
              { id: 'S1003', name: '幸福里西饼屋' },
            ],
          },
        ),
        incidentAddress: heard(
          { district: '天河区', street: '天河南街道', road: '体育西路', number: '18 号' },
          0.9,
          [
            [3, '体育西路'],
            [3, '十八号'],
          ],
          {
            alternatives: [
              { district: '天河区', street: '石牌街道', road: '体育西横街', number: '18 号' },
              { district: '越秀区', road: '体育西路', number: '18 号' },
            ],
          },
        ),
        content: heard(
          '市民反映：体育西路 18 号幸福西饼（体育西路店）关门停业，其预付卡充值 3,000 元，尚余 2,600 元未消费，无法联系商家退款。',
          0.85,
          [[1, '西饼店倒闭了']],
          { source: 'rule' },
        ),
      },
      missing: [phone, receipt],
    },
    5: {
      fields: {
        amountYuan: heard(2600, 0.93, [[5, '两千六']]),
        incidentTime: heard({ from: '2026-10-15' }, 0.88, [[5, '上个月十五号']]),
      },
    },
    6: { flag },
    7: {
      fields: {
        contactName: heard('梁先生', 0.9, [[7, '梁']]),
        contactPhone: heard('13760319925', 0.72, [[7, '幺三七六零三一九九二五']], {
          alternatives: ['13760319952'],
          reason: '只听到一遍',
          ask: '我跟您核对一下，137 6031 9925，对吗？',
        }),
      },
      missing: [receipt],
    },
    8: {
      fields: {
        gender: heard('男', 0.9, [[8, '梁先生']]),
        contactPhone: heard('13760319925', 0.97, [[8, '137 6031 9925']], { alternatives: ['13760319952'] }),
      },
    },
  }
  return { turn, ...by[turn.index] }
})

/** The legal clocks of an ordinary complaint, from `now` (ms since 1970) on. */
export const deadlines = (now: number): DeadlineView[] => [
  {
    what: 'dispatch',
    by: new Date(now + 23.95 * 3_600_000).toISOString(),
    basis: '一般事项 24 小时内派发（DB11/T 2021—2022）',
    assumed: false,
  },
  {
    what: 'feedback',
    by: new Date(now + 7 * 24 * 3_600_000).toISOString(),
    basis: '一般事项 5 个工作日内反馈（DB11/T 2021—2022）',
    assumed: false,
  },
]

const similarTickets: readonly SimilarTicket[] = [
  {
    ticketId: 't-old',
    number: '20261118-000012',
    at: '2026-11-18T09:00:00+08:00',
    relation: 'same-caller',
    reasons: ['caller', 'subject', 'place', 'category'],
    summary: '预付卡退费 · 幸福西饼（体育西路店） · 退还预付卡余额',
  },
  {
    ticketId: 't-near',
    at: '2026-11-21T08:20:00+08:00',
    relation: 'other-caller',
    reasons: ['subject', 'place', 'category'],
    summary: '预付卡退费 · 幸福西饼（体育西路店） · 退卡',
  },
]

/** What is found similar once the turn with this index was heard: nothing before the shop is named. */
export const similar = (turn: number): readonly SimilarTicket[] => (turn < 3 ? [] : similarTickets)
