/** What core and the centre say about knowledge entries (知识条目). */
export const knowledgeText = {
  states: { draft: '草稿', review: '审核中', published: '已发布', retired: '已停用' },

  entryChanged: '这条知识刚被别人改过，请看过最新内容后再操作。',
  wrongState: (state: string) => `这条知识现在是“${state}”，不能做这一步。`,
  incomplete: '请先写好答复内容，并检查生效日期不晚于失效日期，再提交审核。',
  ownWork: '自己写过的内容要请别人审核，请另一位知识库管理员或班长通过。',
  notFound: '找不到这条知识，可能已被移走，请刷新列表。',

  centreAway: '连不上中心，这一步要等恢复连接后再做；草稿已存在本机，会自动补发。',
  centreRefused: (reason: string) => `中心没有办理：${reason}`,
  conflict: (author: string) => `${author}改了同一处，请打开后逐处选择，再保存。`,
  draftWaits: '这条知识在本机还有没送到中心的修改，请先保存或放弃修改。',
  saveFirst: '这条知识还只在知识包里，请先打开保存一次，再做这一步。',
  historyNotYet: '这条知识还没有送到中心，没有历史版本。',
  revisionNotFound: '找不到这个历史版本，请刷新后再试。',
  keyChanged: '中心换了知识更新的签名密钥，没有使用新内容。请班长核实后，在知识库里重新信任中心。',
  feedShorter: '中心的知识更新比本机的还少，可能重装过。请班长核实后，在知识库里重新信任中心。',
  answerNotFound: '知识库里没有这条答复，可能刚被停用，请重新查找。',

  incrementOrder: (expected: number) =>
    `知识库更新的次序不对（应为第 ${String(expected)} 号），本次更新没有使用，继续用现有内容。`,
  incrementForged: (sequence: number) =>
    `第 ${String(sequence)} 号知识更新的签名不对，没有使用，继续用现有内容。请联系管理员。`,
  incrementUnreadable: (sequence: number) =>
    `第 ${String(sequence)} 号知识更新看不懂，没有使用，继续用现有内容。请更新客户端。`,
} as const
