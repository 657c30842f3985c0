const count = (value: number): string => String(value)

export const coverageText = {
  title: '未命中的问题',
  period: (days: number) => `近 ${count(days)} 天`,
  none: '这段时间没有查不到答复的问题。',
  asked: (value: number) => `${count(value)} 次`,
  last: (time: string) => `最近一次 ${time}`,
  nearest: '最接近的条目：',
  begin: '新建条目',
  dismiss: '不需要答复',
} as const

export const trialText = {
  title: '试问',
  about: '与坐席所见同一个排序；一行一句，越靠后越看重',
  label: '市民的话',
  hint: '输入市民的一句或几句话',
  recording: {
    label: '或播放录音',
    play: '播放',
    playing: '正在听，市民的话逐句写入上面',
    none: '没有可以播放的录音。',
  },
  none: '没有合适的答复，坐席这时什么也看不到。',
  score: '把握',
  percent: (value: number) => `${count(value)}%`,
} as const

export const exchangeText = {
  importTitle: '导入',
  importNote: '先试导入，看过再确定',
  importAbout:
    '支持 Excel、CSV、JSON Lines 和 Markdown（一个文件夹，或导出的 zip），也可以把文件拖到这里。试导入不改任何内容；确定后，新增和有变化的成为草稿，有问题的行不导入。表里没有的列不动原来的内容；列在而格子空着的，会清空原来的内容。',
  pickFiles: '选择文件',
  pickFolder: '选择文件夹',
  fromPack: '把知识包的条目带到中心',
  unknownFormat: '请一次选同一种文件：xlsx、csv、jsonl，或 md、zip。',
  sending: '正在读取文件',
  saving: '正在保存',
  importNow: (value: number) => `导入 ${count(value)} 条为草稿`,
  leave: '不导入',
  imported: (saved: number, failed: number, reason: string | undefined) =>
    failed === 0
      ? `已导入 ${count(saved)} 条，都是草稿，请提交审核。`
      : `已导入 ${count(saved)} 条，${count(failed)} 条没有存好：${reason ?? ''}`,
  outcome: '结果',
  outcomes: { bad: '有问题', new: '新增', changed: '有变化', same: '没有变化' },
  columns: { line: '位置', title: '标题', why: '说明' },
  line: (value: number) => `第 ${count(value)} 行`,
  noRows: '没有这样的行。',
  more: (value: number) => `再看 ${count(value)} 行`,
  exportTitle: '导出',
  format: '格式',
  formats: { csv: 'CSV', jsonl: 'JSON Lines', markdown: 'Markdown', xlsx: 'Excel' },
  onlyListed: (value: number) => `只导出列表现在查到的 ${count(value)} 条`,
  onlyPublished: '只导出已发布的内容',
  exportNow: '导出',
  exporting: '正在导出',
  exported: (name: string, entries: number) => `已导出 ${count(entries)} 条：${name}`,
} as const
