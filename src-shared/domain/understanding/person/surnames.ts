import { oncePerText } from '../../../base/remember.ts'
import { foldSyllable, toSyllables } from '../../../text/pinyin.ts'

const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁傅萧阎任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦赖洪丘习代占木竺扬保糜畅台僧操禤利招巢晁阙练戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈芮都普浦戈伏鹿薄邸雍辜羊乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由荀钮隗郦濮郏桓庾侬贝凤昌莘贡滑籍郗牧宓逄羿汲仰钭韶蓟溥郤璩暨殳蔚夔厍訾毋乜蒯宦鄂谯矫佴郇郄仉笪戢眭秋酆麴迮邴蓬堵弘粘妥撒肇揣甯鄞綦剡郸沐骈贲禚忻汝闾茆骞庹缑芈沃墨融寿咸禄鹤洛'
const compound: ReadonlySet<string> = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '端木',
  '轩辕',
  '东方',
  '南宫',
  ...[
    '呼延',
    '长孙',
    '宇文',
    '澹台',
    '独孤',
    '申屠',
    '钟离',
    '淳于',
    '万俟',
    '拓跋',
    '赫连',
    '公冶',
    '濮阳',
    '鲜于',
    '纳兰',
    '完颜',
    '东郭',
    '百里',
    '耶律',
    '公羊',
    '闾丘',
    '太史',
    '颛孙',
    '司空',
    '仲孙',
    '左丘',
    '漆雕',
    // Japanese ones that are written in two characters.
    '山田',
    '佐藤',
    '铃木',
    '田中',
    '中村',
    '高桥',
    '渡边',
    '伊藤',
    '山本',
    '加藤',
    '吉田',
    '松本',
    '井上',
    '木村',
  ],
])

const common = new Set(single.slice(0, 303))
const all = new Set(single)

/** How people spell their surname: the description by sound, and the surname it stands for. */
const spellings: readonly (readonly [string, string])[] = [
  ...([
    ['弓长', '张'],
    ['立早', '章'],
    ['木子', '李'],
    ['耳东', '陈'],
    ['双人', '徐'],
    ['言午', '许'],
    ['口天', '吴'],
    ['草头', '黄'],
    ['三横', '王'],
    ['古月', '胡'],
    ['双木', '林'],
    ['人可', '何'],
    ['走肖', '赵'],
    ['文刀', '刘'],
    ['卯金刀', '刘'],
    ['三点水', '江'],
    ['女生', '姜'],
    ['干勾', '于'],
    ['人禾', '余'],
    ['人未', '余'],
    ['木易', '杨'],
    ['双口', '吕'],
    ['禾呈', '程'],
    ['耳关', '郑'],
    ['关耳', '郑'],
    ['包耳', '郑'],
    ['言射', '谢'],
    ['走之', '连'],
    ['女兆', '姚'],
    ['十八子', '李'],
    ['西早', '谭'],
    ['西早', '覃'],
    ['禾字旁', '程'],
    ['双口', '吕'],
    ['龙共', '龚'],
    ['山今', '岑'],
    ['草字头', '黄'],
    ['大肚', '黄'],
    ['三点水', '汪'],
    ['三点水', '沈'],
    ['三点水', '洪'],
    ['三点水', '潘'],
    ['双人旁', '徐'],
    ['言字旁', '许'],
    ['言字旁', '谢'],
    ['耳朵旁', '陈'],
    ['耳朵旁', '郑'],
    ['耳朵旁', '邓'],
    ['耳朵旁', '郭'],
    ['耳朵旁', '陆'],
    ['耳朵旁', '陶'],
    ['女字旁', '姜'],
    ['女字旁', '姚'],
    ['木字旁', '林'],
    ['木字旁', '杨'],
    ['竹字头', '管'],
    ['竹字头', '简'],
    ['宝盖头', '宋'],
    ['宝盖头', '宁'],
    ['木土', '杜'],
    ['土斗', '杜'],
  ] as const),
]

/** The surname at the start of a text, compound ones first; undefined where there is none. */
export function surnameAt(text: string): string | undefined {
  const two = text.slice(0, 2)
  if (compound.has(two)) return two
  const one = text.slice(0, 1)
  return one !== '' && all.has(one) ? one : undefined
}

/** True for surnames frequent enough to trust a name of which nothing else tells that it is one. */
export function isCommonSurname(surname: string): boolean {
  return common.has(surname) || compound.has(surname)
}

/** Characters that sound otherwise as a surname than in most words. */
const surnameSounds: Readonly<Record<string, string>> = {
  ...{ 区: 'ou', 单: 'shan', 解: 'xie', 仇: 'qiu', 查: 'zha', 覃: 'qin', 缪: 'miao', 朴: 'piao', 曾: 'zeng' },
  ...{ 翟: 'zhai', 盖: 'ge', 尉: 'yu', 乐: 'yue', 冼: 'xian', 佟: 'tong', 阚: 'kan', 晁: 'chao', 员: 'yun' },
}

const mostRemembered = 20_000

/** The sound of a text, tones and accents folded, one syllable after another. */
export const soundOf = oncePerText(
  (text) =>
    toSyllables(text)
      .map((syllable) => foldSyllable(syllable))
      .join(' '),
  mostRemembered,
)

function surnameSound(surname: string): string {
  const special = surnameSounds[surname]
  return special === undefined ? soundOf(surname) : foldSyllable(special)
}

const surnamesByParts = Map.groupBy(spellings, ([parts]) => soundOf(parts))

/**
 * The surname that a spelling such as 弓长张 or 木子李 at the start of `text` settles, whatever character the
 * recogniser chose for it; with the length of the spelling.
 */
export function spelledSurname(
  text: string,
): { readonly surname: string; readonly length: number } | undefined {
  for (const length of [2, 3]) {
    const surnames = text.length > length ? surnamesByParts.get(soundOf(text.slice(0, length))) : undefined
    if (surnames === undefined) continue
    const at = length + (/^(的|得|那个|一个|个)*/.exec(text.slice(length))?.[0].length ?? 0)
    const letter = text.charAt(at)
    const surname =
      letter === '' ? undefined : surnames.find(([, one]) => soundOf(letter) === soundOf(one))?.[1]
    if (surname !== undefined) return { surname, length: at + 1 }
  }
  return undefined
}

/** True when two surnames sound alike: 章 and 张, or a recogniser's choice between them. */
export function soundAlike(one: string, other: string): boolean {
  return soundOf(one) === soundOf(other) || surnameSound(one) === surnameSound(other)
}

const ranks: ReadonlyMap<string, number> = new Map(Array.from(single, (surname, rank) => [surname, rank]))

/** How frequent a surname is: 0 for the most frequent; Infinity for what is none. */
export function surnameRank(surname: string): number {
  if (compound.has(surname)) return 100
  return ranks.get(surname) ?? Infinity
}
