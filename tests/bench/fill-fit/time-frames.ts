import type { IncidentTime } from '#shared/domain/ticket-fields.ts'

/** A time as it is spoken on Thursday, 11 June 2026, at ten, and what it means. */
export interface SpokenTime {
  readonly words: string
  readonly value: IncidentTime
}

const at = (words: string, value: IncidentTime): readonly SpokenTime[] =>
  words.split('｜').map((each) => ({ words: each, value }))

/** Points in time: something happened then. */
export const points: readonly SpokenTime[] = [
  ...at('昨天下午三点｜昨天下午三点钟｜昨天下午三点左右｜六月十号下午三点', '2026-06-10T15:00'),
  ...at('前天｜前天晚上｜前日｜六月九号', '2026-06-09'),
  ...at('大前天｜大前天晚上｜三天前｜这个星期一｜这周一｜礼拜一', '2026-06-08'),
  ...at('上个礼拜三｜上周三｜上星期三｜上礼拜三下午', '2026-06-03'),
  ...at('上上个礼拜五｜上上周五', '2026-05-29'),
  ...at('今天早上七点半｜今早七点半｜今天早上七点三十｜早上七点半', '2026-06-11T07:30'),
  ...at('昨晚十一点｜昨天晚上十一点多｜昨天夜里十一点｜昨晚十一点左右', '2026-06-10T23:00'),
  ...at('昨晚凌晨两点｜今天凌晨两点｜昨晚两点｜昨天半夜两点', '2026-06-11T02:00'),
  ...at('五月二十号｜上个月二十号｜五月二十｜上月二十号', '2026-05-20'),
  ...at('上个月十五号｜五月十五号｜五月十五', '2026-05-15'),
  ...at('半个小时前｜半个钟头前｜三十分钟前｜半小时前', '2026-06-11T09:30'),
  ...at('一个小时前｜一个钟前｜一小时之前', '2026-06-11T09:00'),
  ...at('四十分钟前｜四十分钟之前', '2026-06-11T09:20'),
  ...at('五一那天｜五月一号｜劳动节那天', '2026-05-01'),
  ...at('清明那天｜清明节当天｜四月五号', '2026-04-05'),
  ...at('六一儿童节那天｜六一那天｜六月一号', '2026-06-01'),
  ...at('年初八｜大年初八', '2026-02-24'),
  ...at('元旦那天｜一月一号', '2026-01-01'),
  ...at('去年十月三号｜去年十月三号下午', '2025-10-03'),
  ...at('前天晚上九点二十｜前晚九点二十', '2026-06-09T21:20'),
  ...at('三月八号上午十点｜今年三月八号上午十点', '2026-03-08T10:00'),
  ...at('昨天中午十二点半｜昨天中午十二点三十', '2026-06-10T12:30'),
]

/** Beginnings of what goes on still. */
export const beginnings: readonly SpokenTime[] = [
  ...at('从上个月十五号开始｜上个月十五号开始｜五月十五号起｜五月十五号到现在', { from: '2026-05-15' }),
  ...at('三天前开始｜从三天前开始｜从这周一开始｜这个星期一开始', { from: '2026-06-08' }),
  ...at('从三月份开始｜三月份开始｜今年三月开始｜三月份到现在', { from: '2026-03' }),
  ...at('上个礼拜一开始｜从上周一开始｜上周一到现在', { from: '2026-06-01' }),
  ...at('从去年十月开始｜去年十月份开始｜去年十月到现在', { from: '2025-10' }),
  ...at('从昨天晚上十点开始｜昨晚十点开始｜昨晚十点到现在', { from: '2026-06-10T22:00' }),
  ...at('从今天早上六点开始｜今早六点开始｜今天早上六点到现在', { from: '2026-06-11T06:00' }),
  ...at('上个月开始｜从上个月开始', { from: '2026-05' }),
  ...at('从过年后正月初八开始｜年初八开始', { from: '2026-02-24' }),
]

