import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { ContentField } from '#shared/domain/knowledge/entry.ts'

const count = (value: number): string => String(value)

export const editorText = {
  title: '编辑',
  nothing: '从列表选一条，或新建一条。',
  begin: '新建',
  titleMissing: '请先写标题，再保存。',
  merged: (name: string) => `${name} 同时改过这条，双方的修改已合并保存，请核对一遍。`,
  keptHere: '中心连不上，已存本机，连上后自动送出；届时再提交审核。',
  fields: knowledgeImportText.fields satisfies Record<ContentField, string>,
  titleHint: '一句话说清一个问题',
  answerHint: '照着念的话：一条只讲一件事，句子短',
  categoryHint: '用 / 分级，如 社会保险/社保卡',
  similarHint: '市民的问法，一行一个',
  keywordsHint: '一行一个',
  dayHint: '2027-12-31',
  sourceHint: '法规、文件或部门答复',
  tools: '格式',
  bold: '加粗',
  bullets: '列表',
  link: '链接',
  linkLabel: '文字',
  preview: '坐席所见',
  meters: (characters: number, sentences: number, longest: number, seconds: number) =>
    `${count(characters)} 字 · ${count(sentences)} 句 · 最长句 ${count(longest)} 字 · 念完约 ${count(seconds)} 秒`,
  findings: '需要留意',
  proposals: '有人问过',
  asked: (value: number) => `${count(value)} 次`,
  returnedBy: (name: string, time: string, reason: string) => `${name} ${time} 退回：${reason}`,
  newer: '这条在中心有了新内容；保存时会与您的修改合并。',
  draftHere: (time: string) => `${time} 存在本机，还没有送到中心。`,
  dropDraft: '放弃本机修改',
  onlyInPack: '只在知识包里，保存或停用后进入中心',
  changedBy: (name: string, time: string) => `${name} ${time} 修改`,
  submittedBy: (name: string, time: string) => `${name} ${time} 提交审核`,
  publishedBy: (name: string, time: string) => `${name} ${time} 发布`,
  mark: (seat: string, time: string, kind: 'wrong' | 'expired') =>
    `工号 ${seat} ${time} 反馈：${kind === 'wrong' ? '内容有误' : '已过期'}`,
  sameWords: '内容没有变化。',
  reviewDiff: '与现用内容相比',
  steps: '下一步',
  approve: '通过并发布',
  sendBack: '退回',
  submit: '提交审核',
  save: '保存',
  retire: '停用',
  restore: '恢复为草稿',
  reason: '写明原因',
  busy: '正在保存',
  dirty: '有修改未保存',
  errors: (value: number) => `有 ${count(value)} 处要先改好`,
  history: (value: number) => `版本记录 ${count(value)}`,
} as const

export const historyText = {
  title: '版本记录',
  loading: '正在向中心查询',
  revision: (value: number) => `第 ${count(value)} 版`,
  changes: (value: number) => `第 ${count(value)} 版的改动`,
  restore: (value: number) => `恢复第 ${count(value)} 版`,
  steps: {
    saved: '保存',
    merged: '合并',
    imported: '导入',
    restored: '恢复',
    submitted: '提交审核',
    returned: '退回',
    published: '发布',
    retired: '停用',
  },
} as const

export const mergeText = {
  title: '双方都改了同一处',
  about: (name: string, conflicts: number) =>
    `${name} 也改了这条。其余修改已合并，还有 ${count(conflicts)} 处请您选择。`,
  choices: {
    mine: '用我的',
    theirs: '用对方的',
    both: '都要',
  },
  result: '合并结果与对方内容相比',
  save: '合并并保存',
  later: '先不合并',
} as const
