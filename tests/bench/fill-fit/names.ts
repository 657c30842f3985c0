import { seededRandom } from '../../support/seeded-random.ts'

/** Names of parties that no list has, by the grammars that shops, firms, estates and sites are named by. */

/** Draws the same values in the same order on every run. */
export interface Draw {
  readonly of: <T>(values: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  readonly below: (limit: number) => number
}

export function createDraw(seed: number): Draw {
  const next = seededRandom(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    of: <T>(values: readonly T[]): T => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('nothing to draw from')
      return value
    },
  }
}

export type PartyKind =
  | 'eatery'
  | 'club'
  | 'shop'
  | 'estate'
  | 'employer'
  | 'site'
  | 'school'
  | 'platform'
  | 'clinic'
  | 'agency'
  | 'works'
  | 'service'

const words = (text: string): readonly string[] => text.split(' ')

const surnames = words(
  '陈 李 黄 何 刘 梁 张 林 罗 谢 邓 曾 周 潘 苏 江 高 钟 卢 胡 徐 孙 邱 冯 崔 方 温 薛 邹 莫',
)
const given = words('东 强 姐 哥 妹 婆 伯 明 辉 娟 芳 珍 龙 财 发 英 玲 记')
const first = words(
  '鑫 悦 佳 盛 瑞 恒 美 优 尚 嘉 锦 宏 聚 福 鸿 润 雅 汇 诚 森 蓝 星 旺 顺 康 乐 新 金 丰 晟 睿 禾 丽 晨 博 众 启 万 名 云',
)
const second = words(
  '达 源 盛 隆 居 成 安 宜 和 翔 泰 利 华 通 辰 越 和 邦 鸣 信 凯 然 远 德 禾 力 彩 艺 诺 尔 兰 品 味 语 程 域 洁 意',
)
const brand = words(
  '小满 半岛 三味 醉江南 花间 南风 老地方 一品 蜀香 渝味 潮汕人家 一膳 拾光 素颜 橙子 麦田 光合 彩虹 蓝天 大拇指 向日葵 青苹果 七里香 小蜜蜂 顶呱呱 金手指 铁人 绿野 千寻 百味 九号院 万家福 满天星',
)
const estates = words(
  '翠湖湾 金色家园 御景豪庭 紫荆苑 碧水湾 阳光新城 锦绣江南 枫丹雅苑 东方花园 丽江豪园 观澜府 尚品雅居 骏逸名庭 水岸华庭 中海名都 保利香槟 万象公馆 书香门第 凤凰城 荷塘月色',
)

const trades: Readonly<Record<PartyKind, readonly string[]>> = {
  eatery: words(
    '烧烤 炒粉 肠粉 火锅 湘菜馆 大排档 茶餐厅 牛肉火锅 酸菜鱼 麻辣烫 烤鱼 农家菜 糖水 海鲜酒楼 餐厅 酒家 早餐 面馆 螺蛳粉 私房菜 饺子馆 猪脚饭',
  ),
  club: words(
    '健身 瑜伽 美容院 美容 美发 足道 游泳馆 舞蹈 跆拳道 美甲 养生馆 造型 摄影 影楼 琴行 网吧 KTV 酒吧',
  ),
  shop: words(
    '超市 家具 家电 便利店 数码 手机店 服饰 眼镜 药店 水果店 烟酒行 茶叶 建材 门窗 汽修 洗车 宠物店 电动车行 花店 母婴 五金店 干洗店',
  ),
  estate: words('物业 物业公司 物业管理处 物业'),
  employer: words(
    '制衣厂 电子厂 鞋厂 建筑劳务公司 物流公司 装饰公司 科技公司 皮具厂 家具厂 保安公司 餐饮公司 贸易公司 人力资源公司 五金厂 印刷厂 玩具厂',
  ),
  site: words('工地 项目工地 项目 三期工地 旧改工地'),
  school: words('幼儿园 小学 中学 双语学校 驾校 培训班 托管班 英语 教育 培训学校 早教中心 职业学校 书法班'),
  platform: words('优选 网约车 租车 外卖 二手车 贷 旅行 商城 直播 出行 快递 速运 家政'),
  clinic: words('口腔 口腔门诊 诊所 医院 宠物医院 体检中心 中医馆 门诊部 眼科 养老院 月子中心'),
  agency: words('地产 房产中介 中介 公寓 搬家 家政 装饰 装修公司 旅行社 婚介 驾校 留学 月嫂 酒店 民宿'),
  works: words(
    '搅拌站 洗水厂 印染厂 养殖场 屠宰场 废品站 回收站 加工厂 机械厂 化工厂 仓库 冷库 沙场 家具厂 塑料厂 食品厂 豆腐坊 汽修厂 批发市场 菜市场 农贸市场 垃圾中转站',
  ),
  service: words(
    '停车场 停车 加油站 快递 驿站 出租车公司 的士公司 公交公司 客运站 保险 银行 小额贷款 宽带 充电站 影城 网咖 电竞酒店 棋牌室 彩票店 售楼部 会所 租车行 琴行 物流 环卫公司 市政工程公司 园林绿化公司 清洁公司 电梯公司 供水公司',
  ),
}

