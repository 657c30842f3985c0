/** What the commands that read files of JSON lines say about bad input. */
export const commandInputText = {
  cannotRead: (path: string, reason: string) => `读不了文件 ${path}（${reason}），请检查路径和权限。`,
  notJson: (path: string, line: number) => `${path} 第 ${String(line)} 行不是 JSON。`,
  badLine: (path: string, line: number, reason: string) => `${path} 第 ${String(line)} 行：${reason}`,
} as const
