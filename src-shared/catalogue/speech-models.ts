/** What is said of recogniser models: by the state of the recogniser and by `seat models`. One plain sentence each. */
export const speechModelText = {
  noManifest: (directory: string) => `没有找到模型清单 manifest.json：${directory}`,
  badManifest: (where: string, reason: string) => `模型清单有误（${where}）：${reason}`,
  unknownModel: (id: string, known: readonly string[]) =>
    `模型清单里没有“${id}”，可用的有：${known.join('、')}`,
  missing: (path: string) => `缺少模型文件：${path}`,
  wrongSize: (path: string, expected: number, actual: number) =>
    `模型文件大小不对：${path}，应为 ${String(expected)} 字节，实为 ${String(actual)} 字节`,
  wrongChecksum: (path: string) => `模型文件校验和不对，可能损坏或被换过：${path}`,
  probeFailed: (title: string, detail: string) =>
    `模型“${title}”无法加载（${detail}），文件可能损坏或种类不符`,
  probeSilent: (title: string) => `模型“${title}”加载超时`,
  engineMissing: (reason: string) => `这台电脑上无法启用语音识别组件：${reason}`,
  command: '语音识别模型：列出、校验',
  list: '列出清单里的模型和安装状态',
  verify: '校验文件大小和校验和，并试着加载；不写编号时校验所有已安装的模型',
  optionModels: '模型目录',
  optionJson: '输出 JSON',
  states: {
    installed: '已安装',
    'not-installed': '未安装',
    unverified: '未校验',
    broken: '已损坏',
  },
  verifying: (title: string) => `正在校验 ${title}……`,
} as const
