import type { PartyKind } from './names.ts'

/** A piece of a call in which a party is named, or in which nobody is. */
export interface PartyFrame {
  /** Turns, each beginning with c (citizen) or s (seat). */
  readonly turns: readonly string[]
  /** `bare` names say nothing of the trade; `none` is a call that blames nobody by name. */
  readonly takes: 'bare' | 'none' | 'any'
  /** The kinds of party it fits; all where it says none. */
  readonly kinds: readonly PartyKind[]
}

const linesOf = (text: string): readonly (readonly [string, readonly string[]])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', rest = ''] = line.split(' | ')
      return [head, rest.split(' / ')]
    })

/** What a party of a kind is said to have done; each goes on after its name. */
export const grievances: ReadonlyMap<string, readonly string[]> = new Map(
  linesOf(`
eatery | 油烟直接排到我家窗户 / 吃完拉了两天肚子 / 半夜还在划拳吵得要死 / 多算了我一百二十块钱 / 菜里面有只蟑螂 / 占了人行道摆桌子 / 卖的酒是假的 / 团购券不给用
club | 突然关门了卡里还有两千块 / 办卡的时候说随时能退现在不认账 / 把我脸做烂了 / 教练走了课都上不了 / 放音乐放到凌晨两点 / 强制消费不充值不让走
shop | 卖的东西过期半年了 / 买的冰箱用了三天就坏了不给换 / 秤不准缺斤少两 / 定金不退 / 没有明码标价 / 发票不肯开
estate | 电梯坏了半个月没人修 / 乱收停车费 / 垃圾堆了一个礼拜不清 / 保安态度特别差 / 把消防通道锁了 / 擅自涨物业费
employer | 拖欠我们三个月工资 / 不给交社保 / 辞退我一分钱不赔 / 加班不给加班费 / 押着工资不发 / 工伤了不管
site | 半夜还在打桩 / 灰尘大得窗都不敢开 / 泥头车把路都压烂了 / 凌晨三点倒水泥 / 没有围挡 / 晚上灯照得人睡不着
school | 多收了资料费 / 老师打我小孩 / 退学费拖了两个月 / 食堂的饭是馊的 / 强制订校服 / 周末还要补课收费
platform | 退款一直不到账 / 自动扣了我会员费 / 客服电话打不通 / 下单了不发货 / 司机绕路多收钱 / 卖假货不处理
clinic | 乱收费 / 把我牙补坏了 / 打针打错了药 / 没有资质还动手术 / 押金不退 / 老人摔倒没人管
agency | 押金不退 / 收了中介费房子是假的 / 把我家地板搬坏了不赔 / 装修一半跑了 / 定金三千不退 / 合同跟说的不一样
works | 废水直接排到河里 / 味道臭得头晕 / 机器声音吵得睡不着 / 晚上偷偷开工 / 没有证照 / 粉尘飘得到处都是
person | 押金不退 / 欠我八千块不还 / 收了钱不办事 / 把我电停了 / 卖假药给老人 / 天天堵在我门口 / 跑了找不到人
service | 多收了我二十块 / 乱扣费 / 东西弄丢了不赔 / 态度恶劣还骂人 / 司机一路打电话 / 到处都是油污没人清
`),
)

/**
 * Ways in which callers come to name whom they complain of: {N} the party as the caller says it, {S} as the seat does, {H} its own part alone, {O} a platform, {K} its
 * plain kind, {A} where, {L} a landmark, {G} what it did. Before each the kinds that it fits.
 */
