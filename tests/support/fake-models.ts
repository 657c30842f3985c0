import type { ModelView } from '#shared/contract/views.ts'

function model(view: Pick<ModelView, 'id' | 'title' | 'role' | 'kind'> & Partial<ModelView>): ModelView {
  return {
    note: '',
    licence: 'Apache-2.0',
    origin: '测试',
    mirrors: [],
    published: [],
    state: 'not-installed',
    shipped: false,
    chosen: false,
    ...view,
  }
}

const figures: ModelView['published'] = [
  { measure: 'CER AISHELL-1 test', value: 1.91, unit: '%', source: 'RESULTS.md' },
  { measure: 'RTF（1 线程，int8）', value: 0.15, unit: 'RTF', source: '文档' },
]

/** The models of the fake core: each state once. */
export const fakeModels: readonly ModelView[] = [
  model({
    id: 'rehearsal',
    title: '演练模型',
    role: 'streaming',
    kind: 'nemoCtc',
    note: '仅供演练：听不懂真人说话，不能用于真实来电',
    bytes: 4_380_711,
    state: 'installed',
    shipped: true,
    chosen: true,
  }),
  model({
    id: 'large',
    title: '中文流式 Zipformer 大型（int8，2025-06-30）',
    role: 'streaming',
    kind: 'transducer',
    note: '准确率高，占用较大',
    licence: '未声明：转换页和上游都没有写明许可，使用前请自行核实',
    mirrors: ['https://origin.example/large.tar.bz2', 'https://mirror.example/large/'],
    bytes: 132_634_597,
    published: figures,
  }),
  model({
    id: 'small',
    title: '中文流式 Zipformer 小型（14M）',
    role: 'streaming',
    kind: 'transducer',
    note: '占用很小，适合旧电脑',
    mirrors: ['https://origin.example/small.tar.bz2'],
    bytes: 74_004_050,
    published: figures.slice(1),
    state: 'fetching',
    progress: { received: 31_000_000, total: 74_004_050 },
  }),
  model({
    id: 'again',
    title: 'Paraformer 小型（中英，int8）',
    role: 'second-pass',
    kind: 'offlineParaformer',
    note: '整句再识别一遍，占用较小，含部分方言',
    mirrors: ['https://origin.example/again.tar.bz2'],
    bytes: 77_920_048,
    state: 'unverified',
  }),
  model({
    id: 'marks',
    title: '标点模型 CT-Transformer（中英，int8）',
    role: 'punctuation',
    kind: 'ctTransformer',
    note: '给整句加标点',
    mirrors: ['https://origin.example/marks.tar.bz2'],
    bytes: 64_717_756,
    state: 'broken',
    problem: '模型文件校验和不对，可能损坏或被换过：marks/model.int8.onnx',
  }),
  model({
    id: 'silero-vad',
    title: 'Silero 语音活动检测 v6（16 kHz）',
    role: 'voice-activity',
    kind: 'sileroVad',
    note: '区分说话与静音，随程序提供',
    licence: 'MIT',
    bytes: 1_289_603,
    state: 'installed',
    shipped: true,
    chosen: true,
  }),
]

export function fakeModel(id: unknown): ModelView {
  const found = fakeModels.find((view) => view.id === id)
  if (found === undefined) throw new Error(`no model ${String(id)}`)
  return found
}
