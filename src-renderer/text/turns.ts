import type { NameKind } from '#shared/domain/correction/correction.ts'

/** What the transcript says of the words of a turn: names heard by sound, the second pass, playing. */
export const turnText = {
  spoken: (words: string) => `说的是“${words}”`,
  proposal: (name: string) => `听起来像“${name}”，按 Enter 或点击选择`,
  corrected: (heard: string) => `原文“${heard}”，按 Enter 或点击更换`,
  take: (name: string) => `${name}？`,
  takeTitle: (name: string) => `换成“${name}”`,
  heard: '原文',
  toField: (field: string) => `看工单：${field}`,
  kinds: {
    subject: '单位或商户',
    road: '道路',
    place: '地点',
    division: '行政区划',
    unit: '承办单位',
  } satisfies Record<NameKind, string>,
  secondPass: '二次',
  secondPassInUse: '这句用的是二次识别，按 Enter 或点击换回',
  secondPassAtHand: '这句有二次识别的结果，现在用的是原识别',
  secondPassPaused: ' · 二次识别暂停',
  second: '二次识别',
  first: '原识别',
  play: '听这一句',
  stop: '停止播放',
} as const
