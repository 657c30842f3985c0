/** What the pages say about calls that the switch puts through by itself (媒体分流). */
export const mediaForkText = {
  arrived: '新来电已接入。上一张工单已存好，可以在通话列表里继续。',
  title: '话务平台接入',
  off: '没有开。由话务平台直接送声音时，请管理员设置 SEAT_MEDIA_FORK 后重新启动。',
  failed: '没有开成，其他功能照常可用。',
  listening: '已开，等话务平台连接。',
  connected: '话务平台正在送声音。',
  address: '地址',
  token: '口令',
  hidden: '••••••••',
  show: '显示',
  hide: '隐藏',
  format: '声音格式',
} as const
