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
  states: {
    installed: '已安装',
    'not-installed': '未安装',
    unverified: '未校验',
    broken: '已损坏',
  },
  columns: { id: '编号', title: '名称', state: '状态', licence: '许可', note: '说明' },
  verifying: (title: string) => `正在校验 ${title}……`,
  verified: '校验通过，可以加载',
  verifiedWithoutChecksum: '可以加载；清单里没有校验和，文件来源未经核对',
} as const
