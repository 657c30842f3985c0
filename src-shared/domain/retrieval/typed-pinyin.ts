/** Every toneless syllable of Mandarin, by final; `v` stands for ü. */
const syllables = new Set(
  (
    'a ba pa ma fa da ta na la ga ka ha zha cha sha za ca sa ' +
    'o bo po mo fo lo yo wo e me de te ne le ge ke he zhe che she re ze ce se ' +
    'ai bai pai mai dai tai nai lai gai kai hai zhai chai shai zai cai sai wai ' +
    'ei bei pei mei fei dei nei lei gei hei shei zei wei ' +
    'ao bao pao mao dao tao nao lao gao kao hao zhao chao shao rao zao cao sao yao ' +
    'ou pou mou fou dou tou lou gou kou hou zhou chou shou rou zou cou sou you ' +
    'an ban pan man fan dan tan nan lan gan kan han zhan chan shan ran zan can san wan yan ' +
    'en ben pen men fen nen gen ken hen zhen chen shen ren zen cen sen wen ' +
    'ang bang pang mang fang dang tang nang lang gang kang hang zhang chang shang rang zang cang sang wang yang ' +
    'eng beng peng meng feng deng teng neng leng geng keng heng zheng cheng sheng reng zeng ceng seng weng ' +
    'dong tong nong long gong kong hong zhong chong rong zong cong song yong er ' +
    'yi bi pi mi di ti ni li ji qi xi zhi chi shi ri zi ci si ' +
    'ya dia lia jia qia xia ye bie pie mie die tie nie lie jie qie xie ' +
    'biao piao miao diao tiao niao liao jiao qiao xiao miu diu niu liu jiu qiu xiu ' +
    'bian pian mian dian tian nian lian jian qian xian yin bin pin min nin lin jin qin xin ' +
    'niang liang jiang qiang xiang ying bing ping ming ding ting ning ling jing qing xing jiong qiong xiong ' +
    'wu bu pu mu fu du tu nu lu gu ku hu zhu chu shu ru zu cu su ' +
    'wa gua kua hua zhua shua duo tuo nuo luo guo kuo huo zhuo chuo shuo ruo zuo cuo suo ' +
    'guai kuai huai zhuai chuai shuai dui tui gui kui hui zhui chui shui rui zui cui sui ' +
    'duan tuan nuan luan guan kuan huan zhuan chuan shuan ruan zuan cuan suan ' +
    'dun tun lun gun kun hun zhun chun shun run zun cun sun guang kuang huang zhuang chuang shuang ' +
    'yu nv lv ju qu xu yue nve lve jue que xue yuan juan quan xuan yun jun qun xun'
  ).split(' '),
)

export const longestSyllable = 6

export const isSyllable = (letters: string): boolean => syllables.has(letters)

/**
 * Splits letters typed without blanks into syllables (`shebaoka` → she bao ka), taking the fewest; of two ways, the one
 * with the longer first syllables. Letters at the end that only begin a syllable are dropped: the person is still typing.
 * Undefined where the letters are no pinyin.
 */
export function splitPinyin(letters: string): readonly string[] | undefined {
  const whole = fewestSyllables(letters)
  if (whole !== undefined) return whole
  for (let tail = 1; tail < Math.min(longestSyllable, letters.length - 1); tail += 1) {
    const rest = letters.slice(-tail)
    if (![...syllables].some((syllable) => syllable.startsWith(rest))) continue
    const head = fewestSyllables(letters.slice(0, -tail))
    // One syllable and a tail (`an` + `b`) is as likely to be initials.
    if (head !== undefined && head.length > 1) return head
  }
  return undefined
}

function fewestSyllables(letters: string): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const before = best[start]
      const syllable = letters.slice(start, end)
      if (before === undefined || !syllables.has(syllable)) continue
      const fewest = best[end]?.length ?? Infinity
      if (before.length + 1 <= fewest) best[end] = [...before, syllable]
    }
  }
  return best[letters.length]
}
