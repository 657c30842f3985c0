/** What `seat check` and `seat pack check` say about wording rules. */
export const wordingText = {
  description: '检查文字稿里坐席的用语',
  input: '通话文字稿，每行一通电话（calls.jsonl）',
  pack: '知识库目录',
  json: '每通电话输出一行 JSON',
  badExpression: (rule: string, expression: string, reason: string) =>
    `规则 ${rule} 的正则表达式“${expression}”无法使用：${reason}`,
  couldHang: '重复套着重复，遇到长句会卡住，请给每处重复写明上限，或者拆成几条',
  callHeading: (call: string, flags: number) =>
    flags === 0 ? `${call}：没有发现问题` : `${call}：${flags} 处需要留意`,
  flagLine: (turn: number, title: string, severity: string, quote: string) =>
    `  第 ${turn} 句 ${title}（${severity}）“${quote}”`,
  why: (why: string, clause: string) =>
    clause === '' ? `    原因：${why}` : `    原因：${why}（${clause}）`,
  rewrite: (rewrite: string) => `    可以说：${rewrite}`,
  severity: { info: '提示', caution: '注意', serious: '严重' },
} as const
