import type { ReviewAct } from '../domain/review/review-event.ts'

/** What is said where something in a review cannot be done. */
export const reviewText = {
  unknownFlag: '没有找到这处标记，请刷新后再试',
  stillRunning: '通话还没有结束，结束后才能质检',
  ownCall: '不能质检自己的通话，请由其他质检员处理',
  notYours: '只能对自己的通话提出申诉',
  judgedByOther: (reviewer: string): string => `${reviewer} 已经判定过这处标记；要比对判定，请先设为校准`,
  underAppeal: '这处标记已有申诉，请在申诉中答复',
  calibrated: '两位质检员都已完成，校准的判定不再改动',
  needsRule: '请选择应改判的规则',
  sameRule: '改判的规则与原规则相同，请选择其他规则',
  unknownRule: (rule: string): string => `没有规则“${rule}”，请从列表中选择`,
  badMark: '标记的文字不在这句话里，请重新选择',
  citizenTurn: '只能标记坐席说的话',
  notJudged: '这处标记还没有判定成立，不需要申诉',
  appealedBefore: '这处标记已经申诉过',
  tooLate: (days: number): string => `已超过 ${String(days)} 天的申诉期限`,
  noAppeal: '这处标记没有待答复的申诉',
  notRejected: '只有申诉被驳回后才能要求再议',
  needsOther: '再议须由另一位质检员答复',
  calibrationOpen: '这通电话已经设为校准',
  unknownItem: (item: string): string => `评分表里没有“${item}”这一项`,
  itemNotByHand: (title: string): string => `“${title}”不由质检员打分`,
  tooManyPoints: (title: string, of: number): string => `“${title}”最多 ${String(of)} 分`,
  mayNotReveal: '您的岗位不能查看未脱敏的内容',
  noAudioHere: '这通电话的录音还没有传到中心',
  centreAway: '暂时连不上中心，请稍后再试',
  /** What another reviewer had done before. */
  notTaken: (message: string): string => `中心没有接受一项质检操作，已撤回：${message}`,
  /** A verdict in a calibration, as `compareReviewers` names it. */
  judgement: (judgement: string, titles: ReadonlyMap<string, string>): string => {
    const [kind = '', rule = ''] = judgement.split(':')
    if (kind === 'change') return `改判为${titles.get(rule) ?? rule}`
    return { confirm: '确认', dismiss: '驳回', added: '补充' }[kind] ?? '未标'
  },
} as const

/** What was done, for the record of a review. */
export function actText(act: ReviewAct): string {
  switch (act.kind) {
    case 'verdict':
      return `${{ confirm: '确认', dismiss: '驳回', change: '改判' }[act.decision]}标记：${act.reason}`
    case 'flag-added':
      return `补充标记：${act.reason}`
    case 'scored':
      return '评分'
    case 'finished':
      return '完成质检'
    case 'calibration-opened':
      return '设为校准'
    case 'appealed':
      return `申诉：${act.text}`
    case 'appeal-decided':
      return `${act.outcome === 'accepted' ? '申诉成立' : '驳回申诉'}：${act.reason}`
    case 'escalated':
      return `要求再议：${act.text}`
    case 'revealed':
      return `查看未脱敏内容：${act.reason}`
  }
}
