import { answerSchema, lexiconSchema, type Answer } from '#shared/domain/site-pack.ts'

export const lexicon = lexiconSchema.parse({
  synonyms: [
    ['停水', '没水', '断水'],
    ['劳动仲裁', '打劳动官司'],
  ],
  homophones: [{ heard: '公鸡金', meant: '公积金' }],
  fillers: ['这样子'],
})

const entries = [
  ['card-lost', '社保卡丢了怎么补办', '社会保障卡遗失补领', '社保卡/补办'],
  ['card-password', '社保卡密码忘了怎么重置', '社保卡密码锁住了', '社保卡/密码'],
  ['fund-rent', '租房怎么提取公积金', '没有买房租房子能取公积金吗', '公积金/租房'],
  ['fund-loan', '公积金贷款额度是多少', '公积金最多能贷多少钱', '公积金/贷款'],
  ['permit', '居住证怎么办理', '外地人办居住证', '居住证'],
  ['water', '突然停水了怎么办', '自来水停水通知', '停水'],
  ['night', '工地夜间施工怎么投诉', '半夜打桩睡不着', '夜间施工/噪音'],
  ['arbitration', '怎么申请劳动仲裁', '去哪里告公司', '劳动仲裁'],
  ['toll', 'ETC怎么办理', '高速ETC去哪里装', 'ETC'],
  ['manhole', '井盖丢失怎么报修', '马路上井盖坏了', '井盖'],
  ['lamp', '路灯不亮找谁修', '街上没有路灯', '路灯'],
  ['school', '小学一年级怎么报名', '小孩上小学要什么条件', '小学/报名'],
] as const

export const answers: readonly Answer[] = entries.map(([id, title, similar, keywords]) =>
  answerSchema.parse({
    id,
    title,
    similar: [similar],
    keywords: keywords.split('/'),
    answer: '请您带身份证办理。',
  }),
)
