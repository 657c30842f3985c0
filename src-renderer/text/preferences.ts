import type { Settings } from '#shared/contract/views.ts'

export const preferencesText = {
  correction: '地名、单位名按读音纠正',
  modes: {
    off: { label: '关闭', note: '听到什么就写什么。' },
    preview: { label: '提示', note: '文字不变，旁边给出知识库里读音相近的名称，点一下才换。' },
    automatic: {
      label: '自动',
      note: '很有把握的名称直接换上，其余仍作提示。换过的字有点线，点一下可换回原文。',
    },
  } satisfies Record<Settings['correction'], { readonly label: string; readonly note: string }>,
  fromNowOn: '改动从下一句起生效。',
  dial: '用语提示',
  dials: {
    silent: '通话中不提示，只在文字上作标记；通话后也不显示小结。',
    'on-demand': '通话中不打断，右上角显示有几条，按 Alt H 才看。',
    normal: '“注意”和“严重”的说法才提示，一次一条，市民说话时不提示。',
    novice: '轻微的也提示，一次一条，市民说话时不提示。',
  },
} as const
