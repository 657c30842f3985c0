/** What the desktop shell says in its own windows and on the terminal; all else is said by the page. */
export const shellText = {
  title: '坐席台',
  cannotStart: '坐席台无法启动',
  needsNode: '本机的 Electron 版本较旧，需要另装 Node 24，并用环境变量 SEAT_NODE 指明它的路径',
  nodeUnusable: (path: string) => `SEAT_NODE 指明的 Node 无法运行：${path}`,
  nodeTooOld: (path: string) => `SEAT_NODE 指明的 Node 版本过旧，请换用 Node 24：${path}`,
  dataInUse: (directory: string) => `数据目录正被另一个坐席台使用，请先关闭它：${directory}`,
  pdf: 'PDF 文件',
  internal: '内部资料，含通话内容，请勿外传',
  menu: {
    edit: '编辑',
    view: '显示',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '恢复大小',
    fullScreen: '全屏',
  },
} as const
