import { oncePer, oncePerText } from '../../../base/remember.ts'
import type { Hearing } from './hearing.ts'
import { withTermsMended } from './misheard-terms.ts'
import { reworded } from './reworded.ts'

/** Whose number, name or wish it is; after it 地, 得 and 嘅 are 的. */
const owner =
  '我|您|你|他|她|们|公|婆|儿|友|自己|单位|公司|别人|人家|老板|爸|妈|哥|姐|弟|妹|打|用|里|家|机|号|显示'

/**
 * Little words by which offers, wishes and refusals are told, as a recogniser writes them (事 for 是, 旧 for 就, 药 for 要)
 * or as Cantonese has them (系, 呢个, 唔好), with what they mean. Each keeps its length.
 */
const slips: readonly (readonly [RegExp, string])[] = [
  [/(?<=就|电话|号码|直接|还是)[达大搭答](?=我?(?:这[个部]|来电|过来|进来|回来|本机))/g, '打'],
  [/[唔吾]系/g, '不是'],
  [/[唔吾]使/g, '不用'],
  [/[唔吾]好(?=讲|说|话|俾|给|打|写|公|透|让|比|将|把|记|留|告|传|泄|提|问|报)/g, '不要'],
  [/[唔吾](?=想|要|知|得|该|敢|可|会|肯|方|需|愿|留|写|讲|说|记|登|同|对|准|能|俾|给|止|够)/g, '不'],
  [/(?<![关联体没有])系(?=$|[呢啊呀啦嘅个我佢唔咁这的不邻旧零一二三四五六七八九幺]|就|介[个部])/g, '是'],
  [/[呢哩](?=[个部只台](?!人))/g, '这'],
  [/冇/g, '没'],
  [/先森/g, '先生'],
  [/揾/g, '找'],
  [/哋/g, '们'],
  [/佢地/g, '他们'],
  [/佢/g, '他'],
  [/我地(?!方|址|铁|面)/g, '我们'],
  [/[俾畀]/g, '给'],
  [/依家/g, '现在'],
  [/千[祈其]/g, '千万'],
  [/以经/g, '已经'],
  [/旧(?=[是写打留行这用要好可算叫记给不按退想说我他得把一拨填登])/g, '就'],
  [/(?<=[就不也都还却才要正号码话机^])[事市](?=[^情故业件实]|$)/g, '是'],
  [/^[事市试式世](?=$|[这的得地我啊呀啦嘞吗来本他她吧一二三四五六七八九幺])/g, '是'],
  [/(?<=电话|手机|号码|就|不)世(?=这|我)/g, '是'],
  [/[者遮](?=[个部只台里边样么号])/g, '这'],
  [/(?<![规原法否])则(?=[个部])/g, '这'],
  [/睇/g, '看'],
  [/(?<![中评简推媒])介(?=[个部])/g, '这'],
  [/[嗰](?=[个部只台阵])|嗰/g, '那'],
  [/仲(?=[是系用打])/g, '还'],
  [/係/g, '是'],
  [/^哪(?=就|我|边|您|行|好|也|你)/g, '那'],
  [/狠(?=[忙多好大长少难])/g, '很'],
  [/[勒嘞](?!索|令|紧|住)/g, '了'],
  [
    /(?<![吃买卖医中西开送打农火喂配上下灵特用制草毒良抓补丸安敷换麻子])药(?![店房品费物水片丸厂业味材方膏检监师剂量])/g,
    '要',
  ],
  [/(?<=[我就都也还不最很])响(?=[我要问请反投举表咨把讲说保匿留让知查退找跟建去了])/g, '想'],
  [/(?<=不)[向响象像相享](?=[说讲留写登让给透告报提要被露])/g, '想'],
  [/(?<![小男女婴孤熊个的])孩(?![子儿童])/g, '还'],
  [/(?<![差很好么])多(?=不能|不要|不肯|不给|不准|别)/g, '都'],
  [/(?<=联系人|名字|电话|你|就)些(?=我|他|她|你|小|老)/g, '写'],
  [/(?<=我)[脑劳](?=[公婆])/g, '老'],
  [/嚷(?=[他她人别老店公物厂对谁我你单学])/g, '让'],
  [/邦(?=我|你|您|他|忙)/g, '帮'],
  [/巴(?=$|[我你他她就了这那要])/g, '吧'],
  [new RegExp(`(?<=${owner})[地得滴嘅](?=$|[这那本来打号电手名信联吧啦啊这]|一[三五七八九])`, 'g'), '的'],
]

/** A text with its little words as they were meant; the length stays. */
export const littleWords = oncePerText((text) =>
  slips.reduce((words, [slip, word]) => words.replace(slip, word), text),
)

/** The hearing as it was meant: terms of names and numbers, and little words. Lengths stay as they are. */
export const asMeant = oncePer((hearing: Hearing): Hearing => ({
  ...hearing,
  lines: withTermsMended(hearing).lines.map((line) => reworded(line, littleWords(line.text))),
}))
