import { benchKeysText, entryListText, bulkText, categoryTreeText, mindMapText } from './knowledge-list.ts'
import { editorText, historyText, mergeText } from './knowledge-editor.ts'
import { coverageText, trialText, exchangeText } from './knowledge-pages.ts'

const count = (value: number): string => String(value)

/** Everything that the trainer's workbench (知识工作台) says, and what seats say of answers. */
export const knowledgeText = {
  title: '知识工作台',
  views: { entries: '条目', map: '导图', coverage: '未命中', trial: '试问', exchange: '导入导出' },
  disconnected: '没有连上本机服务，正在重连；没保存的内容还在屏幕上。',

  status: {
    centre: { starting: '连接中心', online: '中心已连', offline: '中心离线' },
    answers: (value: number) => `可用答复 ${count(value)}`,
    sequence: (value: number) => `更新 ${count(value)} 号`,
    waiting: (value: number) => `待送 ${count(value)}`,
    trust: '中心重装过？',
    trustAbout: '只有在确认中心重新安装过时才改信它的新密钥；改信后会重新取回全部更新。',
    trustNow: '改信新密钥',
  },

  keys: benchKeysText,
  list: entryListText,
  bulk: bulkText,
  tree: categoryTreeText,
  map: mindMapText,
  editor: editorText,
  history: historyText,
  merge: mergeText,
  coverage: coverageText,
  trial: trialText,
  exchange: exchangeText,
} as const
