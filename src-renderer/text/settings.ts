/** The frame around the pages of the settings; each page has words of its own. */
export const settingsText = {
  title: '设置',
  tabs: { models: '识别模型', devices: '声音设备', preferences: '偏好' },
} as const
