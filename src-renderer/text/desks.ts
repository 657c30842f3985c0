import type { DeskName } from '../state/ui-store.ts'

/** The names of the desks, and of what leads from one to another. */
export const desksText = {
  label: '工作台',
  names: {
    seat: '坐席',
    knowledge: '知识',
    rules: '规范',
    quality: '质检',
    board: '看板',
    rehearsal: '演练',
  } satisfies Record<DeskName, string>,
} as const
