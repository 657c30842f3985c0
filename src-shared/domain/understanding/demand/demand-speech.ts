import { oncePerText } from '../../../base/remember.ts'
/** Particles as a recogniser writes them (勒 for 了, 巴 for 吧), and dialect for fast, send and stop. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[勒咧](?!索|令|紧|死|住)/g, '了'],
  [/巴(?=$|，)/g, '吧'],
  [/快[D的d](?=[^，])/g, '快点'],
  [/(?<=[水电气车人路好了])先(?:啦|了|咯|勒)?(?=$|，)/g, ''],
  [/(?:喊|教|唤)(?=他们?|她|你们|老板|物业|房东|师傅|人来)/g, '叫'],
  [/咋么|咋个|点样/g, '怎么'],
  [/派(?:一?[个位]|几个|两个|一些|些)(?=人|师傅)/g, '派'],
  [/(?<!检|调|核|排|巡|审)(?:去)?查(?:一下|一查|查|下)(?=[^，水])/g, '调查'],
  [/(?<=派人来?)(?:去)?查(?:一?下|查)?(?=了?$|，|嘛)/g, '调查'],
  [/(?<=[修换清补装堵停关灭抽拆洗搬挪剪])(?:一下|下)(?=[^来去班面周个月一午水，]|水$|水，)/g, ''],
  [/(?<=[灭抽])下?(?=[火水])/g, ''],
  [/(?<=处理|检查|检修|维修|调查|清理|查)(?:一下|下)(?=[^，来去])/g, ''],
  [/(?:顺便|顺带|然后|再)看看/g, '，检查'],
]
/** 把电断了, 把网修好: an object of one syllable goes behind its verb. */
const smallObject = /把([电水气网门火灯路锁])(断|停|关|修|灭|堵|疏|接|开|通|封|清)(?:掉|好|了|一?下|上|通)*/g
const particle =
  /(?:了?啊|呀|哦|嘛|(?<=.{3})(?<![网酒茶书水氧])吧|咯|啦|喽|噻|撒(?![点盐药水沙石])|哈|(?<=[好走来掉])就(?:行|好|得|可以)了?)(?=[^，]{3})/g
/** 那个钱我不要了但是…, 喝完了就算了…: given up; what follows is wanted. */
const givenUp =
  /^[^，]{0,24}?(?:没(?:啥|什么)意思|(?:是)?小(?:事情?|钱)|不要了|就?算了|不用了|都?认了|不追究|不计较|无所谓|不怪|就不说了|不跟他?们?(?:计较|说)了)，?(?:但是|但|不过|可是|只是|就是|主要是?)?(?=.{3})/
/** 我不是投诉工人啊他们也辛苦就是…: whom the caller does not blame; what follows is wanted. */
const blamesNobody =
  /^.{0,12}?(?:不是(?:要)?(?:投诉|怪|针对|为难)|不怪|不想(?:为难|怪)|理解|知道)[^，]{0,10}，?(?:[^，]{0,4}(?:也|都)(?:很|挺)?(?:辛苦|不容易|不易|难做))?，?(?:但是|但|不过|可是|只是|就是)(?=.{3})/
/** …罚我的五百就算了不用退: given up after the wish. */
const givenUpAfter =
  /(?<=.{3})(?<!或者|要么|或)(?:退|赔|给|补)[^，]{1,8}我?(?:也|都)(?:认|行|可以|得(?![出付赔退要])|接受).*$|(?<=.{3})(?:那个?|其他|别的|剩下)[^，]{0,5}(?:不算|不管|不追|另说|再说(?!明|清|一)).*$|(?<=.{6})(?:罚|收|扣|赔|那|剩)[^，]{1,8}(?<!我就?)就?算了.*$/
/** 他要扣三成我不同意全退: what is refused, and then what is wanted. */
const refused = /^[^，]{2,20}我不(?:同意|接受|认|干)(?:的|啊)?，?(?=.{2})/
/** 查是要查, 退不退无所谓: granted or left open; what follows is wanted. */
const granted =
  /^(?:(.{1,2})是要\1|(.{1,2})不\2(?:都|也)?(?:无所谓|行|可以|没关系|不要紧|你们定|随便|随你们?|再说)(?:了|啦)?)，?(?:反正|但是)?(?=.{3})/
/** 你卖过期的要赔我一千: why, and then what. */
const reasonFirst =
  /^(?!要|叫|让|把|请|希望|退|赔|尽快|赶紧|马上|派).{2,10}?(?<![就只需想还])要(?=赔|退[^休]|道歉|给个说法|负责|补偿)/

/** 本来想退货的现在想想, 一开始想换近一点可是他说没有那就: what was wanted at first; what follows is wanted now. */
const atFirst =
  /^.{0,6}?(?:一开始|刚开始|本来|原先|起初|刚才)[^，]{0,4}(?:想|要|打算)(?!的?(?:就|其实)?是).*(?:想想|想通了|后来|现在|算了|可是|但是|不过|所以(?:我?就?要的是)?|那就|不[退换要修赔]了|(?=先(?:让|叫|把|派)))(?=.{3})/

/** Words with commas in the place of a wish that was given up for a later one, so that all keep their place. */
export const withoutFormer = oncePerText((words) =>
  words.replace(atFirst, (former) => '，'.repeat(former.length)),
)

/** A wish as it was spoken, without slips, particles and what the caller gave up. */
export function plainWish(words: string): string {
  const mended = slips.reduce((text, [slip, meant]) => text.replace(slip, meant), words)
  return mended
    .replace(/不然(?=就?(?:退|赔|换))/, '，或者')
    .replace(smallObject, '$2$1')
    .replace(particle, '，')
    .replace(blamesNobody, '')
    .replace(givenUpAfter, '')
    .replace(givenUp, '')
    .replace(granted, '')
    .replace(refused, '')
    .replace(reasonFirst, '')
    .replace(/^，+/, '')
}
