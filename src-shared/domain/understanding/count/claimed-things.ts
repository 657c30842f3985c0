import { oncePer, oncePerText } from '../../../base/remember.ts'
import type { Hearing } from '../hearing/hearing.ts'

const things =
  '押金|压金|定金|订金|保证金|学费|报名费|培训费|课时费|工资|货款|工程款|尾款|装修款|会费|会员费|卡费|中介费|团费|房费|车费|修理费|安装费|诊疗费|手术费|停车费|补课费|教材费|校服费|考试费|检测费|清洁费|卫生费|水电费|加班费|设计费|服务费|介绍费|上门费|年费|首付|停车费|物业费|开锁费|拖车费|余额|运费|餐费|手续费|违约金|彩礼|医药费|医疗费|药费|误工费|维修费|检查费'
const withheld = new RegExp(
  `(?:^(?:全额|全部|就)?|不|没|拒绝|不肯|不给|要求|要|想)(?:肯|给|我|愿意)*(?:退|还|发|返)(?:还|给)?(?:我|我们)?的?(${things})|(${things})(?:他|她|也|都|一直|又|还|就|现在)*(?:不|没)(?:肯|给|有|愿意)*(?:退|还|给|发)|(${things})(?:也|都|就)?(?:(?:他|她|它)们?|对方|商家|店家?|物业|老板|公司)?(?:要|得|应该|必须|该)(?:给我)?(?:出|赔|付|承担|负责|报)`,
  'g',
)

/** What the caller says is not given back or not paid (不退押金, 学费不肯退), as a pattern for the words beside a sum. */
export const claimedThings = oncePer((hearing: Hearing): RegExp | undefined => {
  const said = hearing.lines.flatMap((line) => (line.speaker === 'citizen' ? claimedIn(line.text) : []))
  return said.length === 0 ? undefined : new RegExp(`(?:${[...new Set(said)].join('|')})`)
})

const claimedIn = oncePerText((text) =>
  [...text.matchAll(withheld)].map((match) => named(match[1] ?? match[2] ?? match[3] ?? '')),
)

const treated = '(?:急诊|验血|打针|看病|挂号|拍片|检查|缝针|住院|疫苗|治疗|医院)(?:一共|总共|就)?[花用]'
/** 打针用了六百二十三 is as good as 医药费六百二十三. */
const named = (thing: string): string => (/^(?:医|药)/.test(thing) ? `${thing}|${treated}` : thing)
