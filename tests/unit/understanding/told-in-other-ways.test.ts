import { expect, test } from 'vitest'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { hearDialogue, wishOfDialogue } from './small-pack.ts'

// The call starts on Wednesday 18 November 2026 at 10:20, from 13911112222.
test.each<[FieldName, unknown, string]>([
  ['incidentTime', '2026-09-24', '市：我要投诉 / 坐：什么时候的事 / 市：中秋节前一天'],
  ['incidentTime', '2026-10-21', '市：我要投诉 / 坐：什么时候的事 / 市：十月二十号不对二十一号'],
  ['incidentTime', '2026-10-18', '市：我要投诉 / 坐：什么时候的事 / 市：农历九月初九'],
  ['incidentTime', { from: '2026-11-06' }, '市：我六号下的单到今天还没发货我要投诉'],
  ['incidentTime', '2026-11-17T17:00', '市：我要投诉 / 坐：什么时候的事 / 市：昨天傍晚放学那会五点多'],
  ['incidentTime', '2026-11-16', '市：我要投诉 / 坐：哪天 / 市：十六 / 坐：十六号对吗 / 市：对'],
  ['incidentTime', '2026-11-18T10:10', '市：我捡到一只手机 / 坐：您捡到多久了 / 市：十分钟左右'],
  ['incidentTime', { from: '2026-11-10' }, '市：路被挖开了 / 坐：从几号开始挖的 / 市：十一月十号'],
  ['incidentTime', undefined, '市：我投诉他们只开星期一到星期五'],
  ['incidentTime', { from: '2026-11-17T20:00' }, '市：家里没水现在还没来 / 坐：几点停的 / 市：昨晚八点'],
  ['subject', { name: '力健健身' }, '市：我投诉健身房跑路 / 坐：健身房名字 / 市：力健健身 / 坐：好的'],
  [
    'subject',
    { name: '锦绣家具' },
    '市：我投诉一个商家 / 坐：商家名字呢 / 市：锦绣家具就在路口那里 / 坐：好',
  ],
  ['subject', { name: '捷畅停车' }, '市：我投诉 / 坐：叫什么店 / 市：叫捷唱捷畅停车 / 坐：好'],
  ['subject', { id: 'S4', name: '广州市地铁运营公司' }, '市：我想投诉你们那个地铁公司'],
  ['subject', undefined, '市：我问怎么去 / 坐：您可以去地铁公司问 / 市：要不要先交钱'],
  ['confidential', true, '市：我投诉他们 / 坐：信息给到对方可以吗 / 市：不可以'],
  ['confidential', true, '市：我投诉物业他们知道是我会找麻烦'],
  ['confidential', undefined, '市：他们说个人信息保密结果泄露了我要投诉'],
  ['confidential', undefined, '市：我投诉物业 / 坐：需要保密吗 / 市：不用'],
  ['anonymous', undefined, '市：我举报 / 坐：您的姓名 / 市：不要写我名字写个姓就行叶'],
  ['anonymous', undefined, '市：我不留名我要举报作坊 / 坐：没有姓名不好补充 / 市：那算了我叫庾亮'],
  ['contactName', '丘先生', '市：我投诉 / 坐：您贵姓 / 市：免贵姓丘山丘的丘丘伯'],
  ['contactName', '缪先生', '市：我投诉 / 坐：您姓什么老师 / 市：我姓缪荒谬的谬缪男老师 / 坐：缪老师电话'],
  ['contactName', '揭东', '市：我投诉 / 坐：请问贵姓 / 市：我姓揭揭东 / 坐：好的'],
  ['gender', '女', '市：我投诉 / 坐：您地姓 / 市：姓敬尊敬的敬女 / 坐：电话'],
  ['people', 24, '市：我投诉学校二十几个学生发烧 / 坐：具体人数 / 市：二十四个'],
  ['amountYuan', 14_300, '市：我投诉 / 坐：您的要求是 / 市：种牙钱退还那两千三也要赔合起来一万四千三'],
  ['amountYuan', 388, '市：我投诉酒店不然退房费三百八十八 / 坐：退三百八十八您的姓名 / 市：谌龙'],
  ['amountYuan', undefined, '市：我投诉诊所我老乡打了三百块一针'],
  ['requestType', '咨询', '市：你好请问你们这个热线能投诉外地的事情吗 / 坐：请打当地热线 / 市：好'],
  [
    'requestType',
    '咨询',
    '市：我们居委想办个义卖要不要去城管报备 / 坐：占用公共道路才要申请 / 市：打算在公园门口 / 坐：那问一下街道 / 市：街道就是我们自己嘛 / 坐：那您直接报街道就可以',
  ],
  ['requestType', '投诉', '市：我要投诉花店送来的花压烂了 / 坐：电话 / 市：那个尾号是店家的别打错'],
  ['requestType', '咨询', '市：我想问领证要预约哪天 / 坐：建议提前 / 市：我打错了是想选十一号的 / 坐：可以'],
  [
    'requestType',
    '求助',
    '市：地铁站的扶梯坏了没人修 / 坐：您的诉求是 / 市：尽快修好扶梯 / 坐：贵姓 / 市：姓单',
  ],
  ['urgency', '突发', '市：这边有辆车里面坐着一个小朋友没有大人 / 坐：哪里 / 市：广场 / 坐：好的已登记'],
  ['urgency', '突发', '市：昨天保安一摸栏杆说手麻 / 坐：哪里 / 市：地下车库 / 坐：好的已登记'],
])('%s is %j: %s', (field, value, dialogue) => {
  expect(hearDialogue(dialogue)[field]?.value).toEqual(value)
})

test.each([
  [
    '举报有人在出租屋里开麻将馆收台费，要求公安去查处',
    '市：我要举报有人在出租屋里开麻将馆收台费 / 坐：您要求公安去查处吗 / 市：对的',
  ],
  ['要求司机道歉', '市：我投诉司机骂人 / 坐：您的诉求 / 市：让他道歉'],
  ['要求退还茶位费一百五十元', '市：我投诉餐厅茶位费多收 / 坐：您要求退还一百五十元 / 市：是'],
  ['要求清理共享单车', '市：我投诉地铁口共享单车乱停 / 坐：您的诉求 / 市：清理一下'],
  ['希望换货或者退钱都行', '市：我投诉商家不给换 / 坐：您希望怎么处理 / 市：希望换货或者退钱都行'],
])('the demand says what it is about: %s', (value, dialogue) => {
  expect(wishOfDialogue(dialogue)).toBe(value)
})

test.each([
  ['联和街道', '市：我们单位在天河区联和街道体育西路八号停电了 / 坐：体育西路八号对吧 / 市：对的'],
  [
    '联和街道',
    '市：楼上漏水 / 坐：您住哪里 / 市：天河区联和街道体育西路八号 / 坐：体育西路八号对吗 / 市：对',
  ],
])('where the caller works or lives is the place once the seat takes it down: %s', (street, dialogue) => {
  const { value } = hearDialogue(dialogue).incidentAddress ?? {}
  expect(value).toMatchObject({ district: '天河区', street, road: '体育西路', number: '8号' })
})
