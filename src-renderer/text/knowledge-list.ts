const count = (value: number): string => String(value)

export const benchKeysText = {
  everywhere: [
    { key: 'Alt N', title: '新建' },
    { key: 'F6', title: '换栏' },
    { key: 'Alt W', title: '换工作台' },
  ],
  entries: [
    { key: '/', title: '查找' },
    { key: '↑↓', title: '移动' },
    { key: 'Enter', title: '打开' },
    { key: '空格', title: '选中' },
    { key: 'Ctrl A', title: '全选' },
    { key: 'Ctrl S', title: '保存' },
    { key: 'F2', title: '分类改名' },
    { key: 'Insert', title: '新建子类' },
    { key: 'Ctrl X / V', title: '移动分类' },
  ],
  map: [
    { key: '←→', title: '收起、展开' },
    { key: 'F2', title: '改名' },
    { key: 'Insert', title: '新建子类' },
    { key: 'Ctrl X / V', title: '移动分类' },
  ],
  coverage: [],
  trial: [],
  exchange: [],
} as const

export const entryListText = {
  title: '条目',
  total: (value: number) => `${count(value)} 条`,
  loading: '正在读取',
  none: '没有符合条件的条目，换个条件试试，或按 Alt N 新建。',
  search: '查找条目',
  searchHint: '标题、相似问、关键词或编号',
  scope: '范围',
  scopes: { all: '全部', approve: '待我审核', soon: '30 天内到期', marked: '坐席反馈', here: '本机草稿' },
  order: '排序',
  orders: {
    changed: '最近修改',
    title: '按标题',
    expires: '先到期的在前',
    read: '念出最多',
    marked: '反馈最多',
  },
  untitled: '未命名',
  unsaved: '未保存',
  draftHere: '未送中心',
  returned: '被退回',
  wrong: (value: number) => `有误 ${count(value)}`,
  saidExpired: (value: number) => `报过期 ${count(value)}`,
  read: (value: number) => `念出 ${count(value)} 次`,
  expired: '已过期',
  expiresIn: (days: number) => `${count(days)} 天后到期`,
  ofPack: '来自知识包',
  changed: (name: string, time: string) => `${name} ${time}`,
} as const

export const bulkText = {
  label: '批量操作',
  selected: (value: number) => `已选 ${count(value)} 条`,
  submit: '提交审核',
  approve: '通过并发布',
  actions: { category: '改分类', expires: '改失效日期', retire: '停用' },
  values: { category: '新的分类', expires: '失效日期，如 2027-12-31', retire: '停用原因' },
  clear: '取消选择',
  cancel: '取消',
  outcome: (done: number, failed: number, reason: string | undefined) =>
    failed === 0
      ? `已处理 ${count(done)} 条。`
      : `已处理 ${count(done)} 条，${count(failed)} 条没有处理：${reason ?? ''}`,
} as const

export const categoryTreeText = {
  title: '分类',
  all: '全部',
  name: '分类名称',
  moveTitle: '调整分类',
  moveAbout: (entries: number) =>
    `有 ${count(entries)} 条知识要换分类。换好后它们成为草稿，审核通过前坐席仍用现有内容。`,
  moveCount: (entries: number) => `${count(entries)} 条`,
  moveNow: '确定调整',
  moveCancel: '不调整',
} as const

export const mindMapText = {
  about: '点分类展开或收起，点条目打开，拖到另一个分类上移动。按键操作在左侧分类树。',
  more: (value: string) => `还有 ${value} 条`,
} as const
