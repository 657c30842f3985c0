import { createDraw, type Draw } from './names.ts'

/**
 * Plain exchanges about the telephone. The calls written by hand are made to be hard: in many of them a number told in full is not
 * the one to be called. What is learnt from them alone would distrust every number that is told.
 */
export function inventedExchanges(count: number, seed: number): readonly string[] {
  const draw = createDraw(seed)
  return Array.from({ length: count }, (_, at) => JSON.stringify(inventedCall(draw, at)))
}

/** `s ` begins what the seat says, `c ` what the citizen says. */
interface Exchange {
  readonly turns: readonly string[]
  readonly contactPhone?: string
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/)
const matters = list(
  '楼上漏水 路灯坏了 工资没发 楼下太吵 健身房关门不退钱 井盖破了 公交不来 学校乱收费 垃圾没人清 快递丢了 想问社保怎么转 电梯老停 外卖里有虫 树倒了压着车',
)
const beforeAsking = list(
  's好的还有补充吗 c没有了 s您希望怎么处理 c尽快解决 s已经登记 c嗯 s请问您贵姓 c姓王 s先生您好 c你好',
)
const asking = list(
  '请留个联系电话 您的电话呢 怎么跟您联系 联系方式说一下 号码是多少 用来电号码可以吗 就留这个号码吗 电话是不是现在这个 来电号码尾数END方便接听吗 您姓什么号码多少 回访打哪个号码 本机可以联系吗',
)
const declining = list(
  '不要这个 这个号是单位的 别用这个 这是我借来的手机 这个不常用 这个明天就停了 现在打的是座机 这个不是我的 这个信号不好 换一个 不用这个号 我这个只是打出去用的',
)
const own = list(
  '记我手机 我自己的是 用我另一个 我说一下 打我私人的 留我常用那个 我本人的 你写 我念给你 新号是 打我这个',
)
const relatives = list('老公 女儿 儿子 姐姐 爱人 妈妈 同事 妹妹')
const theirs = list('打我WHO的 留我WHO的吧 联系我WHO 找我WHO他清楚 用我WHO那个')
const others = list(
  '老板的电话是 他们店里的电话 物业的电话 那个中介的手机 房东的号码 司机手机号 工头的电话是 客服热线',
)
const asBackup = list('打不通再打我WHO的 备用记我WHO的 万一没接就找我WHO 备一个我WHO的 接不到就打我WHO的电话')
const agreeing = list(
  '可以 就这个 行就打这个 对这个就行 嗯可以的 就用现在这个 是的打这个 没问题 好就这个号 就你看到这个 当然可以',
)
const refusing = list('不留了 电话就不用了 不方便留 算了不留 不想留电话 不用回复我 不需要联系我 别打给我')
const noted = list('好的登记了 好的 记下了 已经记录 明白 好的会有人联系您')
const thanks = list('谢谢 好 嗯 麻烦了 辛苦')
const kinds = [told, told, told, inPieces, inPieces, withOthers, withOthers, withBackup, withBackup, refused]

function inventedCall(draw: Draw, at: number): object {
  const caller = mobile(draw)
  const { turns, contactPhone } = draw.of(kinds)(draw, caller)
  const early = Array.from({ length: draw.below(3) * 2 }, (_, place) => beforeAsking[place] ?? '')
  const all = [
    's您好请讲',
    `c${draw.of(matters)}`,
    's具体在哪里',
    'c中山路那边',
    's多久了',
    'c三天',
    ...early,
    ...turns,
  ]
  return {
    call: `invented-${String(at)}`,
    startedAt: '2026-06-11T10:20:00',
    callerNumber: caller,
    turns: [...all, `s${draw.of(noted)}`, `c${draw.of(thanks)}`].map((words, index) => ({
      speaker: words.startsWith('s') ? 'seat' : 'citizen',
      startMs: index * 3000,
      endMs: index * 3000 + 2500,
      text: words.slice(1).replace('END', readOut(caller.slice(-4))),
    })),
    expected: { contactPhone },
  }
}

const mobile = (draw: Draw): string =>
  `1${draw.of(list('35 36 37 38 39 50 58 59 80 86 89 98'))}${Array.from({ length: 8 }, () => String(draw.below(10))).join('')}`

/** Digits one by one, as numbers are told. */
const readOut = (digits: string): string =>
  Array.from(digits, (digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')

const answer = (draw: Draw): string => {
  const declined = draw.chance(0.6) ? draw.of(declining) : ''
  const whose = draw.chance(0.3) ? draw.of(theirs).replace('WHO', draw.of(relatives)) : draw.of(own)
  return declined + (declined === '' || draw.chance(0.8) ? whose : '')
}

function told(draw: Draw): Exchange {
  const number = mobile(draw)
  const spoken = readOut(number)
  const readBack = draw.chance(0.5) ? [`s${spoken}${draw.of(list('对吗 是吗 好的'))}`, 'c对'] : []
  return { turns: [`s${draw.of(asking)}`, `c${answer(draw)}${spoken}`, ...readBack], contactPhone: number }
}

function inPieces(draw: Draw): Exchange {
  const number = mobile(draw)
  const [first = 0, second = 0] = draw.of([
    [3, 7],
    [4, 8],
    [3, 8],
  ])
  const pieces = [number.slice(0, first), number.slice(first, second), number.slice(second)].map(readOut)
  const turns = pieces.flatMap((piece, at) => [
    `c${at === 0 ? answer(draw) : ''}${piece}`,
    ...(at < 2 ? [`s${draw.chance(0.6) ? piece : '嗯'}`] : []),
  ])
  return { turns: [`s${draw.of(asking)}`, ...turns], contactPhone: number }
}

function withOthers(draw: Draw, caller: string): Exchange {
  const number = readOut(mobile(draw))
  const turns = ['s对方的电话您有吗', `c有${draw.of(others)}${number}`, `s${draw.of(asking)}`]
  return { turns: [...turns, `c${draw.of(agreeing)}`], contactPhone: caller }
}

function withBackup(draw: Draw, caller: string): Exchange {
  const backup = draw.of(asBackup).replace('WHO', draw.of(relatives)) + readOut(mobile(draw))
  return { turns: [`s${draw.of(asking)}`, `c${draw.of(agreeing)}${backup}`], contactPhone: caller }
}

function refused(draw: Draw): Exchange {
  const other = draw.chance(0.5) ? ['s对方的电话您有吗', `c有${draw.of(others)}${readOut(mobile(draw))}`] : []
  return { turns: [...other, `s${draw.of(asking)}`, `c${draw.of(refusing)}`] }
}
