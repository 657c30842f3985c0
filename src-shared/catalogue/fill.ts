/** What `seat fill` says. */
export const fillText = {
  description: '把通话转写变成工单字段',
  input: '通话文件（JSON Lines，一行一通）',
  subjects: '被反映对象名单（CSV），代替知识库里的名单',
  pack: '知识库目录',
  json: '逐行输出 JSON',
  cannotRead: (path: string, reason: string) => `读不了文件 ${path}（${reason}），请检查路径和权限。`,
  badSubjects: (path: string, line: number | undefined, why: string) =>
    `名单 ${path}${line === undefined ? '' : ` 第 ${line} 行`}有误：${why}`,
  callHeading: (call: string, turns: number) => `通话 ${call}（${turns} 句）`,
  nothingHeard: '  没有听到可填的内容',
  turn: (turn: number, quote: string) => `第 ${turn + 1} 句“${quote}”`,
  yes: '是',
  no: '否',
  since: (from: string) => `${from} 起`,
  between: (from: string, to: string) => `${from} 至 ${to}`,
} as const
