/** Playing stretches of a call's recording, and whether calls are recorded at all. */
export const playbackText = {
  play: '播放原话',
  playKey: '播放原话（F3）',
  stop: '停止播放',
  loading: '正在取录音',
  playing: '播放中',
  notRecorded: '本站的知识库规定通话不录音，文字照常记录。',
} as const
