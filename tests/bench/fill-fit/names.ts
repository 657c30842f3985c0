import ordinaryWords from '#shared/domain/correction/ordinary-words.json' with { type: 'json' }
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
  | 'person'

const words = (text: string): readonly string[] => text.split(' ')

const surnames = words(
  '陈 李 黄 何 刘 梁 张 林 罗 谢 邓 曾 周 潘 苏 江 高 钟 卢 胡 徐 孙 邱 冯 崔 方 温 薛 邹 莫',
)
const personal = Array.from(
  '伟堂桂珍国海芳丽军敏静磊洋艳勇杰娟涛明秀霞平刚英华玉萍娥玲燕彩春菊兰凤梅琳云莲荣香月嘉琼晴志豪东升建文炳德旺雄',
)
const given = words('东 强 姐 哥 妹 婆 伯 明 辉 娟 芳 珍 龙 财 发 英 玲 记')
const first = words(
  '鑫 悦 佳 盛 瑞 恒 美 优 尚 嘉 锦 宏 聚 福 鸿 润 雅 汇 诚 森 蓝 星 旺 顺 康 乐 新 金 丰 晟 睿 禾 丽 晨 博 众 启 万 名 云 鼎 捷 粤 岭 荔 珠 穗 羊 时 味 智 贝 听 满 碧 毛 尚 富 旭 聚 大 百 千 天 东 南 华 永 广 建 力 科 安 易 优 好 爱 乐 小 老 阿 大 三 九 七 黑 白 红 绿 青 紫 金 银 玉 石 木 水 山 海 江 湖 龙 凤 鹏 鹤 马 熊 鹿 鱼 兔 猫 花 草 竹 梅 兰 荷 麦 米 茶 喜 欢 吉 祥 如 春 夏 秋 冬 日 月 光 风 雨 雪',
)
const second = words(
  '达 源 盛 隆 居 成 安 宜 和 翔 泰 利 华 通 辰 越 和 邦 鸣 信 凯 然 远 德 禾 力 彩 艺 诺 尔 兰 品 味 语 程 域 洁 意 佳 膳 珍 潮 泊 诚 鑫 城 朵 厨 景 学 舍 博 士 来 宝 记 氏 家 福 寿 康 健 龙 虎 马 狮 象 鹰 燕 雀 鲤 鲸 豚 子 童 孩 妈 爸 叔 公 婆 娘 姐 妹 王 爷 客 人 友 邻 里 巷 街 港 湾 岛 洲 桥 塔 门 窗 阳 辉 明 亮 晶 火 焰 炎 土 田 园 林 森 树 叶 果 谷 丰 实 本 元 正 中 方 圆 平 衡 动 力 速 达 顺 行',
)
const brand = words(
  '小满 半岛 三味 醉江南 花间 南风 老地方 一品 蜀香 渝味 潮汕人家 一膳 拾光 素颜 橙子 麦田 光合 彩虹 蓝天 大拇指 向日葵 青苹果 七里香 小蜜蜂 顶呱呱 金手指 铁人 绿野 千寻 百味 九号院 万家福 满天星',
)
/** Ordinary words, by which many shops are called. */
/** How common such a word is, as the logarithm of its count; grammar is commoner, and rarer words are odd. */
const [rare, common] = [6, 13]
const notInNames =
  /[的了是我你他她它们不这那有在和就都也还没很吗呢吧啊哪什么说要会能可以一二三四五六七八九十]/
const ordinary: readonly string[] = Object.entries(ordinaryWords.wordsByLog2Count).flatMap(
  ([magnitude, list]) =>
    Number(magnitude) < rare || Number(magnitude) > common
      ? []
      : list.split(' ').filter((word) => word.length === 2 && !notInNames.test(word)),
)
const estates = words(
  '翠湖湾 金色家园 御景豪庭 紫荆苑 碧水湾 阳光新城 锦绣江南 枫丹雅苑 东方花园 丽江豪园 观澜府 尚品雅居 骏逸名庭 水岸华庭 中海名都 保利香槟 万象公馆 书香门第 凤凰城 荷塘月色',
)

