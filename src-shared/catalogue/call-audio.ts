/** What is said about the recording of a call (通话录音). */
export const callAudioText = {
  none: '这通电话没有录音。',
  removed: (days: number) => `录音已过保存期限（${days} 天），按规定删除了；文字和工单还在。`,
  damaged: '录音文件损坏，放不出来。文字和工单不受影响，请联系管理员。',
  unreadable: (reason: string) => `录音文件读不出来（${reason}），请检查磁盘和权限后再试。`,
  spanEmpty: '要听的一段没有录音。',
  spanTooLong: (seconds: number) => `一次最多听 ${seconds} 秒，请选短一些。`,
  stopped: '磁盘空间不足，录音已暂停；通话和文字不受影响。清理磁盘后会自动接着录。',
  resumed: '磁盘有空间了，录音已恢复；中间缺的一段没有声音。',
  cannotRecord: (reason: string) => `录音写不进去（${reason}），这通电话不再录音；通话和文字不受影响。`,
} as const
