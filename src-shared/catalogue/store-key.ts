/** What is said about the key (数据密钥) that the seat's data is encrypted with. */
export const storeKeyText = {
  notHandedOver: '启动程序没有交来数据密钥，本机数据打不开。请用坐席客户端启动，不要单独运行服务进程。',
  sealed:
    '本机数据的密钥由桌面客户端保管在系统钥匙串里，浏览器方式打不开。请启动桌面客户端；或请管理员用 SEAT_STORE_KEY_FILE 指定密钥文件。',
  cannotUnseal:
    '系统钥匙串打不开数据密钥（可能换了系统用户或重装过系统）。数据没有改动，请用原来的系统用户登录，或请管理员用 SEAT_STORE_KEY_FILE 指定备份的密钥文件。',
  missing: (path: string) =>
    `找不到数据密钥 ${path}，已有的数据打不开。数据没有改动，请把密钥文件放回原处，或用 SEAT_STORE_KEY_FILE 指定它。`,
  malformed: (path: string) =>
    `数据密钥文件 ${path} 的内容不对，应为 64 个十六进制字符。数据没有改动，请换回原来的文件。`,
  cannotRead: (path: string, reason: string) => `数据密钥文件 ${path} 读写不了（${reason}），请检查权限。`,
  wrongOrBroken:
    '本机数据打不开：密钥与数据不符，或数据文件损坏。已停止启动，数据没有改动。请核对密钥文件是否被换过，仍不行请联系管理员从备份恢复。',
} as const
