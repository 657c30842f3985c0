/** What `seat search` says. */
export const searchCommandText = {
  description: '查找答复口径',
  words: '要找的话：汉字、拼音或拼音首字母',
  queries: '逐行 JSON 的查询文件，每行 {"q","text","turns"?}',
  kb: '逐行 JSON 的口径文件，代替知识库里的口径',
  top: '最多给出几条',
  pack: '知识库所在文件夹',
  json: '输出 JSON',
  badTop: (value: string) => `--top 应是 1 到 100 的整数，不能是“${value}”。`,
  needOne: '请给出要找的话，或者用 --queries 给出查询文件（二者选一）。',
  nothing: '没有合适的口径。',
  hit: (rank: number, score: string, title: string, id: string) =>
    `${String(rank)}. ${title}（${id}，${score}）`,
  answer: (answer: string) => `   ${answer}`,
  took: (milliseconds: string) => `用时 ${milliseconds} 毫秒`,
} as const
