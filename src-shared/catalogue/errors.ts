/** What went wrong and what to do next, in the user's words. */
export const errorMessages = {
  unknownProcedure: (name: string) => `没有“${name}”这项操作，请更新客户端后再试。`,
  forbidden: '您的角色不能做这项操作，如有需要请联系班长。',
  badInput: (path: string, reason: string) =>
    path === '' ? `填写的内容不对：${reason}` : `填写的内容不对（${path}）：${reason}`,
  cancelled: '操作已取消。',
  badAudioLength: '音频数据的长度不对',
  badAudioPlace: '音频数据的声道或时间不对',
  internal: '程序内部出错，已记入日志。您填写的内容没有丢失，请再试一次。',
  restarted: '本机服务刚刚重启，请再试一次。',

  callNotFound: '找不到这通电话的记录。',
  callRunning: '已有一通电话正在进行，请先结束它。',
  turnNotFound: '找不到这句话，通话记录可能刚刚更新，请再试一次。',
  noSuchChoice: '这句话已经有了新的文字，请按现在显示的内容再选一次。',
  ticketNotFound: '找不到这张工单。',
  ticketSubmitted: '工单已提交，不能再改动。',
  nothingToUndo: '没有可以撤销的改动。',
  urgencyReason: '降低紧急程度要写明理由，请填写后再改。',
  badField: (label: string, reason: string) => `“${label}”的内容不对：${reason}`,
  answerNotFound: '知识库里没有这条答复，可能刚被更新，请重新查找。',
  recordingNotFound: '找不到这段录音，可能已被移走。',
  uploadNotFound: '上传已中断，请重新选择文件。',
  uploadTooLarge: '录音文件超过 700 MB，请先截取需要的部分。',
  uploadIncomplete: '文件没有传完整，请重新选择文件。',
  diskFull: '磁盘空间不足，无法保存。请清理磁盘后再试，已录入的内容仍在屏幕上。',
  storeFromFuture: (found: number, known: number) =>
    `数据由更新的客户端写入（版本 ${found}，本程序只认识到 ${known}）。请安装新版客户端，原数据没有改动。`,
  coreDies: (reason: string) =>
    `本机服务一启动就退出（${reason}）。请重新安装客户端，仍不行请联系管理员；已存的数据没有改动。`,
  storeBroken: '本机数据文件损坏，无法打开。已停止启动以免覆盖，请联系管理员从备份恢复。',
} as const

/** Calm lines for the person at the seat. */
export const noticeMessages = {
  asrRestarting: '识别服务中断，正在重启；通话和录入不受影响，已说的话会补上。',
  asrBack: '识别已恢复。',
  secondPassSkipped: '电脑较忙，暂停二次识别；文字照常显示，空闲后自动恢复。',
  packReplaced: (version: string) => `知识库已更新到 ${version}，正在进行的通话也用新内容。`,
  packBroken: (problem: string) => `知识库文件有错，继续使用原来的内容：${problem}`,
  recordingTruncated: '这段录音不完整，只播放已有的部分。',
} as const

/** Said by the centre's client when a delivery fails. */
export const syncMessages = {
  unreachable: '连不上中心，工单已存在本机，恢复后自动补发。',
  refused: (reason: string) => `中心没有收下：${reason}`,
  badAnswer: '中心的答复看不懂，工单已存在本机，稍后再发。',
  conflict: (reason: string) => `中心已有这张工单的另一个版本，请与班长核对：${reason}`,
} as const

/** Names of ticket fields as the form shows them, and the sentence that asks for a missing one. */
export const fieldLabels = {
  contactName: '诉求人',
  gender: '性别',
  contactPhone: '联系电话',
  requestType: '诉求类型',
  urgency: '紧急程度',
  incidentTime: '事发时间',
  incidentAddress: '事发地址',
  subject: '被反映对象',
  category: '事项分类',
  content: '诉求内容',
  demand: '诉求目的',
  confidential: '保密',
  anonymous: '匿名',
  amountYuan: '涉及金额',
  people: '涉及人数',
  unit: '承办单位',
  riskTags: '风险标签',
  promises: '坐席承诺',
  linked: '关联工单',
} as const

/** Names of a seat that is nobody yet. */
export const seatNames = { unknown: '未登录坐席', example: '示例坐席' } as const
