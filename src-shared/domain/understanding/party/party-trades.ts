/**
 * Words in which names of parties end beside the kinds of `subject-role.ts`: places of business and bodies of people, and
 * trades, by which a shop or firm is called without any kind behind (阿辉牙科, 穗翔的士). They speak for a name and make none.
 */
const bodies = [
  '牙科 医馆 中医馆 体检中心 护理院 护理站 康复中心 疗养院 福利院 养老中心 月子会所 宠物医院 动物医院 殡仪馆 殡仪服务部',
  '搅拌站 沙场 采石场 石场 货运场 货场 堆场 物流园 物流中心 分拣中心 转运中心 配送中心 营业部 营业厅 营业所 网点 驿站 自提点',
  '服务站 服务点 服务部 服务中心 管理中心 管理处 管理站 管理所 管理局 客运站 充电站 换电站 加气站 洗车场 停车楼 停车库 车库 维修站 维修中心',
  '训练场 训练营 训练基地 艺术中心 画室 画院 舞社 武馆 道馆 俱乐部 运动馆 体育馆 球馆 球场 泳池 游泳池 游泳馆 游乐园 乐园 水世界',
  '影院 剧院 剧场 歌舞厅 歌厅 夜总会 棋牌社 棋牌馆 麻将馆 茶室 茶社 茶庄 茶行 咖啡馆 咖啡厅 西餐厅 小馆 食府 食堂 饭堂 饭庄 酒馆 酒庄 冰室',
  '粥铺 粥店 粥城 饼屋 饼家 面包房 糖水铺 肉铺 鱼档 档口 铺子 商铺 商场 商厦 卖场 大卖场 市场 批发城 家具城 建材城 花市 书城 书局 打印店 照相馆',
  '工作室 工作坊 作坊 工坊 加工点 养猪场 养鸡场 农场 果园 鱼塘 屠宰点 生态园 山庄 庄园 营地 旅店 旅社 招待所 青旅 宿舍 写字楼 产业园 工业园 科技园',
  '律所 律师所 律师事务所 事务所 公证处 拍卖行 典当行 当铺 信用社 协会 商会 基金会 合作社 经济社 联社 业委会 居委 村委 工程队 建筑队 搬运队 清洁队 保安队',
  '环卫站 环卫所 垃圾站 中转站 回收点 收购站 水厂 水站 气站 供电所 售楼部 售楼处 营销中心 项目部 标段 分行 分理处 分店 分公司 门市 门市部 旗舰店',
  '墓园 陵园 公墓 世界 欢乐世界 度假区 景区 风景区 动物园 植物园 车行 金铺 车铺 修车铺 药铺 茶楼 茶档 大棚 码头 渡口 收费站 招商中心 孵化器',
  '研究院 研究所 图书馆 博物馆 文化馆 纪念馆 展览馆 美术馆 少年宫 青少年宫 救助站 收容所 检测站 检测中心 验车站 车管所 考场 教学点 校区',
].join(' ')
const trades = [
  '美术 书法 舞蹈 音乐 钢琴 声乐 英语 外语 奥数 作文 编程 机器人 教育 早教 托育 托管 晚托 午托 幼教 网校 网课 职业技术 技工 考研 公考 留学 移民',
  '家政 月嫂 保姆 保洁 清洁 开锁 搬家 搬运 货运 速运 快运 速递 物流 供应链 冷链 仓储 外卖 跑腿 代驾 打车 出行 网约车 的士 出租车 出租汽车 公交 巴士 客运',
  '旅游 旅行 国旅 票务 航空 单车 共享单车 电动车 充电桩 租车 汽车 汽贸 汽修 轮胎 钣金 二手车 摩托 车业 电器 家电 数码 手机 通讯 通信 电脑 科技 网络 信息',
  '电子 光电 软件 游戏 电竞 直播 传媒 文化 广告 影视 影业 演艺 婚庆 婚恋 婚介 婚纱 摄影 美容 美发 美甲 医美 整形 皮肤管理 纹绣 造型 发艺 理发 足浴 足道 沐足',
  '按摩 推拿 养生 理疗 艾灸 采耳 健康 保健 口腔 齿科 眼科 骨科 中医 妇产 儿科 体检 养老 康养 健身 瑜伽 游泳 篮球 羽毛球 台球 桌球 跆拳道 武术 拳击 剧本杀 密室',
  '清吧 烧烤 烤肉 烤鱼 火锅 串串 麻辣烫 冒菜 酸菜鱼 鸡煲 牛杂 羊肉 猪脚饭 煲仔饭 快餐 团餐 团膳 配餐 餐饮 美食 小吃 小食 早餐 肠粉 炒粉 米粉 螺蛳粉 拉面 饺子 包子',
  '生蚝 海鲜 水产 冻品 生鲜 水果 果蔬 蔬菜 粮油 茶叶 奶茶 茶饮 咖啡 蛋糕 烘焙 西饼 面包 糖水 甜品 凉茶 烧腊 卤味 零食 炒货 酒业 烟酒 食品 饮料 饮用水 桶装水',
  '服饰 服装 制衣 女装 童装 鞋业 皮具 箱包 珠宝 金行 首饰 眼镜 钟表 家具 家私 家居 家纺 床垫 橱柜 门窗 铝材 不锈钢 五金 建材 瓷砖 陶瓷 卫浴 灯饰 油漆 涂料 地板',
  '装饰 装修 装潢 建筑 建设 建工 土石方 路桥 市政 园林 绿化 幕墙 钢构 消防 机电 电梯 管道 防水 空调 制冷 模具 塑胶 塑料 橡胶 化工 印刷 包装 纸品 纸业 印染 洗水 纺织',
  '玩具 礼品 日化 化妆品 母婴 孕婴 宠物 花艺 鲜花 花卉 农资 种子 农业 饲料 再生资源 环保 环卫 劳务 人力 人力资源 外包 保安 安保 保险 人寿 证券 基金 财富 理财 投资 资产',
  '小额贷款 贷款 小贷 金融 典当 担保 支付 钱包 宽带 电信 移动 联通 燃气 热力 供水 水务 电力 广电 咨询 顾问 法律 会计 知识产权 商务 实业 控股 贸易 商贸 百货 药业 医药 生物',
  '置业 房产 房地产 物管 城建 置地 建安 混凝土 石材 木业 铝业 钢铁 电缆 照明 仪器 器材 设备 机械 重工 船舶 港务 码头 渔业 畜牧 粮食 调味品 豆制品 肉类 冷饮',
].join(' ')

