/** What is said of recogniser models: by the state of the recogniser, the page of models and `seat models`. One plain sentence each. */
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
  probeUnanswered: '语音识别组件没有回应，模型没有试加载，请稍后再试',
  engineMissing: (reason: string) => `这台电脑上无法启用语音识别组件：${reason}`,

  nowhere: '没有可以存放模型的目录',
  shipped: (title: string) => `“${title}”随程序提供，不需要下载，也不能删除`,
  noSource: (title: string) => `“${title}”没有下载地址，只能导入`,
  busy: (title: string) => `“${title}”正在下载或校验，请等它结束或先取消`,
  notBusy: (title: string) => `“${title}”没有正在进行的下载`,
  notInstalled: (title: string) => `“${title}”还没有安装`,
  inUse: (title: string) => `“${title}”正在使用，请先换用别的模型再删除`,
  wrongRole: (title: string) => `“${title}”不能作这个用途`,
  roleNeeded: '流式识别和语音活动检测必须有一个模型，不能不用',
  namedByEnvironment: (id: string) => `流式模型由环境变量 SEAT_MODEL 指定为“${id}”，去掉它才能在这里更换`,

  badAddress: (address: string) => `不是 http 或 https 地址：${address}`,
  cancelled: '已取消，已下载的部分留着，下次接着下载',
  notFound: (host: string, status: number) =>
    `${host} 上没有这个文件（HTTP ${String(status)}），请换一个镜像`,
  refused: (host: string, status: number) => `${host} 拒绝下载（HTTP ${String(status)}），请换一个镜像`,
  webPage: (host: string) =>
    `${host} 给的是网页，不是模型文件，可能需要登录或被网络设备拦截，请换一个镜像或导入`,
  otherSize: (host: string, expected: number, actual: number) =>
    `${host} 上的文件大小与清单不符，应为 ${String(expected)} 字节，实为 ${String(actual)} 字节，没有采用`,
  otherContent: (host: string) => `从 ${host} 下载的文件校验和与清单不符，没有采用，已删除`,
  keepsBreaking: (host: string, reason: string) =>
    `从 ${host} 下载多次中断（${reason}），已下载的部分留着，请稍后再试或换一个镜像`,
  silent: '很久没有收到数据',
  brokenOff: '连接中断',
  serverError: (status: number) => `HTTP ${String(status)}`,
  diskFull: '磁盘空间不足，请清理后再试',
  needsRoom: (needed: string, free: string) => `磁盘空间不足：需要约 ${needed}，只剩 ${free}`,
  cannotWrite: (reason: string) => `无法写入模型目录：${reason}`,

  notAnArchive: (name: string) => `“${name}”不是 tar.bz2、tar.gz 或 tar 压缩包`,
  brokenArchive: (name: string) => `压缩包“${name}”损坏或不完整，没有采用`,
  lacksFiles: (name: string, files: readonly string[]) =>
    `“${name}”里没有这个模型需要的文件：${files.join('、')}`,
  noSuchPath: (path: string) => `没有这个文件或目录：${path}`,

  command: '语音识别模型：列出、下载、校验、导入、删除、选用',
  list: '列出清单里的模型和安装状态',
  verify: '校验文件大小和校验和，并试着加载；不写编号时校验所有已安装的模型',
  fetch: '下载一个模型，中断后再运行会接着下载；按 Ctrl+C 取消',
  import: '从目录或压缩包导入一个模型的文件',
  remove: '删除一个已安装的模型',
  choose: '选用一个模型：先校验并试加载，不成功就继续用原来的',
  optionModels: '模型目录',
  optionJson: '输出 JSON',
  optionMirror: '从这个地址下载：压缩包，或文件所在目录',
  optionNone: '这个用途不用模型（second-pass 或 punctuation）',
  states: {
    installed: '已安装',
    'not-installed': '未安装',
    unverified: '未校验',
    broken: '已损坏',
    fetching: '下载中',
    checking: '校验中',
  },
  roles: {
    streaming: '流式识别',
    'second-pass': '二次识别',
    punctuation: '标点',
    'voice-activity': '语音活动检测',
  },
  chosen: '使用中',
  verifying: (title: string) => `正在校验 ${title}……`,
  fetching: (title: string, from: string) => `正在下载 ${title}：${from}`,
  fetched: (title: string) => `${title} 已安装`,
  imported: (title: string) => `${title} 已导入`,
  removed: (title: string) => `${title} 已删除`,
  nowUsed: (title: string) => `${title} 已选用，下次启动识别时生效`,
  noneUsed: (role: string) => `${role}已停用`,
  chooseWhat: '请写一个模型编号，或用 --none 写一个用途',
  progress: (received: string, total: string | undefined, percent: number | undefined) =>
    total === undefined || percent === undefined
      ? `已下载 ${received}`
      : `${String(percent)}%  ${received} / ${total}`,
} as const

const units = ['B', 'KB', 'MB', 'GB'] as const

/** A number of bytes for people, such as `132.6 MB` (decimal, as publishers count). */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const unit = units[power] ?? 'B'
  return power === 0 ? `${String(bytes)} B` : `${(bytes / 1000 ** power).toFixed(1)} ${unit}`
}
