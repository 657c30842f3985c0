import { expect, test } from 'vitest'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { hearPhone } from '#shared/domain/understanding/phone/phone.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf } from './small-pack.ts'

const number = '13702681941'
const [whole, first, second, third] = ['一三七零二六八一九四一', '一三七', '零二六八', '一九四一']
const questions = [
  '您的联系电话是多少',
  '电话就留来电这个可以吗',
  '怎么联系您',
  '来电号码尾号二二二二能联系到您吗',
  '您贵姓电话多少',
  '方便留个电话吗',
  '电话打这个吗',
]
/** Said of the number in hand: not this one. */
const declined = [
  '',
  '这个是公司的',
  '不是这个',
  '这个不行',
  '别打这个这个是我同事的',
  '这个号我马上不用了',
  '这个是座机',
  '这个手机快没电了',
  '我借别人手机打的',
  '这个是我儿子的',
  '这个打不通的',
  '不要留这个',
  '我换号了',
]
const told = [
  '留我手机',
  '打我自己的',
  '你记一下',
  '留我私人的',
  '我的是',
  '打我老婆的吧',
  '用我爱人的',
  '打我另一个号',
  '记我的手机号',
  '打我家里人的',
]
const ways: readonly ((words: string) => string)[] = [
  (words) => `市：${words}${whole} / 坐：好的已经登记 / 市：谢谢`,
  (words) =>
    `市：${words}${first} / 坐：${first} / 市：${second} / 坐：${second} / 市：${third} / 坐：好的记下了`,
  (words) => `市：${words}${first}${second} / 坐：嗯 / 市：${third} / 坐：${whole}对吧 / 市：对 / 坐：好的`,
  (words) => `市：${words}${first} / 坐：您说 / 市：${second}哎不对是${second}${third} / 坐：好的记下了`,
]
const before =
  '坐：您好 / 市：楼上漏水泡了我家天花板 / 坐：哪里 / 市：三栋 / 坐：多久了 / 市：一星期 / 坐：您希望怎么处理 / 市：叫他们来修'

const answers = declined.flatMap((no) => told.map((tell) => no + tell))

test.for(answers)('a number told as plainly as “%s” is the one to be called', (words) => {
  const at = answers.indexOf(words)
  const wrong = ways.flatMap((way, index) => {
    const call = `${before} / 坐：${questions[(at + index) % questions.length] ?? ''} / ${way(words)}`
    const heard = hearPhone(listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text)))
    return heard !== undefined && 'value' in heard && heard.value === number ? [] : [call]
  })
  expect(wrong).toEqual([])
})
