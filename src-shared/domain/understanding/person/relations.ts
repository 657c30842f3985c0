/** Kin, friends and people at work who may stand in for the caller as the contact. */
const kin = [
  '[契干义继养亲](?:爸爸?|爷|哥|弟|儿子?|仔|子)|大佬|细佬|老窦|老表|老公|丈夫|先生|儿子|爸爸?|父亲|老爸|老豆|爷爷|外公|公公|家公|岳父|老丈人|哥哥?|弟(?!媳|妹)弟?|女婿|姐夫|妹夫|孙子|侄子|外甥|叔叔?|个?仔|舅舅|伯父|大伯|姑丈|姨丈',
  '[契干义继养亲](?:妈妈?|娘|姐|妹|女儿?)|家姐|细妹|婆娘|堂客|弟媳|老婆|太太|妻子|女儿|妈妈?|父母|母亲|老妈|老母|奶奶|外婆|婆婆|家婆|岳母|丈母娘|嫂子|嫂嫂|弟妹|姐姐?|妹妹?|媳妇|儿媳妇?|孙女|侄女|外甥女|阿姨|个?女(?=[啦吧啊他她叫姓]|$)|舅妈|姑姑|姑妈|姑(?=的)|姨妈',
  '爱人|老伴|对象|孩子|[男女]朋友|男友|女友|未婚[妻夫]|闺蜜|亲戚|表[哥弟姐妹]|堂[哥弟姐妹]|同事|朋友|工友|老乡|舍友|室友|同学|徒弟|师父|街坊|邻居|群主|辅导员|导师|搭档|合伙人',
]
const atWork =
  '[班组店站队楼栋村社会厂车]长|经理|主管|领导|老板|助理|秘书|文员|(?<=[我咱]们?家?的?)(?:保姆|护工|司机|调度|店员|伙计|律师)|(?<=[我咱]们的?)(?:行政|前台|财务|会计|出纳|人事|带班的?|领班|负责人|代表)|(?<=[我咱]们.{0,4})主任'
/** 隔壁摊位, 对门, 楼上: whoever is there. */
const nextDoor = '(?:隔壁|对门|对面|楼[上下])(?!.{0,4}(?:吵|漏|噪))[^，我他她姓叫\\d]{0,4}(?=的)'

/** A pattern, with one group, for whom the caller names by a relation. */
export const relatives = `(${kin.join('|')}|${atWork}|${nextDoor})`

const relation = new RegExp(relatives, 'g')
const female =
  /女(?!婿)|姑(?!丈)|娘|堂客|弟媳|姨(?!丈)|舅妈|闺蜜|未婚妻|老婆|妻子|太太|妈|母|奶奶|外婆|婆|姐(?!夫)|妹(?!夫)|嫂|媳妇|丈母娘/
const male =
  /男|佬|老窦|爷|舅舅|未婚夫|伯|老公|丈|先生|儿子|爸|父|老豆|爷爷|外公|公|哥|(?<!徒)弟|婿|孙子|侄子|外甥|叔|仔|夫$|[契干义继养亲](?:儿|子)$/
/** Of the other sex than who names them. */
const otherHalf = /老伴|爱人|对象/

export type Gender = '男' | '女'

/** What a relation tells of the gender; of 老伴 and 爱人 the caller's own tells it. */
export function genderOf(relative: string, ofCaller?: Gender): Gender | undefined {
  if (otherHalf.test(relative)) return ofCaller === undefined ? undefined : ofCaller === '男' ? '女' : '男'
  return female.test(relative) ? '女' : male.test(relative) ? '男' : undefined
}

/** 您表弟叫什么, 我老公他: the last word for a relation in what was said of somebody. */
export const relationIn = (about: string): string => [...about.matchAll(relation)].at(-1)?.[0] ?? ''
