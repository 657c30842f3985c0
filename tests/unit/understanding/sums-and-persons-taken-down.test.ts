import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const heard = (story: string) => {
  const lines = story.split(' / ').map((line) => line.replace(/^市：/, '市民：').replace(/^坐：/, '坐席：'))
  return understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt: '2026-11-24T10:20:00' })
}

test.each<readonly [string, number | undefined]>([
  // What is told so that it be no reason, of another matter, or given up.
  ['市：水是黄的我上个月才换了两千块的水管', undefined],
  ['市：邻居说上次罚了五千他们照样半夜开工', undefined],
  ['市：我弟弟在那个棋牌室输了三万', undefined],
  ['市：他把我撞了医药费六百多我都不在乎我要他道歉', undefined],
  ['市：校车老是迟到一学期交了四千二 / 坐：您要求退费吗 / 市：退费我没这么说准时就行', undefined],
  ['市：退票就算了五块钱我要一个解释', undefined],
  // Numbers that are no sum.
  ['市：楼上吵得我血压一百八', undefined],
  ['市：我姓白一百两百那个百字旁边不对是白色的白', undefined],
  ['坐：电话说一下 / 市：一三八零零一三八二五七千万不要让他知道', undefined],
  ['市：三元里那个市场门口积水', undefined],
  // The one that is at issue.
  ['市：他说要扣两千块手续费只退六千 / 坐：您同意吗 / 市：不同意全额退八千', 8000],
  ['市：我一个月六千 / 坐：两个月多少 / 市：本来一万二老板中间给了三千生活费 / 坐：那还差 / 市：九千', 9000],
  ['市：每人剩下的餐费八百五个人四千 / 坐：您希望退剩余的四千元 / 市：对', 4000],
  [
    '坐：您一共付了多少 / 市：就两百九十九嘛 / 坐：您希望退多少 / 市：我用过了退我两百就行 / 坐：退两百元 / 市：对两百',
    200,
  ],
  ['坐：两件一共四千六 / 市：对不过后来优惠了一共就是四千一 / 坐：好的四千一百元', 4100],
  ['坐：欠了多少 / 市：大概是七千三吧七千三', 7300],
  ['市：说好一百上了车变成四百我给了他两百五才下来 / 坐：实际付了两百五十元您的诉求是 / 市：查他', 250],
])('%s', (call, amount) => {
  expect(heard(call).amountYuan?.value).toBe(amount)
})

test.each<readonly [string, number | undefined]>([
  // The seat opens with the number that it was just told.
  ['市：原来有二十二个后来走了三个 / 坐：好的十九人反映什么问题 / 市：欠工资', 19],
  ['市：我同事倒下了有两个了 / 坐：两个人晕倒请马上打一二零厂在哪里 / 市：在太和', 2],
  ['市：我们一排八个有一个不来了七个都这样收 / 坐：好的涉及七位菜农您贵姓 / 市：姓农', 7],
  ['坐：几个孩子不舒服 / 市：大班七个小班六个一共是三个 / 坐：十三个孩子几点开始的 / 市：九点第一个吐的', 13],
  // Another number after it.
  ['坐：您队里多少人 / 市：十六个加上新来的两个十八个 / 坐：好的十八个人已经登记', 18],
  // A sum, and then the persons.
  ['市：一个月三千二两个月六千四十五个人就是九万六都没发', 15],
  // Those who act, stand by or are no persons at all.
  ['市：我老公去讲被三个大妈骂了一顿', undefined],
  ['市：我三月十号到二十五号人在云南', undefined],
  ['坐：实名还是匿名 / 市：十名啊我不怕', undefined],
  ['市：急诊人三人海排了四个小时', undefined],
  ['市：要表扬城管每天早上有两个队员站在路口', undefined],
  ['市：水费三百八我们两个老人平时才五十', undefined],
])('%s', (call, people) => {
  expect(heard(call).people?.value).toBe(people)
})
