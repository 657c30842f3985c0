import { describe, expect, it } from 'vitest'
import { endedCheck } from '../../support/ended-check.ts'
import { sampleNorms } from '../../support/sample-norms.ts'
import { callOf } from '../../support/wording-call.ts'

const norms = sampleNorms()
const ended = endedCheck(norms)

/** `turn:rule` of every flag the sample pack gives once the call has ended, without the formulas of opening and closing. */
function flagged(...lines: readonly string[]): readonly string[] {
  return ended
    .check(callOf(...lines))
    .filter(({ rule }) => rule !== 'opening' && rule !== 'closing')
    .map(({ turn, rule }) => `${turn}:${rule}`)
}

/** The same words as the citizen's; nothing the citizen says is ever flagged. */
function asCitizen(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line.startsWith('S ') ? `C ${line.slice(2)}` : line))
}

interface Cases {
  readonly rule: string
  /** Lines and the turn that is caught. */
  readonly caught: readonly (readonly [number, ...string[]])[]
  readonly clean: readonly (readonly string[])[]
}

const table: readonly Cases[] = [
  {
    rule: 'rhetorical-question',
    caught: [
      [0, 'S 难道我没听见吗'],
      [0, 'S 南道我没听见'],
      [1, 'C 我记不住', 'S 记不住不会拿笔写下来呀'],
      [0, 'S 才过了一天您就来催政府是给您一家开的吗'],
      [0, 'S 您比我还懂政策是吧'],
      [1, 'C 水管爆了', 'S 您光跟我发火有用吗', 'C 那我找谁', 'S 我马上为您转接'],
      [0, 'S 您有没有看过合同', 'C 你这是什么态度'],
    ],
    clean: [
      ['S 您有没有看过合同', 'C 看过了'],
      ['S 请问您说的是东门站旁边新建的那个吗还是南门的', 'C 东门'],
      ['S 请问您有没有看到具体是哪个方向的灯不亮', 'C 东西方向'],
      ['S 他说你凭什么进来后来呢', 'C 后来推了我'],
      ['S 您为什么没有先联系快递公司呢是联系不上吗', 'C 对一直打不通'],
    ],
  },
  {
    rule: 'forbidden-expression',
    caught: [
      [0, 'S 我不知道'],
      [0, 'S 行了行了别啰嗦了'],
      [0, 'S 你爱投诉就投诉去吧'],
      [0, 'S 你问我我问谁'],
      [1, 'C 我要投诉你', 'S 你算哪根葱'],
      [1, 'C 我等一天了', 'S 一边等着去'],
      [1, 'C 我记不清了', 'S 少跟我来这套'],
      [1, 'C 那我投诉你', 'S 烦不烦我都记下来了行了吧'],
    ],
    clean: [
      ['S 不好意思这个比例我暂时不清楚请您稍等我帮您查询一下'],
      ['S 不知道您方便提供一下单位名称吗'],
      ['S 您说他骂你滚远点是吗我帮您记录下来'],
      ['C 他让我滚', 'S 爱找谁找谁是他原话吗'],
      ['C 他态度很差', 'S 关我屁事这四个字是谁说的'],
      ['C 他说有本事告去', 'S 有本事告去也写上了请问几号窗口'],
      ['C 司机说爱坐不坐', 'S 爱坐不坐这句我给您记上'],
      ['S 非常抱歉她说你爱找谁找谁确实不应该我帮您登记'],
      ['S 工作人员对您说“关我什么事”，是吗？'],
      ['S 我没有说不知道您别着急'],
      ['C 保安吼我说滚出去别再来', 'S 记下了 滚出去别再来 是当着大家的面说的吗'],
      ['C 她回我一句爱办不办', 'S 第二句是爱办不办 几号窗口还记得吗'],
      ['C 物业说关他什么事', 'S 物业那边讲的是关我什么事 对吗'],
      ['C 工龄少算了两年', 'S 这个我不清楚 档案归人社 我帮您接过去'],
      ['C 停车几天免费', 'S 这个我不知道 马上问一下文旅的同事'],
      ['C 顶楼有个水箱', 'S 请问水箱归谁管您知道吗', 'C 物业'],
      ['C 楼道全是烟', 'S 请您用湿毛巾捂住口鼻蹲下走'],
    ],
  },
  {
    rule: 'shirking',
    caught: [
      [1, 'C 电梯坏了', 'S 电梯的事不归我们管你找物业去', 'C 不管啊', 'S 那好吧', 'C 唉', 'S 嗯'],
      [1, 'C 树倒了', 'S 这是园林局的事您自己打他们电话吧', 'C 多少', 'S 电话是八八八八六六六六'],
      [0, 'S 这事我们管不了', 'C 那怎么办', 'S 转不了'],
    ],
    clean: [
      ['C 井盖没了', 'S 这个不归我们热线直接处理我帮您转给市政部门'],
      ['C 欠社保', 'S 这个不属于我们负责的范围', 'C 那找谁', 'S 我现在帮您转接人社局请不要挂机'],
      ['C 快递收费', 'S 这个跟我们没有关系', 'C 没人管吗', 'S 您稍等', 'C 嗯', 'S 我给您生成工单了'],
      ['C 楼上装修', 'S 您之前有没有找过物业反映呢'],
      ['S 好的物业说管不了是吧', 'C 对'],
    ],
  },
  {
    rule: 'commanding',
    caught: [
      [0, 'S 快点说重点'],
      [0, 'S 你必须现在就去拿'],
      [0, 'S 赶紧把地址报给我'],
      [0, 'S 我问什么你答什么别的不要讲'],
      [1, 'C 电线掉下来了', 'S 抬头看路牌把路名念给我'],
    ],
    clean: [
      ['C 登上了显示系统错误', 'S 把错误代码念一下可以吗'],
      ['C 电话都印着呢', 'S 请把电话念给我 我报公安停机'],
      ['C 我妈掉水塘里了 捞上来不动了', 'S 把她放平 头偏过去 口鼻里的东西抠干净'],
      ['C 一楼配电间有糊味', 'S 所有人不要靠近配电间！走楼梯下来！'],
      ['C Hello, I lost my passport', 'S Please stay on the line, I am transferring you now'],
      ['S 请您报一下您的户号好吗'],
      ['S 按照规定办理居住证必须本人到场必须携带身份证原件'],
      ['C 我闻到很大的煤气味', 'S 您马上打开窗户不要开灯赶紧离开房间', 'C 好', 'S 您必须先离开现场'],
      ['S 您反映隔壁养鸡您要求赶紧清走必须今天处理对吗'],
      ['S 您先别着急慢慢说'],
      ['C 楼道着火了', 'S 您边走边听我说到楼下再打'],
    ],
  },
  {
    rule: 'vague-answer',
    caught: [
      [1, 'C 补贴什么时候发', 'S 应该快了吧'],
      [1, 'C 办这个证要多少钱', 'S 大概几十块钱吧好像也不一定'],
      [2, 'C 几天能修好', 'S 嗯', 'S 看情况吧'],
      [1, 'C 今天来不来车', 'S 也许来也许不来吧'],
      [3, 'C 我们这条路几时修', 'S 您在哪个街道', 'C 金沙街道', 'S 今年可能修 也可能往后挪'],
      [3, 'C 补办要好多钱', 'S 您什么时候丢的', 'C 上个月', 'S 应该不多吧 反正不贵'],
      [3, 'C 我的批了没有', 'S 您交了多久', 'C 半个月', 'S 可能批了吧 也可能还没有'],
    ],
    clean: [
      ['C 饭菜不干净', 'S 应该快了吧'],
      ['C 路灯不亮了', 'S 您在哪个街道', 'C 金沙街道', 'S 应该快了吧'],
      ['C 我要投诉饭店卫生行吗', 'S 您大概是几点在那里吃饭的'],
      ['C 什么时候给我回复', 'S 我们会尽快转办承办单位在七个工作日内答复您'],
      ['C 什么时候办下来', 'S 这个可能要过几天今天下午五点前我核实清楚给您回电话'],
    ],
  },
  {
    rule: 'over-promise',
    caught: [
      [0, 'S 您放心明天肯定给您修好'],
      [0, 'S 自来水公司今天下午四点前一定能恢复供水'],
      [0, 'S 我保证三天之内钱退到您账上'],
    ],
    clean: [
      ['S 这个我不能保证结果但我保证如实记录并转交相关部门'],
      ['S 我一定帮您反映您着急的情况'],
      ['S 承办单位会在五个工作日内答复您'],
      ['S 您是说街道答应您三天之内一定修好是吗'],
      ['S 您一定要注意安全'],
    ],
  },
  {
    rule: 'informal-address',
    caught: [
      [2, 'S 你贵姓', 'S 你住哪里', 'S 你电话多少', 'S 你稍等'],
      [1, 'S 你贵姓', 'S 我骗你我能拿钱吗你说', 'S 你住哪里'],
      [1, 'S 你住哪里', 'S 麻烦你早点挂失我给你转派出所'],
      [1, 'S 那是你命不好', 'S 我跟你说下一批肯定有你家的'],
      [1, 'S 你收条上写的哪个字', 'S 你签之前不识这个字啊你说'],
      [1, 'S 叫你爸妈来说', 'S 我信你说的学校和班级你愿意告诉我吗'],
      [1, 'S 你自己找供电的', 'S 你跟他们三家说去谁认就是谁的你再打也是这个话'],
    ],
    clean: [
      ['S 你好', 'S 你们小区叫什么', 'S 你贵姓', 'S 你稍等'],
      ['S 你贵姓', 'S 你住哪里', 'S 他说你滚你再打我就揍你是吗'],
      ['S 你南道没看见', 'S 你住哪里'],
    ],
  },
]

describe.each(table)('$rule', ({ rule, caught, clean }) => {
  it.each(caught.map(([turn, ...lines]) => [turn, lines] as const))(
    'catches turn %i of %j',
    (turn, lines) => {
      expect(flagged(...lines)).toContain(`${turn}:${rule}`)
    },
  )

  it.each(clean.map((lines) => [lines] as const))('leaves %j alone', (lines) => {
    expect(flagged(...lines).filter((flag) => flag.endsWith(rule))).toEqual([])
  })

  it('says nothing of the citizen', () => {
    for (const [, ...lines] of caught) expect(flagged(...asCitizen(lines))).toEqual([])
  })
})

it('counts a taboo phrase that is a rhetorical question as both', () => {
  expect(flagged('S 你问我我问谁')).toEqual(
    expect.arrayContaining(['0:forbidden-expression', '0:rhetorical-question']),
  )
})

it('explains a flag with the words, the reason and a rewrite', () => {
  const [flag] = ended.check(callOf('C 你们到底管不管', 'S 行了，行了，别啰嗦了。'))
  expect(flag).toMatchObject({ turn: 1, quote: '别啰嗦', severity: 'serious' })
  expect(flag?.why).not.toBe('')
  expect(flag?.rewrite).toContain('请您')
})
