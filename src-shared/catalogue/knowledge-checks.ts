/** What is said of an entry while it is written. */
export const knowledgeCheckText = {
  empty: '还没有写答复内容。',
  tooLong: (characters: number, most: number, seconds: number) =>
    `答复有 ${String(characters)} 字，读完约 ${String(seconds)} 秒；请精简到 ${String(most)} 字以内。`,
  longSentence: (characters: number, most: number) =>
    `这句话有 ${String(characters)} 字，电话里不容易听清；请拆成 ${String(most)} 字以内的短句。`,
  titleTopics: '标题里像是有两个问题，请拆成两条，一条只答一件事。',
  answerTopics: '答复里像是说了几件事，请拆成几条，一条只答一件事。',
  notSpeakable: '有电话里读不出来的内容（图片、表格或网址），请改成能说的话。',
  noSimilar: '还没有相似问；写上市民常用的说法，更容易找到这一条。',
  datesReversed: '生效日期晚于失效日期，请核对。',
  noExpiry: '没有写失效日期；有期限的政策请写上，到期前会提醒。',
  expired: (expires: string) => `已在 ${expires} 失效，发布后坐席也看不到。`,
  expiresSoon: (days: number) => `还有 ${String(days)} 天失效，请核对是否延期。`,
  notInForce: (effective: string) => `${effective} 才生效，在那之前坐席看不到。`,
  sameQuestion: (title: string) => `与“${title}”有同样的问法，请合并或改写其中一条。`,
  sameAnswer: (title: string) => `与“${title}”的答复几乎相同，请合并为一条。`,
  contradiction: (title: string, mine: string, theirs: string) =>
    `这里写“${mine}”，“${title}”写“${theirs}”，请核对哪个对。`,
} as const
