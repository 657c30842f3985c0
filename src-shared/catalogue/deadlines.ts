/** The legal clocks of a ticket in words. */
export const deadlineText = {
  what: { dispatch: '派发', feedback: '反馈' },
  unit: { hour: '小时', workingHour: '个工作小时', day: '日', workingDay: '个工作日' },
  basis: (matter: string, limit: number, unit: string, what: string, source: string) =>
    `${matter}事项 ${String(limit)} ${unit}内${what}${source === '' ? '' : `（${source}）`}`,
  assumed: '；这一年的放假安排未公布，按推算的工作日计',
} as const
