/** The page of models. What is wrong with a model is said by the core. */
export const modelsText = {
  about:
    '换用模型时先校验并试加载，不成功就继续用原来的。通话中也可以换，已说的话会补上。下载前请先看许可是否允许您的用途。',
  loading: '正在读取模型清单',
  columns: {
    model: '模型',
    state: '状态',
    size: '大小',
    licence: '许可',
    figures: '公布的指标',
    actions: '操作',
  },
  noFigures: '未公布',
  figureHint: (measure: string, source: string) => `${measure}\n来源：${source}\n由发布方公布，不是本机测得`,
  chosen: '使用中',
  progress: (received: string, total: string | undefined) =>
    total === undefined ? `已下载 ${received}` : `${received} / ${total}`,
  actions: {
    fetch: '下载',
    fetchAgain: '重新下载',
    cancel: '取消',
    verify: '校验',
    import: '导入',
    remove: '移除',
    choose: '使用',
    leaveOut: '停用',
  },
  of: (action: string, title: string) => `${action} ${title}`,
  from: '从哪里下载',
  importPath: '模型文件所在的目录，或压缩包（tar.bz2、tar.gz）的路径',
  importHint: '例如 D:\\models 或 /media/usb/model.tar.bz2',
  importNow: '导入',
  importCancel: '不导入',
} as const
