import { oncePerText } from '../../../base/remember.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'

const asksName =
  /^(您?的?)(称呼|名字)(呢|是)?$|您的?称呼|称呼|^您叫$|姓氏|[贵桂][姓性信兴幸型行杏]|免贵|(怎么|如何|怎样|咋)称呼|怎么叫|姓名|名字|全名|[叫较教]什么|姓什么|尊姓|您(是)?哪位|联系人/
/** 小尤姑娘全名知道吗: nobody is asked whether they know their own name. */
const asksKnown =
  /(?:叫什么|名字|全名|姓什么)[^，]{0,4}(?:知道|晓得|清楚|记得)|(?:知道|晓得|记得)[^，]{0,6}(?:叫什么|名字|全名|姓什么)/
const asksThird =
  /称呼(?:他|她|人家|对方)|(?:岳母|岳父|丈母娘|姐姐|哥哥|老表|老乡|徒弟|舅舅|[契干]?女儿?|儿子|嫂子|女婿|儿媳妇?|媳妇|老伴|老公|老婆|[^你您]邻居|隔壁|那位|那边|室友|工友|妹妹|弟弟|孙子|孙女|婆婆|公公)(?:他|她|那位|那个人)?(?:贵姓|姓什么|姓名|怎么叫|叫什么|[怎如][么何]称呼|称呼)|(房东|老板|公司|店|对方|单位|商家|物业|他|她|小区|学校|医院|机构|平台|经理|中介|老人家?|师傅|护士|医生|司机|教练|孩子|小孩|学生|您?(的)?(父亲|母亲|爸爸?|妈妈?|儿子|女儿|爱人|老公|老婆|同事|朋友)|您(?:的)?(?:先生|太太)|工作人员|患者|病人|当事人|负责人|护工|保安|保姆|阿姨|民警|同志|店员|业务员|骑手|快递员)(?:(?!您|你).){0,3}(贵姓|姓名|名字|全名|叫什么|姓什么|称呼)|(?<!^|您|你|请问|先生|女士|小姐|好的?|那|嗯|本人)(叫|姓)(什么|啥)/
/** What stands before 叫 or 姓 where somebody else is named. */
export const anothers =
  /(爸爸?|妈妈?|父亲|母亲|老公|老婆|儿子|女儿|孩子|小孩|他|她|老板|房东|经理|师[傅父]|护士|医生|司机|四机|教练|老师|科长|主任|邻居|那个|有个|一个|店|公司|品牌|小区|物业|对方|老人家?|中介|主管|店长|包工头|客服|同事|朋友|家里?人)(?:的?名字|来岁|他|她|就|是|呢|也|,)*$/
/** 雷师傅您的全名: the caller is spoken to by surname and title. */
const spokenTo =
  /^(?:好的?|嗯|那|行|请问|麻烦)*[一-龥](?:师傅|老板|经理|老师|主任|医生|司机|校长|店长|阿姨|同志)(?=您)/

/** True for words that ask for somebody else's name. */
export const asksForAnother = oncePerText((words): boolean => {
  const text = words.replace(spokenTo, '')
  return asksThird.test(text) || asksKnown.test(text)
})

/** True where the seat asked for the caller's own name, and not for somebody else's. */
export function isAskedForName(hearing: Hearing, line: Line): boolean {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || asksForAnother(seat.text)) return false
  return line.asked.has('name') || (asksName.test(seat.text) && seat.index >= line.index - 2)
}
