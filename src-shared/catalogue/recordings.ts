/** Why a recording cannot be used, in one sentence that says what to do where something can be done. */
export const recordingText = {
  noFile: '没有选择录音文件',
  tooManyFiles: '一通电话最多两个录音文件：一个双声道文件，或坐席、市民各一个单声道文件',
  notFound: (name: string) => `找不到录音文件：${name}`,
  unreadable: (name: string, reason: string) => `读不了录音文件 ${name}：${reason}`,
  emptyFile: (name: string) => `${name} 是空的，请重新导出录音`,
  notWav: (name: string) => `${name} 不是 WAV 录音，请先转换成 WAV`,
  otherFormat: (name: string, format: string) => `${name} 是${format}，不是 WAV 录音，请先转换成 WAV`,
  headerTruncated: (name: string) => `${name} 不完整，文件头就断了，请重新导出录音`,
  badHeader: (name: string) => `${name} 的文件头有误，请重新导出录音`,
  noAudio: (name: string) => `${name} 里没有声音，请重新导出录音`,
  unsupportedCodec: (name: string, codec: string) =>
    `${name} 的编码是 ${codec}，不支持；请转换成 PCM、浮点、A 律或 μ 律的 WAV`,
  unsupportedRate: (name: string, rate: number) =>
    `${name} 的采样率是 ${String(rate)} Hz，请转换成 8000 到 48000 Hz`,
  tooManyChannels: (name: string, channels: number) =>
    `${name} 有 ${String(channels)} 个声道，请合并成两个（左坐席、右市民）`,
  notMono: (name: string) => `${name} 是双声道，请单独使用它，或选两个单声道文件`,
  tooLong: (name: string, hours: number) => `${name} 超过 ${String(hours)} 小时，请先截取`,
  otherFormats: {
    mp3: ' MP3 音频',
    mp4: ' MP4 音频或视频',
    html: '网页',
    ogg: ' Ogg 音频',
    flac: ' FLAC 音频',
    amr: ' AMR 音频',
    webm: ' WebM 或 MKV 视频',
    avi: ' AVI 视频',
    flv: ' FLV 视频',
    rf64: ' RF64 大文件',
    wma: ' WMA 音频或 WMV 视频',
  },
} as const
