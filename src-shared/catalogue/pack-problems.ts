/** What `seat pack check` and the knowledge page say about a site pack's files. One plain sentence each. */
export const packProblemText = {
  line: (line: number) => ` 第 ${String(line)} 行`,
  whole: '内容',
  parts: {
    division: '区划代码',
    subject: '对象编号',
    category: '分类代码',
    answer: '口径编号',
    script: '话术编号',
    rehearsal: '演练脚本编号',
    title: '标题',
    words: '正文',
    scriptWords: '话术',
  },
  missingFile: '缺少这个文件',
  missingFileEmpty: '没有这个文件，按空处理',
  unreadable: (reason: string) => `读不了：${reason}`,
  badYaml: (reason: string) => `YAML 格式有误：${reason}`,
  badVectors: '不是训练出来的意思向量，查口径时不用它',
  badCsv: '这一行的列数或引号不对，已跳过',
  missingColumn: (column: string) => `缺少列 ${column}`,
  unknownColumn: (column: string) => `不认识的列 ${column}，已忽略`,
  notAList: '应为一个列表（每项以“- ”开头）',
  noFrontMatter: '开头缺少由两行“---”围起来的说明部分',
  emptyAnswer: '没有答复正文',
  missingField: (field: string) => `缺少 ${field}`,
  needsQuotes: (field: string) => `${field} 应为文字，请加上引号`,
  badField: (field: string, reason: string) => `${field} 不对：${reason}`,
  duplicate: (what: string, id: string) => `${what} ${id} 重复`,
  unknownParent: (name: string, parent: string) => `“${name}”的上级 ${parent} 不存在`,
  wrongParentLevel: (name: string, parent: string) => `“${name}”的上级 ${parent} 层级不对`,
  unknownDistrict: (name: string, district: string) => `“${name}”写的区县“${district}”不在区划表里`,
  unknownStreet: (name: string, street: string) => `“${name}”写的街道“${street}”不在区划表里`,
  unknownCategory: (category: string) => `分类“${category}”不在分类表里`,
  sharedKeyword: (keyword: string, leaves: readonly string[]) =>
    `关键词“${keyword}”同时写在“${leaves.join('”“')}”下，分不出是哪一类`,
  repeatedRule: (place: string) => `地点“${place}”的派单规则重复`,
  unknownPlace: (place: string) => `地点“${place}”不在区划表里，也不是 * 或 road:…`,
  unknownUnitPlaceholder: (name: string) => `单位里不认识的占位符 ${name}`,
  unplacedMissing: (unit: string) => `“${unit}”要看地址，缺少地址不清时的单位（unplaced 或 fallback）`,
  noRule: (leaf: string) => `“${leaf}”没有派单规则（地点 *）`,
  otherUnit: (leaf: string, unit: string, ruled: string) =>
    `“${leaf}”在分类表里是“${unit}”，派单目录却是“${ruled}”`,
  repeatedYear: (year: number) => `${String(year)} 年写了两次`,
  expired: (day: string) => `已于 ${day} 过期，不再推荐`,
  neverEffective: (from: string, to: string) => `生效日 ${from} 晚于失效日 ${to}`,
  unknownPlaceholder: (name: string) => `不认识的占位符 {{${name}}}`,
  unknownSubject: (id: string) => `被反映对象 ${id} 不在 subjects.csv 里`,
  unknownItem: (item: string) => `评分表里没有 ${item} 这一项`,
  unclosedPlaceholder: '占位符的花括号没有成对',
  tooLong: (what: string, length: number, limit: number) =>
    `${what}有 ${String(length)} 字，超过 ${String(limit)} 字，念起来太长`,
} as const

/** The sentence shown where a pack cannot be used; `first` are the first problems, one a line. */
export function packUnusableText(errors: number, first: readonly string[]): string {
  const rest = errors > first.length ? `\n……共 ${String(errors)} 处` : ''
  return `知识库有 ${String(errors)} 处错误，请先改正：\n${first.join('\n')}${rest}`
}