export const partyFrames: readonly PartyFrame[] = linesOf(`
any | c 你好我投诉{N}{G} / s 请问在哪里 / c {A}
any | c 我想投诉一下就是那个{N}啊他{G} / s {S}对吧在什么位置 / c 对{A}
any | c 喂我要反映个事{A}有个{N}{G} / s 好的您的诉求是
any | c 我跟你们讲啊{A}那家{N}真的太过分了{G} / s 您别急慢慢说
any | c 你好{N}你们管不管的{G} / s 请问是哪里的{S} / c {A}的
any | c 我昨天去{N}消费结果{G} / s 请问商家地址 / c 就在{A}{L}旁边
any | c 我楼下那个{K}{G} / s {K}叫什么名字 / c 叫{N} / s 地址呢 / c {A}
any | c 投诉一个{K}{G} / s 请问是哪一家 / c {N} / s {S}在哪个区 / c {A}
any | c {A}有个{K}{G} / s 店名知道吗 / c 好像是叫什么{N}吧 / s {S}是吗 / c 对对对
any | c 我家旁边一个{K}{G}我都打了好几次了 / s 名称您清楚吗 / c 等一下我看看那个招牌啊招牌上写的{N} / s 好的{S}
any | c {G}就是那个{K} / s 您说的是哪家{K} / c 就{L}对面那家{N}啊 / s {S}已记录
employer,eatery,club,school,clinic | c 你好我在{N}上班他们{G} / s 公司地址在哪里 / c {A}
employer | c 我们是{N}的员工公司{G} / s 一共有多少人 / c 十几个吧 / s 公司在哪里 / c {A}
employer | c 老板{G}我们找他他躲起来 / s 公司全称叫什么 / c {N} / s {S}是吧 / c 是的
employer | c 我儿子在{N}做事做了半年{G} / s 单位是{S}对吗 / c 对 / s 在哪里 / c {A}
estate | c 我要投诉我们小区物业{G} / s 哪个小区 / c {A} / s 物业公司叫什么名字 / c {N} / s 好的{S}
estate | c 我是{A}的业主{N}{G} / s 请问跟物业沟通过吗 / c 说了没用
estate | c 我们这边是{N}管的你知道吗{G} / s {S}是吧小区地址 / c {A}
any | c 我找过{N}他们说不归他们管可是合同写得清清楚楚{G} / s 您是要投诉{S}吗 / c 对就是投诉他们
site | c 那个{N}晚上吵死了{G} / s 工地在什么路 / c {A} / s 好的{S}几点钟施工 / c 差不多十二点
site | c 我家对面那个工地{G} / s 工地叫什么 / c 围挡上写着{N} / s 好的
school | c 我小孩在{N}读书{G} / s 学校地址 / c {A} / s 您的诉求 / c 要个说法
school | c 我给孩子报了{N}的课交了八千多{G} / s {S}哪个校区 / c 就{A}那里
platform | c 在网上买东西那个{N}{G} / s 是{S}这个平台吗 / c 是啊 / s 订单金额多少 / c 三百多
platform | c 我手机上下了个软件叫{N}{G} / s 您是要投诉这个平台对吗 / c 对投诉它
agency | c 我在{N}租的房子{G} / s 请问地址 / c {A} / s 您找过他们吗 / c 找了不理我
agency | c 通过{N}租的房现在{G} / s {S}哪个门店 / c {A}
agency | c 请了{N}来搬东西{G} / s 什么时候的事 / c 上礼拜六 / s 公司就是{S}对吧 / c 嗯
clinic | c 我妈住在{N}{G} / s 请问养老院地址 / c {A}
clinic | c 上个月带我老婆去{N}看病{G} / s 您是要投诉{S}吗 / c 是的没错
any | c 不是我说{N}他们那个服务态度{G} / s 请问具体在哪 / c {A}
any | c 我想举报{A}的{N}{G} / s 您有证据吗 / c 有照片
any | c 举报{N}{G} / s 请问地址 / c {A}
any | c 麻烦你们查一下{N}{G} / s 位置在哪 / c {A}
any | c 能不能让{N}别再这样了{G} / s 在什么地方 / c {A}{L}隔壁
any | c 你们上次说让{N}处理到现在都没动静{G} / s 请问地址 / c {A}
any | c 我被{N}骗了{G} / s 您慢慢讲 / c 当时说得好好的
any | c 事情是这样的我路过{L}的时候看到有家店搞活动就进去了后来{G} / s 商家名字是 / c {N} / s {S}记下了
any | c {N}的老板说话很难听{G} / s 您是想投诉他吗 / c 是啊
any | c 我是来投诉的{G} / s 请问投诉对象 / c 投诉对象就是{N} / s 地址 / c {A}
any | c 我跟{N}签的合同现在{G} / s 合同金额多少 / c 一万二
any | c {N}欠我钱不还{G} / s 在哪里 / c {A}
any | c 你好我说一下{A}新开的那家{N}{G} / s 好的
any | c 隔壁{N}天天这样{G} / s 请问您住哪里 / c 我住{A}楼上
any | c 我已经投诉过一次了就是{N}那个事{G} / s 请提供一下地址 / c {A}
any | c 就{N}{G}我想问问你们管不管 / s 可以帮您登记地址是 / c {A}
any | c 上周在{L}那边{N}{G} / s 好的{S}具体门牌 / c {A}
any | c 我想投诉呃叫什么来着{N}对{N}{G} / s 地址 / c {A}
any | c 投诉的话是{N}不是{L}啊{L}没问题{G} / s 明白投诉{S}
any | c 我在{L}对面的{N}买了东西{G} / s 好的 / c 他们说不能退
any | s 请问您要反映的单位名称是 / c {N} / s 什么情况 / c {G}
bare | c 一家叫{N}的{K}{G} / s 位置 / c {A}
bare | c 我在{A}的{N}{K}{G} / s {S}是{K}的名字对吧 / c 对
bare | c 有个{K}{G} / s 叫什么 / c {N} / s {S} / c 嗯
bare | c {A}那里有家{K}{G} / s 店的名字您知道吗 / c 知道啊{N}嘛 / s 好的{S}
bare | c 我投诉{N}{G} / s {S}是做什么的 / c 就一个{K} / s 地址呢 / c {A}
bare | c 他那个牌子写的{N}{G} / s 是{S}吗 / c 是
bare | c 我家楼下{K}{G} / s 请问{K}名称 / c 名字啊我想想{N}应该是 / s 您确定是{S}吗 / c 确定
any | c 我朋友介绍去的{N}{G} / s 请问是哪家 / c 就是{N}呀{A}的
any | c {G} / s 您要投诉谁 / c {N}呗 / s 地址在哪里 / c {A}
any | c 我要表扬一下{N}的小李服务特别好 / s 好的{S}在哪里 / c {A}
any | c 我想感谢{N}昨天我老妈晕倒他们帮忙叫的救护车 / s {S}地址您知道吗 / c {A}
none | c 路灯不亮了{A}{L}门口那段 / s 多久了 / c 三四天了
none | c {L}后面那条路有个井盖没了很危险 / s 具体位置 / c {A}
none | c 楼上邻居天天半夜跳绳我受不了了 / s 跟物业反映过吗 / c 找过物业没用 / s 您住哪里 / c {A}
none | c 有人在{L}旁边烧垃圾烟很大 / s 知道是谁吗 / c 不知道 / s 地址 / c {A}
none | c 我楼下那个{K}{G} / s 店名知道吗 / c 没留意招牌 / s 地址呢 / c {A}
none | c 我们小区停水了什么时候来 / s 哪个小区 / c {A}就在{L}旁边
none | c 我在{L}上班每天坐公交那趟车老是不来 / s 几路车 / c 二三六路
none | c 房东不退我押金 / s 房东姓什么 / c 姓王 / s 地址 / c {A}{L}对面
none | c 有辆车堵在{L}门口半天了 / s 车牌多少 / c 粤A三二五幺七 / s 好的
any | c 我来电是关于{N}的他们{G} / s 麻烦讲下地址 / c {A}
any | c 嗯是这样我在{A}这里有一家{N}对吧他{G} / s 好的
any | c {N}{G}已经好几个月了 / s {S}具体在哪里 / c {A}
any | c {A}{N}{G} / s {A}{S}是吧 / c 对
any | c 你们去{A}看看{N}{G} / s 好的会转给相关部门
club,eatery,shop | c 我办了张{N}的卡{G} / s 卡里余额多少 / c 一千多
any | c 是{N}搞的{G} / s 确定是{S}吗 / c 确定他们车上写着
any | c 那家店{G} / s 不好意思哪家店 / c {N}呀就{L}斜对面
any | c 你记一下{N}三个字{G} / s 好的{S}
works,site,eatery | c 我们村口那个{N}{G} / s 什么村 / c {A}
service,platform | c 送快递的那个{N}{G} / s {S}哪个网点 / c {A}
any | c 我投诉{N}不是投诉{L}哦{G} / s 明白
agency | c 中介是{N}业务员姓陈{G} / s 门店在哪里 / c {A}
employer,site | c 承包的是{N}包工头跑了{G} / s 工地在哪里 / c {A}
employer,estate,service | c 我爸在{N}当保安{G} / s 公司名称再确认一下是{S}对吗 / c 对对
school,club | c 我女儿在{N}学跳舞{G} / s 机构名称是{S} / c 是
any | c {L}后门出来左手边有个{K}{G} / s 有没有店名 / c 有叫{N} / s 好的
any | c 请帮我投诉{N}谢谢{G} / s 请问地点 / c {A}
any | c 反映个问题{N}那边{G} / s 您说的{S}是在 / c {A}
any | c 昨晚{N}又{G} / s 又是{S}啊之前有登记过是吧 / c 对上个月也打过
employer,agency,service,platform | c {G}你说气不气人 / s 请问是什么公司 / c 公司叫{N} / s {S}
employer,agency,service,platform | c 我上网查了他们公司是{N}{G} / s 好的注册地址有吗 / c 没有就知道在{A}
any | c 收据上盖的章是{N}{G} / s 金额多少 / c 三千二
any | c 他们自称{N}的人{G} / s 有没有合同 / c 没有
any | c 不好意思刚才说错了不是{L}是{N}{G} / s 好那就是{S}
any | c 我要表扬{N}的保安大哥捡到我钱包还我 / s {S}是吧 / c 对
clinic | c 给{N}的护士点个赞对我妈很耐心 / s 好的
school,clinic | c 建议{N}门口装个雨棚 / s {S}在什么路 / c {A}
any | s 请问您投诉的是{S}吗 / c 对就是这家{G}
any | s 您说的这个{K}是叫{S}对吧 / c 是的
none | c 我在{L}等车等了一个小时 / s 几路车 / c 五幺二路
none | c 我在{L}附近住{A}这边老是停电 / s 多久停一次 / c 一个礼拜两三回
none | c {A}有人占道卖水果推车的 / s 是店铺还是流动摊贩 / c 流动的没有名字
none | c 麻烦查一下{L}的电话 / s 好的请记录
none | c 我想问一下去{L}办证要带什么 / s 请带身份证
none | c 我送孩子去{L}的路上路面有个大坑 / s 具体位置 / c {A}
none | c 就是{A}{L}那个红绿灯不亮 / s 多久了 / c 一早就这样
none | c 有个老人倒在{L}门口你们快叫人来 / s 是在{L}门口对吗 / c 对快点
none | c 我已经去过{L}报案了他们让我打这里 / s 您被骗了多少钱 / c 三千
employer | c 我来反映拖欠工资的 / s 是哪家单位 / c 活是在{L}那个工地干的但是钱是{N}欠的 / s {S}欠几个人
eatery | c 我们公司的人吃了盒饭在吐 / s 盒饭是谁家的 / c {N} / s {S}在哪里 / c 不知道
any | c 喂我是住在{L}的 / s 请说 / c 隔壁有个{K}{G} / s {K}叫什么 / c 我去看看门口牌子啊{N} / s {S}好的
any | c 我在{L}买东西出来旁边那家{N}{G} / s 好的{S}
any | c 我朋友圈看到说{N}{G} / s {S}在哪里 / c {A}
estate | c 物业叫那个我忘记了我女儿知道她说叫{N} / s {S}您的诉求是 / c 换个新电梯
estate,service | c 以前是{L}后来换了个叫{N} / s {S}是吗他们有什么问题 / c {G}
agency | c 我房东不退押金 / s 有没有公司 / c 有公司公司叫{N} / s {S}押金多少 / c 三千
estate | s 物业名称 / c 就是{N}服务中心的牌子挂的 / s 到底是哪个名字 / c 合同上写的{N} / s 好的
estate | c 我是{A}业主啊我们这个物业简直了 / s 物业公司叫什么 / c {N} / s {S}是吗他们有什么问题 / c {G}
agency,clinic,school | c 我问一下哪里可以查房产 / s 您可以到不动产登记中心 / c 好的我还有一个事我要反映那个{N} / s {S}什么事 / c {G}
club,eatery,shop,school | c 我是从很久以前就在这家办了会员的 / s 哪一家 / c 就是{N} / s {S}在哪里 / c {A}
eatery,club,agency | c 五一那几天我们一家去那个{N}玩{G} / s {S}在哪里 / c {A}
any | c 我在这里住{L}这边{N}是{L}的邻居{G} / s 请讲具体点 / c {N}{G}
none | c 我家楼下便利店门口水管爆了在{L}门口 / s 请问有人受伤吗 / c 没有
none | c {L}门口有棵树断了架在电线上 / s 好马上通知 / c {A}
none | c 我在{L}门口被电动车撞了那人跑了 / s 您受伤严重吗 / c 擦破点皮
any | c 上个礼拜在{N}{G} / s {A}的{S}是吧 / c 对
any | c {N}{G} / s {A}{S} / c 嗯
eatery,shop,club | c 我们几个同学去{N}玩就{L}那家 / s {A}的{S}对吗 / c 对他{G}
agency,shop,employer | c 定金{N}那边不退 / s {S}哪家店 / c {A}那家{G}
platform,shop | c 一个主播卖假货 / s 什么平台的主播 / c 在{L}上面但是我不投诉平台我举报那个卖家叫做{N} / s {S}{G}
eatery,employer | c 我们厂里的食堂吃坏了好多人 / s 哪个厂 / c {A}{L} / s {L}对吗 / c 对 / s 食堂是哪家承包的 / c {N} / s 好的{S}
eatery,employer,service | c 承包的叫{N}{G} / s 是{S}吗 / c 是的 / s 厂是哪个厂 / c {L}{A}厂没有问题是承包的问题
site,employer | c 我们工地{G} / s 您在哪个工地 / c {L}那个 / s 老板叫什么 / c 班组长跟{N}的合同盖的章是{N}我要反映的是{N} / s 好的{S}
site,works | c 路挖开三个月没修完 / s 施工单位是 / c 牌子写{N} / s 您门牌号 / c {A}
site | c 公寓楼下的小工地半夜卸钢筋 / s 什么公寓 / c {L}{A} / s 施工单位知道吗 / c 牌子上是{N}的 / s {S}{A}
eatery,clinic,employer | c 订的快餐吃完好几个人吐 / s 餐是哪家的 / c 叫{N}没有门店的 / s 你们公司地址 / c {A}
service,works | c {A}那个{N}{G} / s 您投诉谁 / c 投诉{N}啊物业说不归他管
shop,eatery,works | c 我刚才在{L}买东西{G} / s 哪家档口 / c 二楼十七档叫{N} / s {L}二楼的{S} / c 对
club,school | c 我们一起报了一个班{N}{A}校区{G} / s 是{A}吗 / c 是
shop,service,agency | c {A}那个{K}{G} / s 是{L}吗 / c 不是{L}旁边还有一个 / s 那叫什么 / c 叫做{N} / s {S}好什么问题
eatery,shop | c 我想说那个{N} / s {L}吗 / c 不是我说的是{N} / s 不好意思{S}在哪里 / c {A}
none | c 喂我开海鲜档的停水了 / s 在哪里 / c {A}那个{L}隔壁 / s 停多久了 / c 一个钟头
none | c 我们{L}接了个投诉说我们放音响可是楼上有人往下扔酒瓶 / s 具体在哪里 / c {A}我{L} / s 知道是谁扔的吗 / c 不知道
none | c 我东西落在车上了 / s 在哪里下的车 / c {L}门口 / s 您贵姓
none | c 我这边是工地宿舍煤气管挖断了 / s 在哪里 / c {A}{L}后面的生活区 / s {L}的生活区对吗 / c 对是我们自己挖的
none | c 我们菜市场里有人卖野味 / s 哪个市场 / c {L}{A} / s 哪一档 / c 没招牌的那个档主
none | c 村口有个作坊没牌没证 / s 叫什么名字 / c 没有招牌的老板叫阿强江西人 / s 地址 / c {A}
none | c 我在{L}当保安想问下年假怎么算 / s 您工作几年了 / c 三年
none | c 能不能在{L}那边加几班车 / s 具体地点 / c {A} / s 您是建议对吧 / c 对不是投诉谁
any | c 我要举报一个{K}{G} / s 请问在哪里 / c {A}里面叫{N} / s {A}是吧具体门牌有吗 / c 没有门牌
any | c {A}进去叫{N} / s 那里怎么了 / c {G}
any | c 我反映一下那个{K}{G} / s 您说的是哪个{K} / c 叫{N} / s 具体位置 / c {A}
any | c 我反映那边的{K} / s 是哪一家 / c {N} / s 具体在哪 / c {A} / s 什么问题 / c {G}
any | c 路上都是他们弄的 / s 是谁弄的 / c 说是{G}的叫{N} / s 什么时候的事
any | c 我在{H}{G} / s {S}是吗 / c 对{A}的
any | c {H}{G} / s {S}在{A}那个吗 / c 对的
any | c 我投诉{H}他{G} / s 好的{S}什么时候的事 / c 上个礼拜
any | c 投诉{K} / s 哪一家 / c {H} / s {S}什么问题 / c {G}
any | c {K}叫{H}{G} / s {S}金额多少 / c 一千多 / s 好的向{S}投诉 / c 对
platform,shop,agency | c 网上那个{K}叫{H} / s {S}什么问题 / c {G}
school,clinic,employer | c 我表扬一下那个{N}的老师 / s {S}的哪位老师 / c 姓潘的 / s 他做了什么 / c 特别负责
eatery,shop | c 我在{O}点的东西里面有虫 / s {O}是吗哪家店的 / c 平台我知道是{O}店名叫{N} / s 您是投诉商家还是投诉平台 / c 投诉那个商家平台客服挺好
eatery,shop,agency | c 我在{O}上面订的{G} / s 是哪家 / c {N} / s 您投诉{O}还是投诉商家 / c 商家啊 / s 好的{S}
platform | c 我在{N}买的东西卖家不理我 / s 投诉卖家还是平台 / c 平台阿卖家找不到人了 / s 好的{S}
estate,agency | c 我们小区{L}的房产证办不下来 / s 请问是哪个楼盘 / c {L} / s {L}在哪个镇街 / c {A} / s 是开发商办还是不动产中心 / c 开发商叫{N}我投诉这个开发商
estate,site | c 我住{L}楼下{G} / s 请问是哪个小区 / c {L} / s {L}几栋 / c 五栋 / s 物业公司叫什么 / c {N} / s 好的{S}
site,works | c 对面那个工地{G} / s 请问哪个工地 / c 叫{N}中建九局的 / s 在哪条路 / c {A}
site,works,service | c 外面的路挖开没人管 / s 请问在哪里 / c {A}{L}对面 / s 是什么工程挖的 / c 说是埋水管的叫{N} / s 什么时候挖开的
none | c 有人往{A}{L}后面那块空地倒垃圾 / s {L}后面是吧 / c 对天天夜里有车
none | c 我举报一个麻将馆赌博 / s 请问地址 / c {A}{L}楼上 / s 楼上几楼 / c 二楼 / s 您贵姓 / c 不要让楼下{L}的老板知道是我说的
none | c 楼上半夜敲东西 / s 要怎么处理 / c 叫{L}或者派出所的人去跟他讲一声
none | c 我房产证怎么还没办下来 / s 请问是哪个楼盘 / c {L} / s {L}在哪个镇街 / c {A}
none | c 我住在{L}楼上漏水到我家 / s 请问哪个小区 / c 就{L}啊{A}
none | c 我们{L}这边晚上路灯全黑 / s {L}在哪条路 / c {A}
none | c {A}{L}旁边有人摆摊 / s 有没有店名 / c 流动的没有
none | c 邻居养了公鸡天天叫 / s 您找过物业吗 / c 老房子哪有物业只有居委 / s 电话留来电这个吗 / c 对
none | c 我买了{L}的房子旁边要建垃圾站 / s {L}是吗在哪里 / c {A}
person | c 我那个{K}{G} / s {K}叫什么名字 / c 叫{N} / s 好的{S} / c {A}
person | c 我要投诉{K}{G} / s 您知道他的姓名吗 / c 名字要看合同啊{N} / s 地址呢 / c {A}
person | c 我举报一个人{G} / s 知道他是谁吗 / c 只知道叫{N} / s {S}对吗 / c 对
person | c {K}叫{N}他{G} / s 在什么地方 / c {A}
person | c 我要投诉{N}他是我们这的{K}{G} / s {S}是吗 / c 是
person | c 我想表扬一个人胸牌上写着{N} / s {S}做了什么 / c 帮我推轮椅
none | c 我孩子在{L}读书门口那条路没有斑马线 / s {L}门口是吧 / c 对{A}
`).map(([head, turns]) => {
  const takes = head === 'bare' || head === 'none' ? head : 'any'
  return { turns, takes, kinds: takes === head ? [] : (head.split(',') as PartyKind[]) }
})

/** Places that callers tell the way by. */
export const landmarks: readonly string[] = [
  ...['第三人民医院', '育才小学', '东风广场', '地铁站', '农业银行', '中心公园', '肯德基', '邮局', '派出所'],
  ...['市二中', '百佳超市', '建设银行', '万达广场', '家乐福', '文化宫', '实验幼儿园'],
]