const trades: Readonly<Record<Exclude<PartyKind, 'person'>, readonly string[]>> = {
  eatery: words(
    '烧烤 炒粉 肠粉 火锅 湘菜馆 大排档 茶餐厅 牛肉火锅 酸菜鱼 麻辣烫 烤鱼 农家菜 糖水 海鲜酒楼 餐厅 酒家 早餐 面馆 螺蛳粉 私房菜 饺子馆 猪脚饭 小炒 小馆 食府 小厨 私厨 酒馆 饭庄 海鲜 甜品 奶茶 咖啡 烘焙 面包 蛋糕 卤味 烧腊 凉茶 粥铺 粥城 打边炉 羊肉粉 拉面 米线 寿司 料理 自助餐 团膳 快餐 餐饮 餐饮公司 食堂 早餐店 小食 生蚝 烤吧 楼 居 轩 小酒馆 排档 大饭店 鸡煲 冰室 茶楼 麻辣香锅 炸鸡 汉堡',
  ),
  club: words(
    '健身 瑜伽 美容院 美容 美发 足道 游泳馆 舞蹈 跆拳道 美甲 养生馆 造型 摄影 影楼 琴行 网吧 KTV 酒吧 健身会所 瑜伽馆 普拉提 游泳俱乐部 羽毛球馆 台球 桌球 舞社 舞蹈室 SPA 皮肤管理 医美 纹绣 发廊 理发 推拿 按摩 桑拿 汗蒸 水疗 采耳 健康馆 生活馆 美学 剧本杀 密室 轰趴馆 网球 拳击 婚纱摄影 儿童乐园 亲子乐园 游乐园 棋牌 清吧',
  ),
  shop: words(
    '超市 家具 家电 便利店 数码 手机店 服饰 眼镜 药店 水果店 烟酒行 茶叶 建材 门窗 汽修 洗车 宠物店 电动车行 花店 母婴 五金店 干洗店 鲜肉 生鲜 水产 海鲜档 粮油 名品 珠宝 金店 首饰 奢侈品养护 茶庄 茶行 花艺 百货 文具 玩具 童装 鞋行 皮具 箱包 电器 灯饰 家居 橱柜 地板 陶瓷 卫浴 油漆 五金 轮胎 车业 车行 汽车贸易 四S店 二手车 机车 电动车 修车 手机维修 通讯 电脑 打印 宠物 宠物生活馆 农资 种子 药业 大药房 滋补品 烟酒 酒业 水果 母婴生活馆 眼镜行 乐器 洗衣 冻品 批发部 商行 经营部 商贸',
  ),
  estate: words('物业 物业公司 物业管理处 物业 物业服务 物业管理 物业服务中心 物管 管理处 城市服务 生活服务'),
  employer: words(
    '制衣厂 电子厂 鞋厂 建筑劳务公司 物流公司 装饰公司 科技公司 皮具厂 家具厂 保安公司 餐饮公司 贸易公司 人力资源公司 五金厂 印刷厂 玩具厂 制衣 服装厂 印刷 包装 纸品厂 模具 塑胶 五金 五金制品 电子科技 光电 灯饰厂 箱包厂 劳务 人力 安装公司 机电 建工 装饰工程 幕墙 建工集团 食品 食品厂 日化 化妆品厂 家纺 服饰 鞋业 皮业 保洁公司 物流 货运 供应链 餐饮管理 传媒 网络科技 集团 实业 制造厂 零件厂 洗涤 环保 园林 安保',
  ),
  site: words(
    '工地 项目工地 项目 三期工地 旧改工地 二期 三标段 广场项目 安置房工地 地铁工地 施工项目部 改造项目 大厦工地 人才公寓工地 公馆工地',
  ),
  school: words(
    '幼儿园 小学 中学 双语学校 驾校 培训班 托管班 英语 教育 培训学校 早教中心 职业学校 书法班 托管 晚托 托育 午托班 作文 奥数 画室 美术 少儿编程 机器人 钢琴 琴房 舞蹈学校 跆拳道馆 篮球训练营 夏令营 自习室 考研 公考 会计培训 月嫂培训 外语 国际学校 技校 技工学校 附属小学 实验学校 职中 幼教 托儿所 艺术中心 教育咨询 文化艺术',
  ),
  platform: words(
    '优选 网约车 租车 外卖 二手车 贷 旅行 商城 直播 出行 快递 速运 家政 严选 团购 到家 买菜 生鲜 拼购 好物 网 旅游网 票务 二手 回收 打车 顺风车 货运 速达 同城 代驾 充电 共享单车 充电宝 金融 分期 借贷 消费金融 支付 视频会员 直播间 电商 旗舰店 优品',
  ),
  clinic: words(
    '口腔 口腔门诊 诊所 医院 宠物医院 体检中心 中医馆 门诊部 眼科 养老院 月子中心 牙科 口腔诊所 齿科 整形 整形医院 美容医院 皮肤科诊所 中医 中医诊所 骨科医院 妇产医院 儿科诊所 康复医院 护理院 颐养中心 敬老院 安养院 健康体检 动物医院 宠物诊所 眼科医院 视光 推拿诊所 月子会所 产后恢复',
  ),
  agency: words(
    '地产 房产中介 中介 公寓 搬家 家政 装饰 装修公司 旅行社 婚介 驾校 留学 月嫂 酒店 民宿 置业 房产 不动产 租赁 长租公寓 青年公寓 小屋 客栈 宾馆 旅馆 假日酒店 国旅 假期 旅游 装饰公司 装潢 设计 整装 全屋定制 搬家公司 搬运 保洁 家政服务 月嫂公司 婚庆 婚礼 移民 签证 留学中介 职介 劳务中介 车险 保险代理 律师事务所',
  ),
  works: words(
    '搅拌站 洗水厂 印染厂 养殖场 屠宰场 废品站 回收站 加工厂 机械厂 化工厂 仓库 冷库 沙场 家具厂 塑料厂 食品厂 豆腐坊 汽修厂 批发市场 菜市场 农贸市场 垃圾中转站 沙石场 水泥厂 砖厂 石材厂 铝材厂 电镀厂 喷漆厂 木器厂 纸箱厂 制品厂 豆制品 腊味厂 屠宰点 养鸡场 养猪场 鱼塘 修理厂 钣金 拆车场 停车楼 物流园 分拣中心 快递仓 产业园 工业园 创意园 再生资源 搅拌厂',
  ),
  service: words(
    '停车场 停车 加油站 快递 驿站 出租车公司 的士公司 公交公司 客运站 保险 银行 小额贷款 宽带 充电站 影城 网咖 电竞酒店 棋牌室 彩票店 售楼部 会所 租车行 琴行 物流 环卫公司 市政工程公司 园林绿化公司 清洁公司 电梯公司 供水公司 停车管理 停车库 机械车库 洗车行 加气站 充电桩 电信 通信 燃气 供水 水务 热力 公交 巴士 客运 旅游车队 出租 速运 快运 物流点 菜鸟驿站 自提点 银行支行 信用社 典当 担保 影院 剧场 体育馆 游泳池 KTV会所 殡仪服务部 墓园 养车 代驾 拖车 搬场 开锁 管道疏通 家电清洗 废品回收 环卫 市政 路桥 电梯 消防工程 网吧',
  ),
}

