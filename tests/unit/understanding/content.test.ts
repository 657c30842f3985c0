import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hear, turnsOf, understanding } from './small-pack.ts'

const contentOf = (...lines: readonly string[]): string => hear(...lines).content?.value ?? ''

test('in order: who, when, where, what, since when, what was done; not the demand, names or numbers', () => {
  const content = contentOf(
    '市民：你好我要投诉楼上漏水把我家天花板泡坏了',
    '坐席：什么时候开始的',
    '市民：从上个星期开始一直漏',
    '坐席：地址在哪里',
    '市民：天河区体育西路十八号',
    '坐席：跟物业反映过吗',
    '市民：跟物业反映过两次没人管',
    '坐席：您的诉求是什么',
    '市民：要求他们把天花板修好',
    '坐席：您贵姓',
    '市民：我姓王电话一三八零零一二三四五六',
  )
  const order = ['来电人反映', '体育西路18号', '天花板泡坏了', '从上个星期开始', '跟物业反映过']
  const places = order.map((words) => content.indexOf(words))
  expect(order.filter((words) => !content.includes(words))).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(content).not.toMatch(/修好|姓王|一三八/)
})

test.each([
  ['我邻居身份证四四零一零六一九八零零一零一二三四五他天天吵', /四四零一/],
  ['那个老板的电话是一三九一二三四五六七八他不退钱', /一三九一二/],
  ['气死我了这个奸商卖假货不退钱', /气死我|奸商/],
  ['他们太过分了简直不像话半夜装修', /太过分|简直/],
  ['粤A一二三四五那个车天天占道停在门口', /粤A/],
])('left out of %s: %s', (words, kept) => {
  const content = contentOf('市民：我要投诉楼下那个人', `市民：${words}`, '市民：店里每天都很吵')
  expect(content).not.toMatch(kept)
})

test('a call without a matter has no content', () => {
  expect(hear('市民：喂你好', '坐席：您好请讲', '市民：谢谢再见').content).toBeUndefined()
})

const word = fc.constantFrom(
  ...[
    '楼上',
    '每天',
    '漏水',
    '装修',
    '很吵',
    '不退钱',
    '从上个月开始',
    '找过物业',
    '一三八',
    '零零一二三',
    '，',
  ],
)
test('whatever is said, the draft is at most 200 characters and every word of it but the opening was said', () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 30 }), { maxLength: 20 }), (lines) => {
      const turns = turnsOf(...lines.map((words) => `市民：${words.join('')}`))
      const content = understanding.understand(turns, {}).content?.value
      if (content === undefined) return
      expect(content.length).toBeLessThanOrEqual(200)
      const said = turns.map(({ text }) => text.replaceAll('，', '')).join('')
      for (const words of content.replace(/^来电人../, '').split(/[：，；。]/)) expect(said).toContain(words)
    }),
    { numRuns: 100 },
  )
})
