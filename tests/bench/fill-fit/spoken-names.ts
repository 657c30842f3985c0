import ordinaryWords from '#shared/domain/correction/ordinary-words.json' with { type: 'json' }
import { type Draw, partyName, type PartyKind } from './names.ts'

export const surnames = Array.from('王刘林吴梁覃邓闵姚郭宋韩唐冯于董萧程曹袁许傅沈吕苏卢蒋蔡贾丁魏薛叶阎余')
const givenNames = Array.from(
  '伟堂桂珍国海芳丽强军敏静磊洋艳勇杰娟涛明超秀霞平刚英华玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月瑞凡佳嘉琼勤珠晴晓文志豪东升建',
)

/** Words that hold a character, by which callers explain it. */
const holding = new Map<string, string[]>()
for (const list of Object.values(ordinaryWords.wordsByLog2Count))
  for (const word of list.split(' '))
    if (word.length === 2 || word.length === 3)
      for (const character of new Set(word)) holding.set(character, [...(holding.get(character) ?? []), word])

/** 聚会的聚: how a caller explains a character; undefined where no word holds it. */
function explained(draw: Draw, character: string): string | undefined {
  const words = holding.get(character)
  return words === undefined
    ? undefined
    : draw.of(words) + draw.of(['的', '的', '得', '那个', '地']) + character
}

/** 梁伟堂伟大的伟祠堂的堂: how a caller gives his own name. */
export function personIn(draw: Draw, surname: string): string {
  const given = Array.from({ length: 1 + draw.below(2) }, () => draw.of(givenNames))
  const told = draw.chance(0.5) ? given.map((character) => explained(draw, character) ?? '').join('') : ''
  return surname + given.join('') + told
}

/** Callers explain characters, begin again and correct themselves. */
export function embroidered(draw: Draw, name: string, kind: PartyKind): string {
  const way = draw.below(100)
  if (way < 24) {
    const from = draw.below(2)
    const characters = Array.from(name.slice(from, from + 1 + draw.below(3)))
    return name + characters.map((character) => explained(draw, character) ?? '').join('')
  }
  if (way < 27) return `${name.slice(0, 2)}${draw.of(['', '那个', '什么', '呃'])}${name}`
  if (way < 31)
    return `${partyName(draw, kind)}${draw.of(['不对', '哦不是', '还是', '不是不是是', '啊不对是'])}${name}`
  if (way < 33) return `${name.slice(0, -1)}${draw.of(['对', '哦是', '不对'])}${name}`
  if (way < 36) return `叫${draw.of(['什么', '那个', '个'])}${name}`
  if (way < 38) return `那个${name.slice(0, 1)}什么我忘了他说叫${name}`
  return way < 40 ? `那个什么${name}` : name
}
