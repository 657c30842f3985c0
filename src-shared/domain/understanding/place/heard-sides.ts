/** Words for a side or an entrance as the recogniser writes them: 们口 and 门扣 for 门口, 旁鞭 and 磅边 for 旁边. */
const slips: readonly (readonly [heard: RegExp, meant: string])[] = [
  [/(?<![我你他她它咱人])们[口扣]|门扣/g, '门口'],
  [/旁[变鞭便]|[磅帮][边变鞭](?!忙)/g, '旁边'],
  [/后头/g, '后面'],
  [/隔[离篱](?!开|带|栏)/g, '隔壁'],
]

/** The same words with sides and entrances written right, of equal length, so that quotes keep their place. */
export const mendSides = (text: string): string =>
  slips.reduce((words, [heard, meant]) => words.replace(heard, meant), text)
