/** What a ticket needs to be handled (五要素 and more): its name on the form and the sentence that asks for it. */
export const elementText = {
  type: { label: '诉求类型', question: '请问您是想咨询、求助还是投诉呢？' },
  event: { label: '事件', question: '请您说一下是什么情况，好吗？' },
  place: { label: '地点', question: '请问事情发生在哪个区、哪条路、多少号？' },
  time: { label: '时间', question: '请问是什么时候开始的？' },
  persons: { label: '诉求人', question: '请问您贵姓？' },
  phone: { label: '联系电话', question: '请问用哪个电话联系您方便？' },
  demand: { label: '诉求目的', question: '请问您希望怎样处理？' },
} as const
