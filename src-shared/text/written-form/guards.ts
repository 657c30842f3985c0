/**
 * Words that a rule would take for numbers and that are none: idioms, festivals, names. Only phrases that some rule would
 * change stand here. Each is looked for where no number is cut by it.
 */
export const fixedPhrases: readonly string[] = [
  // Idioms and set phrases.
  '三番五次 三番两次 两次三番 三天两头 三天打鱼 三年五载 十年八年 七年之痒 十万火急 十有八九 八九不离十 半斤八两',
  '一百个不 一百个放心 一百个心 一千个不 一万个不 三个臭皮匠 三个和尚 十个指头 三人成虎 三人行 两点一线 三点一线',
  '两家人 三口之家 四口之家 五口之家 一家三口 一点一滴 一点一点 八成是 八成会 二百五 十万个为什么 三十六计 七十二变',
  '三十而立 一千零一夜 两天一夜 三天两夜 一日三餐 一梯两户 一梯四户 三部曲 十八线 第三方 三次元 三次产业',
  '两件套 三件套 四件套 三轮 两轮车 四轮 三点水 两点水 四点水 七十二烈士',
  // Words of politics and trade.
  '八项规定 五年计划 三个代表 两个一百年 两个确立 四个自信 四个意识 两个维护',
  '六个核桃 三只松鼠 七天酒店 七天连锁 十元钱店 五月花',
  // Festivals and days of the year.
  '大年三十 年三十 双十二',
  // Names of places.
  '六二三路 东四十条 五家渠 三家店村 五棵松 七棵树 三间房乡 三间房站 三台县 五台山 九台区 八家户 四家庄',
].flatMap((line) => line.split(' '))

/** The same as patterns: days of the week and of the lunar calendar, 这两天 and other words that are only about two. */
export const fixedPatterns: readonly string[] = [
  '(?<![\\d零〇幺一二两三四五六七八九十百千万亿每半几])(?:周|星期|礼拜)[一二三四五六日天](?!次|趟|回|遍|个|直|定|年)',
  '每(?:周|星期|礼拜)[一二三四五六日天](?!次|趟|回|遍|个)',
  '(?:正月|腊月|冬月)初?[一二三四五六七八九十]{1,3}',
  '(?:农历|阴历|旧历)的?(?:闰?[正一二三四五六七八九十腊冬]{1,2}月)?初?[一二三四五六七八九十]{0,3}',
  '(?:大年|年)?初[一二三四五六七八九十]{1,2}',
  '[这那前过头近后隔]两(?:天|年|个月|周|个星期|个礼拜|日)',
  '(?<![零〇一二两三四五六七八九百千点])十分(?![钟之])',
  '(?<![\\d零〇一二两三四五六七八九十百千])(?:万一|千万)(?!元|块)',
  '等两天',
  '[一二三四五六七八九]号公馆',
  // The eighteenth of September, and no room of that number.
  '九一八(?![室房号户])',
  '三包(?=期|目录|政策|规定|责任|服务|凭证|卡|$)|(?<=汽车|国家)三包',
  // A little: 便宜一点八块行不行. 差不多一点 and 昨晚一点 are hours.
  '(?<=便宜|(?<!差不)多|[少早快慢大小高低好贵近远轻重差有]|(?<![昨今当明每])晚)一点(?!半|钟|[零一二三四五六七八九][万亿米倍吨公])',
  '两头(?![猪牛羊驴])',
  '(?:二月二|三月三|五月五|七月七|九月九|十月一|七月十五|八月十五)(?![号日零〇一二两三四五六七八九十])',
  '一[二三四五六七八九两]?(?:个?月|年|天)一(?:次|个|趟|回)',
]
