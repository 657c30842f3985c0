/** The words of every action, with the key shown beside it. Keys themselves are bound in `app/commands.ts`. */
export const commandText = {
  palette: { title: '全部命令', key: 'Ctrl K' },
  keyHelp: { title: '全部按键（正在输入时按 F1）', key: '?' },
  search: { title: '查找答复', key: '/' },
  answer: { title: '接听', key: 'Enter' },
  decline: { title: '不接', key: 'Esc' },
  endCall: { title: '结束通话，再按一次接下一通', key: 'F9' },
  acceptSure: { title: '采用可信项', key: 'F2' },
  script: { title: '换话术（首问语、等候、结束语）', key: 'F4' },
  nextColumn: { title: '换栏', key: 'F6' },
  callList: { title: '今天的工单', key: 'F8' },
  nextDesk: { title: '换工作台', key: 'Alt W' },
  askNudge: { title: '看等着的用语提示（提示为“按需”时）', key: 'Alt H' },
  ownScore: { title: '本通小结', key: 'Alt S' },
  ownReviews: { title: '我的质检结果，可申诉', key: 'Alt V' },
  settings: { title: '设置', key: 'Ctrl ,' },
  models: { title: '设置：识别模型', key: '' },
  devices: { title: '设置：声音设备', key: '' },
  submit: { title: '提交工单', key: 'Ctrl Enter' },
  undo: { title: '撤销上一处修改', key: 'Ctrl Z' },
  newest: { title: '回到最新一句', key: 'End' },
  playField: { title: '播放所在栏的原话，再按停止（不在输入时也可按空格）', key: 'F3' },
  read1: { title: '念出第 1 条答复', key: 'Alt 1' },
  read2: { title: '念出第 2 条答复', key: 'Alt 2' },
  read3: { title: '念出第 3 条答复', key: 'Alt 3' },
  wrong: { title: '这条答复内容有误，告诉知识库管理员', key: 'Alt E' },
  outdated: { title: '这条答复已过期，告诉知识库管理员', key: 'Alt X' },
  wholeAnswer: { title: '打开这条答复的全文', key: 'Alt O' },
  linkSimilar: { title: '关联疑似重复的工单，再按取消', key: 'Alt L' },
  retry: { title: '重新发送被退回的工单', key: '' },
  window: { title: '通话文字移到单独窗口', key: '' },
  dialSilent: { title: '提示：静默', key: '' },
  dialOnDemand: { title: '提示：按需', key: '' },
  dialNormal: { title: '提示：适中', key: '' },
  dialNovice: { title: '提示：新手', key: '' },
  themeSystem: { title: '界面：跟随系统', key: '' },
  themeLight: { title: '界面：浅色', key: '' },
  themeDark: { title: '界面：深色', key: '' },
  themeContrast: { title: '界面：高对比', key: '' },
} as const

export type CommandName = keyof typeof commandText

/** Shorter words for the line of key hints. */
export const hintText: Readonly<Partial<Record<CommandName, string>>> = {
  keyHelp: '全部按键',
  search: '查找',
  script: '换话术',
  undo: '撤销',
  callList: '今日工单',
}

/** Keys that work inside a field or on a focused mark, so no command of their own. */
export const placeKeys = [
  { key: 'Enter', hint: '确认此栏', title: '确认所在栏，到下一栏' },
  { key: 'Alt Enter', hint: '', title: '确认所在栏（多行栏也可用）' },
  { key: 'Ctrl Backspace', hint: '清空此栏', title: '清空所在栏' },
  { key: '↓', hint: '其他可能', title: '所在栏的其他可能；在通话文字里换到下一处' },
  { key: 'Space', hint: '', title: '在通话文字里：听这一句，再按停止' },
  { key: 'Esc', hint: '', title: '关闭提示；停在用语提示上时忽略它' },
] as const

export const paletteText = {
  label: '输入命令',
  none: '没有这个命令。',
  placeTitle: '在栏内',
  everywhere: '任何地方',
}
