/** Why a ticket goes to a unit, in one sentence. */
export const dispatchText = {
  /** `place` is the rule's own, already in words; empty for the whole city. */
  why: (matter: string, place: string, unit: string) =>
    `派单目录：${place === '' ? '' : `${place}的`}“${matter}”由${unit}承办`,
  unplaced: (unit: string) => `，地址还不清楚，暂由${unit}分派`,
  road: (part: string) => `路名含“${part}”`,
} as const
