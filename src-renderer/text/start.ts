/** The start page, the call list and audio capture: what they say. */
export const startText = {
  notReady: '正在准备',
  rehearsals: '演练来电',
  rehearsalsNote: '用录好的通话练手，和真实来电一样填单、查答复、提交。',
  noRehearsals: '还没有演练录音，可以先添加一段自己的录音。',
  ring: '开始',
  ownRecordings: '自己的录音',
  ownNote: '一个双声道 WAV（左坐席、右市民），或坐席、市民各一个 WAV。',
  choose: '选择文件',
  title: '名称',
  add: '添加',
  cancel: '取消',
  tooMany: (count: number) => `选了 ${count} 个文件，最多两个。请重新选择：一个双声道，或坐席、市民各一个。`,
  addFailed: (reason: string) => `没有添加成功：${reason}`,
  microphone: '话务设备通话',
  microphoneNote: '接入耳麦或话机的声音。坐席和市民要分成两路，识别才准。',
  callerNumber: '来电号码',
  callerNumberHint: '可不填',
  arrangement: '接法',
  arrangements: { stereo: '一个双声道设备', pair: '两个设备', single: '只有坐席一路' },
  seatDevice: '坐席设备',
  citizenDevice: '市民设备',
  stereoDevice: '设备',
  defaultDevice: '系统默认',
  findDevices: '查找设备',
  wait: '待接来电',
  interrupted: '上次通话没有正常结束',
  resume: '继续填写',
  duration: (clock: string) => `时长 ${clock}`,
}

export const callListText = {
  title: '今天的工单（含以前未办完的）',
  empty: '今天还没有通话。',
  loading: '正在读取……',
  failed: (reason: string) => `读不出来：${reason}`,
  columns: {
    time: '时间',
    caller: '来电号码',
    contact: '诉求人',
    turns: '句数',
    state: '状态',
    number: '工单编号',
  },
  open: '打开',
}

/** Capture troubles, each with the next step. */
export const captureText = {
  denied: '没有使用话筒的权限。请在地址栏左侧或系统设置里允许使用话筒，然后再试。',
  'no-device': '没有找到录音设备。请插好耳麦或话机的声卡，再点“查找设备”。',
  busy: '设备被别的程序占用。请关闭其他通话软件后再试。',
  'one-channel': '这个设备只有一个声道，分不开坐席和市民。请改选“两个设备”。',
  ended: '录音设备断开了。请重新插好，然后结束并重新开始通话。',
  failed: '录音打不开。请拔插设备后再试；仍不行请联系系统管理员。',
  silent: {
    seat: '10 秒没有听到坐席的声音，请检查耳麦开关和设备选择。',
    citizen: '10 秒没有听到市民的声音，请检查话机线路和设备选择。',
    both: '10 秒没有听到任何声音，请检查耳麦、话机线路和设备选择。',
  },
} as const
