import { littleWords } from '../hearing/little-words.ts'
import { respell } from '../hearing/respell.ts'

/** Particles and little words around a wish, as a recogniser writes them (阿 for 啊, 再 for 在, 滴 for 的). Each keeps its length. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[唔吾]好(?=[^，])/g, '不要'],
  [/阿(?![姨婆伯公妈爸叔哥姐弟妹里胶])/g, '啊'],
  [/[着者]样/g, '这样'],
  [/(?<=[这那])[力里立](?=$|，)/g, '里'],
  [/(?<![水点一滴雨油])滴(?![水滴漏油雨])/g, '的'],
  [
    /(?<=[^，土基产场工园心各])[地得](?=哪个|那个|这个|工资|公资|押金|事情?$|问题|钱|房|车|人|老师|司机|费)/g,
    '的',
  ],
  [
    /再(?=楼[道下上梯]|路[边上口]|门口|家里|那[边里个]|这[边里个]|站|小区|公园|学校|村|里面|外面|马路|人行道)/g,
    '在',
  ],
  [/(?<=[一二两三四五六七八九十几这那])得个/g, '的个'],
  [/向(?=说|问|咨询|请|让|叫|反映|投诉|举报)/g, '想'],
  [/[药要]球/g, '要求'],
  [/药求/g, '要求'],
  [/旧(?=[多加改要把让叫赔退])/g, '就'],
  [/在(?=说(?:[万后，吧]|$))/g, '再'],
  [/(?<=[扔打搞弄做装收开卖建搭养管][^，]{0,1})[地得](?=$|，|来[修看处拆查清])/g, '的'],
  [/(?<=建议|要求|希望)吧(?=[^，]{2,12}(?:改|装|移|加|延长|拆|修|清|退|还|调|换|搬|收|停))/g, '把'],
  [
    /吧(?=(?:车|钱|东西|音响|电|水|灯|垃圾|那个|这个|人|我的|剩下|多收).{0,8}(?:退|还|赔|修|拆|清|搬|关|收|弄|拿|挪|停|公开))/g,
    '把',
  ],
  [/将(?=个|那|这|我|啲|漏|剩|多收)/g, '把'],
  [/处里/g, '处理'],
  [/(?<=.[对是])[马妈码](?=$|，)/g, '吗'],
  [/西望/g, '希望'],
  [/还[事试市](?=[^情])/g, '还是'],
  [/旧(?=是(?:希望|要|想))/g, '就'],
  [/(?<=[来派去要帮把快车])[臭筹愁](?=水)/g, '抽'],
  [/怎[末莫]/g, '怎么'],
  [/(?<=您)[食视事市](?=想|要|希望)/g, '是'],
  [/还[由又](?=一个|个|它|他|那|这|让|叫|要)/g, '还有'],
  [/现再/g, '现在'],
  [/公地/g, '工地'],
  [/^[四市](?=$|[的啊呀吧我他查让叫要把])/g, '是'],
  [/同埋/g, '还有'],
  [/[睇](?=[下住])/g, '看'],
  [/啲/g, '点'],
  [/交(?=他们?|你们|人来)/g, '叫'],
  [/商伤|发伤/g, '发商'],
  [/罚[但担旦]/g, '罚单'],
  [/登[计机纪级](?!口|牌)/g, '登记'],
  [/建[义意](?!外)/g, '建议'],
  [/它们/g, '他们'],
  [/[物务误][夜叶页]/g, '物业'],
  [/(?<![请追要])[述数素术诉速塑苏粟][求球秋丘邱](?!助)/g, '诉求'],
  [/药(?=查|退|赔|拆|封|罚|停|修|换|道歉|处理|整改|求|把|让|叫)/g, '要'],
  [/(?<=[叫派来让有没])仁/g, '人'],
  [/(?<=[我你他])久(?=问|想|要|是|说)/g, '就'],
  [/线在/g, '现在'],
  [/(?<=^|，|就|也|都|说|是)每(?=[水电气钱](?!天|年|月))/g, '没'],
]

const remembered = new Map<string, string>()
const mostRemembered = 2_000

/** The words of a turn as demands are read from them: terms, little words and particles as they were meant. Lengths stay. */
export function wishText(text: string): string {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const meant = slips.reduce((words, [slip, word]) => words.replace(slip, word), littleWords(respell(text)))
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(text, meant)
  return meant
}
