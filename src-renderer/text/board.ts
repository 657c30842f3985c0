/** What the lead's board (班长看板) says, and what a whisper looks like at the seat. */
export const boardText = {
  label: '班长看板',
  lead: (name: string) => `班长 ${name}`,
  loading: '正在读取看板',
  failed: (reason: string) => `没有读到看板：${reason}`,
  offline: '中心连不上，只看得到本机这个席位',
  at: (time: string) => `更新于 ${time}`,

  seats: '席位',
  seatsNote: (onCall: number, all: number) => `${onCall} 席通话中，共 ${all} 席`,
  noSeats: '还没有席位在线。',
  states: { idle: '空闲', 'on-call': '通话中', gone: '失去联系' },
  own: '本席',
  noMatter: '还没有听出事由',
  whisper: '耳语',
  whisperTo: (name: string) => `给${name}的一句话`,
  send: '发送',
  cancel: '不发了',
  sent: (name: string) => `已发给${name}`,

  deadlines: '时限',
  deadlinesNote: '含未提交的草稿，最急的在前',
  noDeadlines: '没有在走的时限。',
  whats: { dispatch: '派发', feedback: '反馈' },
  unsent: '未提交',
  left: (time: string) => `还剩 ${time}`,
  over: (time: string) => `已超 ${time}`,

  promises: '承诺',
  noPromises: '没有到期未办的承诺。',
  promised: (by: string) => `答应${by}`,
  due: (day: string) => `${day} 到期`,

  gatherings: '相似事项',
  noGatherings: '没有聚集的相似事项。',
  count: (count: number) => `${count} 件`,
  span: (from: string, to: string) => `${from}–${to}`,
} as const

export const whisperText = {
  from: (name: string, time: string) => `班长${name} ${time}`,
  read: '知道了',
} as const
