import type { Speaker } from '#shared/domain/call.ts'

const who: Readonly<Record<Speaker, string>> = { seat: '坐席', citizen: '市民' }

function whose(speakers: readonly Speaker[]): string {
  return speakers.map((speaker) => who[speaker]).join('和')
}

/** The page of the sound devices. */
export const deviceText = {
  note: '坐席和市民要分成两路声音，识别才准。选好后点“开始检测”，说几句话，看两路都有起伏即可。',
  who,
  channel: (speaker: Speaker) => `${who[speaker]}一路`,
  source: (speaker: Speaker) => `${who[speaker]}的声音来自`,
  unused: '不用',
  systemSound: '系统声音（电脑播放的声音）',
  defaultDevice: '系统默认设备',
  unnamedDevice: (place: number) => `设备 ${place}`,
  missingDevice: (label: string) => `${label}（没有接上）`,
  side: (speaker: Speaker) => `${who[speaker]}用哪个声道`,
  sides: { both: '两声道合并', left: '左声道', right: '右声道' },
  swap: '两路对调',
  find: '重新查找设备',
  start: '开始检测',
  starting: '正在打开设备',
  stop: '停止检测',
  record: '录 5 秒试听',
  recording: (left: number) => `正在录音，还有 ${left} 秒`,
  play: '播放试听',
  playing: '正在播放',
  inCall: '正在通话，下面是这通电话的声音；通话中不能换设备。',
  meter: (speaker: Speaker) => `${who[speaker]}音量`,
  level: (peak: string, rms: string) => `峰值 ${peak} · 平均 ${rms} dBFS`,
  notHearing: '未检测',
  listening: '正在听……',
  good: '正常',
  lost: '设备已断开，接上后自动恢复',
  troubles: {
    silent: '没有声音，请检查开关、线路和所选设备',
    clipping: '爆音，请把话筒或线路音量调低',
    quiet: '声音过小，请把话筒或线路音量调高',
  },
  sameVoice: '两路是同一个声音。请检查接线和所选设备；用音箱的请改用耳麦，免得话筒收到市民的声音。',
  twoVoices: '两路是不同的声音',
  chosen: (speaker: Speaker, source: string) => `${who[speaker]}：${source}`,
  settings: '设置声音设备',
} as const

/** Troubles of capture, each with the next step. */
export const captureText = {
  denied: '没有使用话筒的权限。请在地址栏左侧或系统设置里允许使用话筒，然后再试。',
  'denied-system': '没有得到收听系统声音的许可。请再试一次，在弹出的窗口里选整个屏幕并勾选共享系统音频。',
  'no-device': '没有找到录音设备。请插好耳麦或话机的声卡，再点“重新查找设备”。',
  'not-there': (label: string) => `没有找到“${label}”。请把它插好，或在“声音设备”里另选一个。`,
  busy: '设备被别的程序占用或没有反应。请关闭其他通话软件，或拔插设备后再试。',
  unfit: '这个设备不能按需要的方式录音。请在“声音设备”里另选一个。',
  'one-channel': '这个设备只有一个声道，分不开坐席和市民。请在“声音设备”里给两路各选一个设备。',
  insecure: '浏览器只在本机地址上允许使用话筒。请从启动窗口给出的地址打开本页。',
  'no-gesture': '浏览器要求先按一个键。请再试一次。',
  'no-system-audio': '没有收到系统声音。请再试一次，并在弹出的窗口里勾选共享系统音频。',
  'nothing-chosen': '两路都没有选设备。请先在“声音设备”里选好。',
  failed: '录音打不开。请拔插设备后再试；仍不行请联系系统管理员。',
} as const

/** Calm lines during a call. */
export const captureNotices = {
  lost: (speakers: readonly Speaker[]) =>
    `${whose(speakers)}的声音设备断开了，通话和其他声音继续；重新接好后会自动恢复。`,
  back: (speakers: readonly Speaker[]) => `${whose(speakers)}的声音设备已恢复。`,
  resumed: '页面重新打开过，话务设备已重新接上，中间几秒的声音没有录到。',
  notResumed: (reason: string) =>
    `页面重新打开过，话务设备没有接上：${reason}已有文字和工单都在，可以继续手工填写。`,
  asleep: '浏览器暂停了录音，请按任意键继续。',
  silent: {
    seat: '10 秒没有听到坐席的声音，请检查耳麦开关和设备选择。',
    citizen: '10 秒没有听到市民的声音，请检查话机线路和设备选择。',
  } satisfies Record<Speaker, string>,
  clipping: (speaker: Speaker) => `${who[speaker]}的声音有爆音，识别会出错，请把音量调低。`,
  quiet: (speaker: Speaker) => `${who[speaker]}的声音过小，识别会出错，请把音量调高。`,
  sameVoice: '坐席和市民两路是同一个声音，说话人会分错。请检查接线，或把音箱换成耳麦。',
} as const