const firms = words(
  '贸易 科技 物流 建筑工程 装饰工程 餐饮管理 物业管理 人力资源 电子 服饰 生物科技 教育咨询 汽车服务 市政工程 环保科技 房地产开发 投资 文化传播 供应链 劳务',
)

const regions = words(
  '广州 粤 穗 羊城 岭南 南粤 珠江 华南 广东 珠三角 天河 海珠 白云 番禺 花都 增城 从化 南沙 黄埔 荔湾',
)
const insides = words(
  '艺术 文化 职业 技术 小额 二手 汽车 环保 混凝土 管道 健康 美食 生态 国际 精品 连锁 智能 家居 儿童 青少年 综合 时尚 农产品 医疗 数码 海鲜 隆江 重庆 潮汕 湖南 东北 客家 顺德 兰州 沙县 港式 日式 建筑 装饰 机电 商贸 财税 信息 网络 物资 石油 冷链 养生 美学',
)
/** Characters of two words: a name that nobody has seen. */
const coined = (draw: Draw): string => draw.of(ordinary).slice(0, 1) + draw.of(ordinary).slice(1)

/** A name that no list has: its own part, before it a region and behind it what tells more of the trade. */
export function partyName(draw: Draw, kind: PartyKind): string {
  if (kind === 'person')
    return draw.of(surnames) + draw.of(personal) + (draw.chance(0.8) ? draw.of(personal) : '')
  if (!draw.chance(0.35)) return namedByTrade(draw, kind)
  const own = draw.chance(0.3) ? draw.of(first) + draw.of(second) : coined(draw)
  return (
    (draw.chance(0.25) ? draw.of(regions) : '') +
    own +
    (draw.chance(0.4) ? draw.of(insides) : '') +
    draw.of(trades[kind])
  )
}

function namedByTrade(draw: Draw, kind: Exclude<PartyKind, 'person'>): string {
  const trade = draw.of(trades[kind])
  if (['employer', 'works', 'service', 'agency', 'site'].includes(kind) && draw.chance(0.15))
    return `${draw.chance(0.4) ? '广州' : ''}${draw.of(first)}${draw.of(second)}${draw.of(firms)}${draw.chance(0.7) ? '有限' : ''}公司`
  if (kind === 'estate')
    return draw.chance(0.5) ? draw.of(estates) + trade : draw.of(first) + draw.of(second) + trade
  if (kind === 'site') return draw.of(estates) + trade
  if (draw.chance(0.08)) return bareName(draw)
  const fancy = draw.chance(0.4)
    ? draw.of(draw.chance(0.3) ? brand : ordinary) +
      (draw.chance(0.1) ? draw.of(['里', '家', '屋', '坊', '阁', '记', '氏', '港', '城']) : '')
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
  const base = draw.chance(0.6)
    ? draw.of(draw.chance(0.3) ? brand : ordinary)
    : draw.of(first) + draw.of(second)
  return (
    base +
    draw.of([
      '小屋',
      '小馆',
      '楼',
      '阁',
      '府',
      '里',
      '社',
      '庄',
      '旺',
      '百',
      '鲜',
      '港',
      '斋',
      '铺子',
      '工坊',
      '公馆',
      '时光',
      '世家',
      '部落',
      '坊',
      '阁',
      '轩',
      '居',
      '堂',
      '记',
      '汇',
      '馆',
      '园',
      '屋',
    ])
  )
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
  person: words('房东 包工头 老板 主播 档主 二房东 工头'),
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
