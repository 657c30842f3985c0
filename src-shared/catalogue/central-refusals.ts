/** What the central API says when it refuses; the seat's client shows these words where a ticket is parked. */
export const centralRefusalText = {
  'bad-request': '请求格式不对，中心无法读取',
  'idempotency-key-required': '请求缺少有效的幂等键（Idempotency-Key），无法受理',
  unauthorised: '坐席令牌无效或已停用，请联系管理员',
  forbidden: '当前岗位没有此项权限',
  'not-found': '没有找到所请求的内容',
  'idempotency-key-reused': '同一个幂等键此前提交过不同的内容，未受理本次提交',
  outdated: '刚才有人保存了另一个版本，请重新打开看过再改',
  'too-large': '提交的内容过大，中心无法受理',
  'unsupported-media-type': '请以 JSON 格式提交',
  'too-many-requests': '提交过于频繁，请稍后再试',
  internal: '中心处理时出错，请稍后再试',
  unavailable: '中心的数据库暂时不可用，请稍后再试',
} as const

/** A ticket of this local id was received before with other content. */
export function ticketDiffersText(number: string): string {
  return `该工单中心已受理（编号 ${number}），内容与本次提交不同，请核对合并`
}

/** Stands among the parts of {@link invalidSubmissionText} for a submission that does not fit as a whole. */
export const wholeSubmissionText = '（整体）'

/** Which part of a submission does not fit; names only, never values, because values are personal data. */
export function invalidSubmissionText(paths: readonly string[]): string {
  return `提交的内容不符合要求：${paths.join('、')}`
}

/** Why the server does not start on a database that a newer version wrote. */
export function databaseFromTheFutureText(found: number, known: number): string {
  return `数据库由更新的版本写成（结构版本 ${String(found)}，本程序只认识到 ${String(known)}），请升级中心服务后再启动`
}