/** Ranges that are over. */
export const ranges: readonly SpokenTime[] = [
  ...at('五月一号到五号｜五一号到五月五号', { from: '2026-05-01', to: '2026-05-05' }),
  ...at('昨晚十点到凌晨一点｜昨天晚上十点到今天凌晨一点', {
    from: '2026-06-10T22:00',
    to: '2026-06-11T01:00',
  }),
  ...at('昨天下午两点到五点｜昨天下午两点到下午五点', { from: '2026-06-10T14:00', to: '2026-06-10T17:00' }),
  ...at('二月三月四月三个月｜二月到四月', { from: '2026-02', to: '2026-04' }),
]

const frame = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/)

/** {T} is the time; {O} another one, which is not the incident's. */
export const pointFrames: readonly (readonly string[])[] = [
  frame(`c 我要投诉司机骂人
    s 什么时候的事
    c {T}`),
  frame(`c {T}我在那里吃饭吃出虫子`),
  frame(`c 我投诉他们店{T}多收了我六十`),
  frame(`c 他把我车刮了
    s 请问几点发生的
    c 就{T}吧`),
  frame(`c 我去买菜被狗咬了
    s 哪天
    c {T}
    s {T}是吧
    c 对`),
  frame(`c 保安打人
    s 具体时间
    c {O}不对是{T}`),
  frame(`c 我{O}就投诉过一次了这次是{T}又吵架打人`),
  frame(`c 我在他那办的卡
    s 哪天去的
    c {T}去的门就锁了
    s 好的`),
  frame(`c 外墙掉瓷砖{T}砸到我的车`),
  frame(`c {T}那个司机甩站不停
    s 您几点下班
    c 六点下班`),
  frame(`c 那天{T}我经过看到有人倒垃圾`),
  frame(`c 我妈摔了一跤
    s 什么时候摔的
    c {T}摔的`),
  frame(`c 就是{T}嘛工地掉东西下来`),
  frame(`c 快递弄丢了
    s 什么时间发生的呢
    c 应该是{T}我记得`),
  frame(`c 他们的人上门来吓唬我{T}来的
    s 明白您希望什么时候回复
    c 明天下午三点之前吧`),
  frame(`c 医院态度很差
    s 您是哪天去的
    c 哪天啊我看看单子{T}
    s 好的`),
  frame(`s 您说的是{T}的事吗
    c 是的就是那天他骂我`),
]
export const sinceFrames: readonly (readonly string[])[] = [
  frame(`c {T}楼上就一直漏水`),
  frame(`c 公司{T}就没发工资`),
  frame(`c 工地吵
    s 从什么时候开始的
    c {T}`),
  frame(`c 他们{T}每天晚上放音响
    s 一般放到几点
    c 十一点多`),
  frame(`c 路灯坏了
    s 多久了
    c {T}`),
  frame(`c {T}臭得不行窗都不敢开`),
  frame(`c 电梯{T}就坏了到现在没修
    s 好的`),
  frame(`c 油烟太大了
    s 什么时候开始的
    c {T}吧他开张就这样`),
]
export const rangeFrames: readonly (readonly string[])[] = [
  frame(`c 他们{T}施工吵得睡不着`),
  frame(`c 停水
    s 哪几天
    c {T}`),
  frame(`c 欠工资
    s 哪段时间的
    c {T}`),
  frame(`c 广场舞
    s 什么时候
    c {T}`),
]
/** Calls in which no time of an incident is told. */
export const timelessFrames: readonly (readonly string[])[] = [
  frame(`c 我想问一下居委会几点上班
    s 八点半上班`),
  frame(`c 我{O}就投诉过一次了到现在没人管路灯还是不亮`),
  frame(`c 希望他们晚上十点以后不要施工
    s 好的`),
  frame(`c 建议把公园关门时间改到晚上十点半`),
  frame(`c 房东不退押金我合同签到明年六月
    s 好的`),
  frame(`c 我每天早上七点半出门那个路口都堵`),
]
