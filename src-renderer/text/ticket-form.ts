/** Words of the self-filling form: where values came from, what is doubtful, what was told before. */
export const formText = {
  source: {
    label: '出处',
    none: '光标或指针停在某一栏，这里显示它的出处',
    said: (who: string, clock: string) => `${who} ${clock}`,
    turns: (count: number) => `共 ${count} 句`,
    quote: (words: string) => `“${words}”`,
    sure: (percent: number) => `把握 ${percent}%`,
    play: '听原话',
  },
  partial: (words: string) => `只听到 ${words}`,
  ask: (question: string) => `可以问：“${question}”`,
  why: (reason: string) => `依据：${reason}`,
  hints: {
    urgency: (heard: string, words: string) => `${words === '' ? '' : `听到“${words}”，`}像是“${heard}”`,
    requestType: (heard: string, words: string) =>
      `${words === '' ? '' : `市民说“${words}”，`}像是“${heard}”，请核对类型`,
    take: (value: string) => `改为${value}`,
  },
  lower: {
    label: (value: string) => `降为“${value}”的理由`,
    kept: '理由会留痕；Enter 降低，Esc 不改',
    confirm: '降低',
  },
  deadline: {
    dispatch: (when: string, left: string) => `${when} 前派发 · 剩 ${left}`,
    over: (when: string) => `派发时限 ${when} 已过`,
    feedback: (when: string) => `${when} 前反馈`,
  },
  riskTags: '没有',
  promises: { what: '答应了什么', by: '何时前', to: '对谁' },
  linked: {
    placeholder: '输入工单编号，回车',
    wrong: '工单编号形如 20261119-000123',
    unnumbered: (when: string) => `未编号 ${when}`,
  },
  similar: {
    label: '疑似重复',
    sameCaller: (when: string) => `此来电人${when}反映过同一事项`,
    nearby: (hours: number, count: number) => `附近 ${hours} 小时内有 ${count} 件相似`,
    linked: (count: number) => `已关联 ${count} 件`,
    link: '关联',
    unlink: '取消关联',
    more: (count: number) => `另有 ${count} 件`,
    reasons: {
      caller: '同一号码',
      subject: '同一对象',
      place: '同一地点',
      category: '同类事项',
      words: '说法相近',
      'follow-up': '追问',
    },
  },
  ago: {
    minutes: (minutes: number) => ` ${minutes} 分钟前`,
    hours: (hours: number) => ` ${hours} 小时前`,
    days: (days: number) => ` ${days} 天前`,
  },
} as const