const firms = words(
  '贸易 科技 物流 建筑工程 装饰工程 餐饮管理 物业管理 人力资源 电子 服饰 生物科技 教育咨询 汽车服务 市政工程 环保科技 房地产开发 投资 文化传播 供应链 劳务',
)

/** A name that no list has. */
export function partyName(draw: Draw, kind: PartyKind): string {
  const trade = draw.of(trades[kind])
  if (['employer', 'works', 'service', 'agency', 'site'].includes(kind) && draw.chance(0.15))
    return `${draw.chance(0.4) ? '广州' : ''}${draw.of(first)}${draw.of(second)}${draw.of(firms)}${draw.chance(0.7) ? '有限' : ''}公司`
  if (kind === 'estate')
    return draw.chance(0.5) ? draw.of(estates) + trade : draw.of(first) + draw.of(second) + trade
  if (kind === 'site') return draw.of(estates) + trade
  const fancy = draw.chance(0.3)
    ? draw.of(brand)
    : draw.of(first) + draw.of(second) + (draw.chance(0.15) ? draw.of(second) : '')
  if (kind === 'eatery' || kind === 'shop') {
    const shape = draw.below(4)
    if (shape === 0) return `${draw.of(surnames)}记${trade}`
    if (shape === 1) return `${draw.of(['老', '阿', '肥', '大'])}${draw.of([...surnames, ...given])}${trade}`
  }
  return fancy + trade
}

/** 醉江南, 一膳阁: a name that says nothing of its trade. */
export function bareName(draw: Draw): string {
  const base = draw.chance(0.5) ? draw.of(brand) : draw.of(first) + draw.of(second)
  return base + draw.of(['坊', '阁', '轩', '居', '堂', '记', '汇', '馆', '园', '屋'])
}

/** The plain words by which callers speak of such a party. */
export const plainKinds: Readonly<Record<PartyKind, readonly string[]>> = {
  eatery: words('烧烤店 饭店 餐馆 大排档 小吃店 火锅店'),
  club: words('健身房 美容院 理发店 足浴店 瑜伽馆'),
  shop: words('店 超市 商店 手机店 家具店'),
  estate: words('物业 物业公司'),
  employer: words('公司 厂 单位 工厂'),
  site: words('工地 建筑工地'),
  school: words('学校 幼儿园 培训机构 驾校'),
  platform: words('平台 网站 公司 软件'),
  clinic: words('诊所 医院 门诊'),
  agency: words('中介 公司 公寓'),
  works: words('工厂 厂 市场 作坊 加工点'),
  service: words('公司 店 单位 停车场 网点'),
}

const digits = Array.from('零一二三四五六七八九')
/** 1 to 999 as it is spoken: 一百零八, 二十三. */
export function spokenNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const unit = ones === 0 ? '' : (digits[ones] ?? '')
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : (digits[tens] ?? '')}十`
  if (hundreds === 0) return ten + unit
  return `${digits[hundreds] ?? ''}百${tens === 0 && ones > 0 ? '零' : ''}${ten}${unit}`
}
