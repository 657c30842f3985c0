/** What a seat says of an answer, and what the page says of it back. */
export const seatAnswersText = {
  told: (title: string, kind: 'wrong' | 'expired') =>
    `已告诉知识库管理员：“${title}”${kind === 'wrong' ? '内容有误' : '已过期'}。`,
  wrong: '有误',
  expired: '过期',
  marked: { wrong: '已报有误', expired: '已报过期' },
  whole: '全文',
  version: (id: string, version: string) => `${id}@${version}`,
  publishedAt: (time: string) => `${time} 发布`,
  validFrom: (day: string) => `${day} 起生效`,
  similar: '市民常这样问',
  differs: (spoken: string, written: string) => `刚才说的是“${spoken}”，口径是“${written}”`,
} as const
