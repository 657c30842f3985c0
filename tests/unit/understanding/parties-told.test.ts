import { expect, test } from 'vitest'
import { flatten } from '#shared/text/flat-text.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { withParticles } from '#shared/domain/understanding/hearing/particles.ts'
import { spelledBySeat } from '#shared/domain/understanding/hearing/seat-spelling.ts'
import { hearSubject } from '#shared/domain/understanding/party/subject.ts'
import { indexSubjects } from '#shared/domain/understanding/party/subject-names.ts'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { context, smallPack, turnsOf } from './small-pack.ts'

const office = (id: string, name: string, ...aliases: string[]) => ({
  id,
  name,
  aliases,
  address: '',
  kind: 'government',
})
const index = indexSubjects({
  ...smallPack,
  subjects: [
    ...smallPack.subjects,
    office('G1', '天河区城市管理和综合执法局', '天河城管'),
    office('G2', '花都区市场监督管理局', '花都市监局'),
    office('G3', '三元里街道办事处', '三元里街道办'),
    { id: 'C1', name: '江语名庭二期工地', aliases: ['江语名庭工地'], address: '', kind: 'construction' },
    { id: 'C2', name: '宏升塑料厂', aliases: [], address: '', kind: 'business' },
    { id: 'C3', name: '启明星驾校', aliases: [], address: '', kind: 'school' },
    { id: 'C4', name: '永兴再生资源回收站', aliases: ['永兴回收站'], address: '', kind: 'business' },
  ],
})

function party(type: TicketFields['requestType'], lines: readonly string[]): string | undefined {
  const hearing = withParticles(listen(turnsOf(...lines), context, (turn) => flatten(turn.text)))
  const value = hearSubject(spelledBySeat(hearing), index, undefined, type)?.value
  return value?.id ?? value?.name
}

test.each<[string | undefined, TicketFields['requestType'], readonly string[]]>([
  ['铁山健身', '投诉', ['坐席：请问是那一家健身房', '市民：叫那个铁山健身在番禺']],
  ['阿福生蚝', '投诉', ['市民：四十六号门口那个叫阿福生蚝的天天吵']],
  ['好味烤鱼', '投诉', ['市民：投诉海珠区滨江街草方围那个烧烤店', '坐席：店名叫什么', '市民：叫好味烤鱼']],
  ['德信行物业', '投诉', ['市民：大厦物业乱停电', '坐席：物业叫什么', '市民：叫德信行物业德是道德的德']],
  [
    '惠丰餐饮配送公司',
    '投诉',
    [
      '市民：我们厂好多人拉肚子',
      '坐席：厂的名称',
      '市民：宏升塑料厂',
      '坐席：宏升塑料厂对吗',
      '市民：对早餐是外面一家叫惠丰餐饮配送公司送的',
      '坐席：惠丰餐饮配送公司是吗您投诉的是他',
      '市民：对',
    ],
  ],
  ['G1', '投诉', ['市民：天河城管吧昨天下午在黄村那边收我东西']],
  [undefined, '投诉', ['市民：让天河城管来收他的桌子']],
  ['G2', '表扬', ['市民：我昨天去花都区市场监管局办事那个窗口的同志真的好极了', '市民：牌子上写着陈思敏']],
  ['G3', '表扬', ['市民：三元里街道办一个小伙子吧他扶回去的']],
  ['C1', '投诉', ['市民：工地半夜打桩', '坐席：请问是那个工地', '市民：江宇名庭得二期']],
  [undefined, '投诉', ['市民：我住江语名庭二期楼下有人吵']],
  [undefined, '求助', ['坐席：请问托管班名称', '市民：七色花托管中心水没退小孩出不来']],
  ['广州立信鞋业有限公司', '投诉', ['坐席：哪家公司', '市民：就我们老板那个公司广州立信鞋业有限公司']],
  ['瑞丰达贸易有限公司', '投诉', ['坐席：公司全称是什么', '市民：好像叫那个什么瑞丰达贸易有限公司']],
  // Told without its kind, which the question or the seat adds.
  ['C4', '举报', ['坐席：是哪一家回收站', '市民：永新']],
  [
    'C3',
    '投诉',
    ['坐席：哪个驾校', '市民：启明星在番禺的', '坐席：启明星驾校番禺那个训练场', '市民：大学城旁边那个'],
  ],
  ['巧手坊', '投诉', ['市民：洗衣服的把我大衣洗坏了', '坐席：有名字吗', '市民：门口牌子叫巧手坊']],
  ['安心托管', '举报', ['坐席：有名字吗', '市民：门上一块横幅安心托管']],
  ['海丰达出租车有限公司', '投诉', ['坐席：哪家的车', '市民：海丰达出租车有限公司车牌尾号三二五']],
  ['鸿运租赁', '投诉', ['市民：不是房东是中介鸿运租赁', '坐席：您投诉的是鸿运租赁对吗', '市民：是的']],
  // The caller's own firm, and a name given by mistake.
  [undefined, '投诉', ['坐席：公司叫什么', '市民：我们叫恒达包装有限公司', '市民：门口的路挖了三个月']],
  [
    'C2',
    '投诉',
    ['市民：我要投诉启明星驾校', '坐席：是宏升塑料厂吗', '市民：对是宏升塑料厂启明星驾校那个我搞混了'],
  ],
  ['大众搬家', '投诉', ['坐席：哪家搬家公司', '市民：车门上写的是大众搬家']],
])('%s of a %s from %j', (expected, type, lines) => {
  expect(party(type, lines)).toBe(expected)
})
