/** What `seat check` and `seat pack check` say about wording rules. */
export const wordingText = {
  badExpression: (file: string, rule: string, expression: string, reason: string) =>
    `${file === '' ? '' : `${file} `}规则 ${rule} 的正则表达式“${expression}”无法使用：${reason}`,
  unreadableInput: (file: string, reason: string) => `打不开 ${file}：${reason}`,
  badLine: (file: string, line: number, reason: string) => `${file} 第 ${line} 行不对：${reason}`,
  notJson: '不是一行 JSON',
  callHeading: (call: string, flags: number) =>
    flags === 0 ? `${call}：没有发现问题` : `${call}：${flags} 处需要留意`,
  flagLine: (turn: number, title: string, severity: string, quote: string) =>
    `  第 ${turn} 句 ${title}（${severity}）“${quote}”`,
  why: (why: string, clause: string) =>
    clause === '' ? `    原因：${why}` : `    原因：${why}（${clause}）`,
  rewrite: (rewrite: string) => `    可以说：${rewrite}`,
  severity: { info: '提示', caution: '注意', serious: '严重' },
} as const
