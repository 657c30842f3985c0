import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  ['坐：请问您贵姓 / 市：我姓邝广字右耳旁的邝 / 坐：邝先生您好', { contactName: '邝先生', gender: '男' }],
  ['坐：怎么称呼您 / 市：凌晓峰凌晨的凌春晓的晓山峰的峰 / 坐：好的', { contactName: '凌晓峰' }],
  ['坐：您叫什么名字 / 市：苏梅苏州的苏梅花的梅 / 坐：好的', { contactName: '苏梅' }],
  ['坐：您贵姓 / 市：免贵姓霍霍建华霍元甲的霍 / 坐：好的', { contactName: '霍建华' }],
  ['坐：您贵姓 / 市：姓钱就是人民币那个钱 / 坐：钱女士', { contactName: '钱女士', gender: '女' }],
  ['坐：您贵姓 / 市：姓万一万两万的万 / 坐：万先生', { contactName: '万先生' }],
  ['坐：您贵姓 / 市：姓于干勾于 / 坐：于女士', { contactName: '于女士' }],
  ['坐：您贵姓 / 市：姓俞不是干勾于那个是俞伯牙的俞 / 坐：俞女士', { contactName: '俞女士' }],
  ['坐：您怎么称呼 / 市：我姓时时间的时 / 坐：好的时先生', { contactName: '时先生' }],
  ['坐：您怎么称呼 / 市：姓和和平的和 / 坐：好的和女士', { contactName: '和女士' }],
  ['坐：您怎么称呼 / 市：我姓王 / 坐：是先生还是女士 / 市：女士', { contactName: '王女士', gender: '女' }],
  ['坐：您好先生怎么称呼 / 市：姓李 / 坐：好的', { contactName: '李先生', gender: '男' }],
  ['坐：那个护士叫什么名字 / 市：叫张丽丽 / 坐：好的', { contactName: undefined }],
  ['坐：司机姓什么 / 市：姓王 / 坐：好的', { contactName: undefined }],
  ['坐：老板姓什么 / 市：姓孙 / 坐：您呢您贵姓 / 市：我姓赵 / 坐：赵先生', { contactName: '赵先生' }],
  ['坐：您怎么称呼 / 市：大卫 / 坐：大卫先生您好', { contactName: '大卫' }],
  ['坐：请问您的姓名 / 市：我叫玛丽亚 / 坐：玛丽亚女士您好', { contactName: '玛丽亚', gender: '女' }],
  ['坐：请问您的姓名 / 市：阿依古丽 / 坐：阿依古丽女士您好电话', { contactName: '阿依古丽' }],
  ['坐：怎么称呼您 / 市：我叫买买提江 / 坐：买买提江先生', { contactName: '买买提江' }],
  ['坐：怎么称呼您 / 市：司徒雅文 / 坐：司徒女士', { contactName: '司徒雅文' }],
  ['坐：怎么称呼您 / 市：陈思就是思考的思 / 坐：陈女士', { contactName: '陈思' }],
  [
    '坐：留个联系人 / 市：你联系我老公吧他姓周电话一三六五零一二八八七四 / 坐：周先生一三六五零一二八八七四',
    { contactName: '周先生', gender: '男', contactPhone: '13650128874' },
  ],
  [
    '坐：何先生联系您还是联系您女儿 / 市：联系我女儿吧梁美琪电话一三六五零一二八八七四 / 坐：好的',
    { contactName: '梁美琪', gender: '女', contactPhone: '13650128874' },
  ],
  ['坐：谁作为联系人 / 市：写我女朋友吧她姓蔡 / 坐：蔡小姐好的', { contactName: '蔡小姐', gender: '女' }],
  [
    '坐：联系人是 / 市：登记孔令辉就行他是我们工头电话一三六五零一二八八七四 / 坐：好的',
    { contactName: '孔令辉', contactPhone: '13650128874' },
  ],
  ['坐：您贵姓 / 市：姓杜肚子的肚去掉月字旁换成木字旁 / 坐：杜女士', { contactName: '杜女士', gender: '女' }],
  ['坐：您贵姓 / 市：姓贾西贝贾 / 坐：贾女士', { contactName: '贾女士', gender: '女' }],
  ['坐：您贵姓 / 市：严严格的严 / 坐：严先生', { contactName: '严先生' }],
  ['坐：您贵姓 / 市：姓严阎王爷的阎 / 坐：阎先生', { contactName: '阎先生' }],
  ['坐：您贵姓 / 市：哎呀姓名就不说了吧 / 坐：好的先生', { contactName: undefined }],
  ['坐：您贵姓 / 市：姓王 / 坐：王先生 / 市：不是王是黄草头黄 / 坐：黄先生', { contactName: '黄先生' }],
  ['坐：您贵姓 / 市：姓周 / 坐：周女士 / 市：邹邹容的邹 / 坐：邹女士', { contactName: '邹女士' }],
  ['坐：您贵姓 / 市：口天吴 / 坐：吴先生', { contactName: '吴先生', gender: '男' }],
  ['坐：您贵姓 / 市：郑重的郑 / 坐：郑女士', { contactName: '郑女士', gender: '女' }],
  ['坐：您贵姓 / 市：姓江长江的江不是姜子牙那个 / 坐：江先生', { contactName: '江先生' }],
  ['坐：请问您的全名 / 市：彭丽澎湃的彭没有三点水美丽的丽 / 坐：好的', { contactName: '彭丽' }],
  ['坐：您贵姓 / 市：姓傅师傅的傅 / 坐：傅小姐', { contactName: '傅小姐', gender: '女' }],
  ['坐：贵姓啊 / 市：姓萧萧条的萧草字头那个 / 坐：萧先生', { contactName: '萧先生' }],
  ['坐：您怎么称呼 / 市：纪国梁年纪的纪国家的国栋梁的梁 / 坐：纪先生', { contactName: '纪国梁' }],
  ['坐：怎么称呼 / 市：白雪就是下雪的那个白雪 / 坐：白女士', { contactName: '白雪' }],
  ['坐：您贵姓 / 市：四方的方 / 坐：方女士', { contactName: '方女士' }],
  ['坐：您贵姓 / 市：姓余年年有余的余 / 坐：余先生', { contactName: '余先生' }],
  ['坐：请问怎么称呼您 / 市：我石建军 / 坐：石先生', { contactName: '石建军', gender: '男' }],
  ['坐：怎么称呼 / 市：陈小红大小的小红色的红 / 坐：陈女士', { contactName: '陈小红' }],
  ['坐：怎么称呼 / 市：免贵雷打雷的雷 / 坐：雷先生', { contactName: '雷先生' }],
  ['坐：您贵姓 / 市：我我姓温 / 坐：温女士', { contactName: '温女士' }],
  ['坐：您贵姓 / 市：双口吕 / 坐：吕女士', { contactName: '吕女士' }],
  ['坐：您贵姓 / 市：姓徐不对你听错了言午许 / 坐：许女士', { contactName: '许女士' }],
  ['坐：您的全名 / 市：何俊杰英俊的俊杰出的杰电话一三六五零一二八八七四 / 坐：好', { contactName: '何俊杰' }],
  [
    '坐：您贵姓 / 市：姓何 / 坐：何小姐 / 市：叫我何女士就好 / 坐：好何女士',
    { contactName: '何女士', gender: '女' },
  ],
  [
    '坐：您贵姓 / 市：姓何 / 坐：何先生 / 市：我是女的 / 坐：不好意思何女士',
    { contactName: '何女士', gender: '女' },
  ],
  ['坐：请问贵姓 / 市：陈 / 坐：耳东陈吗 / 市：对 / 坐：陈先生您好', { contactName: '陈先生' }],
  ['坐：请问贵姓 / 市：姓张 / 坐：弓长张吗 / 市：不是立早章 / 坐：章女士', { contactName: '章女士' }],
  ['坐：请问联系人姓名 / 市：李文文化的文 / 坐：好', { contactName: '李文' }],
  ['坐：姓名 / 市：王强强大的强手机一三六五零一二八八七四 / 坐：好', { contactName: '王强' }],
  ['坐：姓什么 / 市：姓吴口天吴老公姓陈 / 坐：吴女士', { contactName: '吴女士' }],
]

test.each(dialogues)('a name: %s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