/** Whether a word is such a place or body (b), or a trade (t). */
const wordKinds: ReadonlyMap<string, 'b' | 't'> = new Map([
  ...trades.split(' ').map((word) => [word, 't'] as const),
  ...bodies.split(' ').map((word) => [word, 'b'] as const),
])
const longest = Math.max(...[...wordKinds.keys()].map(({ length }) => length))

/** A word of the list in a text. */
export interface TradeWord {
  readonly start: number
  readonly end: number
  readonly kind: 'b' | 't'
}

/** The words of the list in a text, the longest from each place on; none begins within another. */
export function tradeWords(text: string): readonly TradeWord[] {
  const found: TradeWord[] = []
  for (let start = 0; start < text.length;) {
    const word = longestAt(text, start)
    if (word !== undefined) found.push(word)
    start = word?.end ?? start + 1
  }
  return found
}

function longestAt(text: string, start: number): TradeWord | undefined {
  for (let end = Math.min(text.length, start + longest); end >= start + 2; end--) {
    const kind = wordKinds.get(text.slice(start, end))
    if (kind !== undefined) return { start, end, kind }
  }
  return undefined
}

/** All words of the list as the source of a regular expression, longer ones first. */
export const tradeSource = [...wordKinds.keys()].sort((one, other) => other.length - one.length).join('|')
