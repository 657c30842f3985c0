const encodingNames = { l16: 'L16', mulaw: 'μ 律', alaw: 'A 律' } as const

/** What is said about the media fork (媒体分流): to the person at the seat, to the administrator, and to the switch. */
export const mediaForkText = {
  onlyTheSwitch: '这种来电只能由话务平台接入，不能手工开始。',

  /** Calm lines for the person at the seat. */
  refused: (callerNumber: string | undefined) =>
    `有来电没有接入本席（${callerNumber ?? '号码未显示'}）：正在通话中。`,
  notBegun: (reason: string) => `话务平台送来一通电话，但没能开始：${reason}`,
  lost: '话务平台的声音断开了，正在等它恢复；已有文字和工单不受影响。',
  back: '话务平台的声音已恢复，通话继续。',

  /** Said to the switch, for its log. */
  busy: '坐席正在通话中',
  endedBySeat: '通话已由坐席结束',
  over: '这通电话已经结束',
  replaced: '同一声道有了新的连接',
  tokenRefused: '口令不对',
  noStart: '没有按时说明是哪通电话',
  tooMany: '连接太多',
  badFrame: '看不懂的内容',
  problems: {
    'no-call-id': 'start 里没有 callId',
    encoding: '编码只能是 l16、mulaw 或 alaw',
    'sample-rate': '采样率只能是 8000 或 16000，mod_audio_fork 方式要写在地址的 rate 里',
    layout: '声道要写明：channels、channel 或 layout（mod_audio_fork 方式写在地址的 layout 里）',
    'no-start': '还没有 start 就来了声音',
    'second-start': '一个连接里只能有一次 start',
  },

  /** How a fork's audio comes, shown beside it. */
  format: (encoding: keyof typeof encodingNames, sampleRate: number, channels: number) =>
    `${encodingNames[encoding]} ${sampleRate / 1000} kHz ${channels === 2 ? '双声道' : '单声道'}`,
  mixedFormat: (format: string) => `${format}，双方混在一起，分不清坐席和市民`,

  /** The state of the door, for the administrator. */
  off: '没有开（没有设置 SEAT_MEDIA_FORK）',
  listening: (address: string) => `媒体分流已在 ${address} 等话务平台连接。`,
  willListen: (address: string) => `客户端启动后在 ${address} 等话务平台连接。`,
  everywhere: '正在对外监听：同一网络里的机器都能连到这个端口，请用防火墙只放行话务平台，并保管好口令',
  badAddress: (value: string) => `SEAT_MEDIA_FORK 的“${value}”不对，应为 on 或 主机:端口`,
  shortToken: (length: number) => `SEAT_MEDIA_FORK_TOKEN 太短，至少要 ${length} 个字符`,
  tokenFile: (path: string, reason: string) => `口令文件 ${path} 读写不了（${reason}）`,
  portTaken: (port: number) => `端口 ${port} 已被别的程序占用，换一个端口再启动`,
  noSuchHost: (host: string) => `本机没有 ${host} 这个地址`,
  cannotListen: (reason: string) => `打不开端口（${reason}）`,
  failed: (why: string) => `媒体分流没有开：${why}。客户端的其他功能照常可用。`,
  refusedTokens: (count: number) => `有 ${count} 次连接因为口令不对被拒绝`,
} as const
