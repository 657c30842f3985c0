import { expect, test } from 'vitest'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { signsOfAnonymity } from '#shared/domain/understanding/person/anonymity-signs.ts'
import { hearAnonymous } from '#shared/domain/understanding/person/anonymity.ts'
import { leftUnnamed } from '#shared/domain/understanding/person/left-unnamed.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf, valueOf } from './small-pack.ts'

/** Whether a call is left without a name, and the turns: 市 the caller, 坐 the seat. */
const calls: readonly (readonly [boolean, string])[] = [
  [
    true,
    '坐：您好 / 市：有个厂半夜烧塑料 / 坐：什么位置 / 市：东圃那边 / 坐：几点烧的 / 市：凌晨两点多 / 坐：您贵姓 / 市：这个就别写了我就住旁边 / 坐：那按匿名登记电话呢 / 市：也不留 / 坐：好的已登记',
  ],
  [
    true,
    '坐：您好 / 市：我举报一个黑网吧放学生进去 / 坐：在哪里 / 市：中学后门 / 坐：什么时候看到的 / 市：昨天下午 / 坐：您是不愿意留姓名是吗 / 市：是啊省得麻烦 / 坐：好的那就不登记姓名了 / 市：谢谢 / 坐：再见',
  ],
  [
    false,
    '坐：您好 / 市：路灯不亮 / 坐：哪条路 / 市：体育西路 / 坐：从哪天开始 / 市：前天 / 坐：您贵姓 / 市：姓蒋名字就不用写了吧 / 坐：蒋先生电话是来电吗 / 市：是 / 坐：好的',
  ],
  [
    false,
    '坐：您好 / 市：有人落水快点来 / 坐：在哪里 / 市：大桥下面 / 坐：马上派人您怎么称呼 / 市：先救人名字等下再讲 / 坐：救援已出发您的电话 / 市：就这个 / 坐：请保持畅通 / 市：好',
  ],
]

test.for(calls)('anonymous %s: %s', ([wanted, call]) => {
  expect(valueOf('anonymous', ...linesOf(call)) === true).toBe(wanted)
})

const heardIn = (call: string) => listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text))
const judged = (call: string, prior: number) => {
  const hearing = heardIn(call)
  const ruled = hearAnonymous(hearing)
  const weights = readSignWeights({ prior, signs: [], words: [] })
  return { ruled, heard: leftUnnamed(ruled, hearing, undefined, weights) }
}
const refused =
  '坐：您好 / 市：我要匿名反映一件事 / 坐：请讲 / 市：食堂的肉是臭的 / 坐：哪个食堂 / 市：一中的 / 坐：什么时候 / 市：今天中午 / 坐：好的'
const silent = refused.replace('匿名反映', '反映').replace('请讲', '您贵姓')

test('what the rules heard stays unless the signs speak strongly against it', () => {
  expect(judged(refused, -600).heard?.value).toBe(true)
  expect(judged(refused, -1200).heard).toBeUndefined()
})

test('signs alone must be strong, and what they tell is cited where names were spoken of', () => {
  expect(judged(silent, 100).heard).toBeUndefined()
  const { heard } = judged(silent, 400)
  expect(heard?.value).toBe(true)
  expect(heard?.evidence[0]?.quote).toContain('贵姓')
})

test('in the first turns of a call the rules are left alone', () => {
  const { ruled, heard } = judged(refused.split(' / ').slice(0, 2).join(' / '), -1200)
  expect(heard).toBe(ruled)
})

/** Signs of a dialogue; those that it must not have begin with !. */
const signs: readonly (readonly [string, string])[] = [
  ['坐：您贵姓 / 市：不说了吧', 'n2不说'],
  ['坐：您贵姓 / 市：不说了吧', 'a:name:no'],
  ['坐：那匿名登记可以吗 / 市：可以', 'sanonymous?>yes'],
  ['坐：那匿名登记可以吗 / 市：不用', 'sanonymous?>no'],
  ['市：名字不要写', 'cno~name'],
  ['市：名字写我的', '!cno~name'],
]

test.for(signs)('%s shows %s', ([call, sign]) => {
  const shown = signsOfAnonymity(heardIn(call), undefined)
  expect(shown.has(sign.replace('!', ''))).toBe(!sign.startsWith('!'))
})
