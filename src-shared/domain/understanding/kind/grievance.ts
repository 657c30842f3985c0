import type { Hearing } from '../hearing/hearing.ts'

const grievance =
  /投诉|举报|表扬|(?<![水潮])(不|没)(肯|给)?(退|赔)(?!休|烧)|不给(我|他|她)?(退|换|修|赔|钱|发)|骗|坑人|乱收|多收|宰客|态度|(拖|克)?[欠扣]了?我|不发工资|拖欠|假货|假的|过期|油烟|扰民|噪音|不作为|道歉|(退|赔)(钱|款|给我|我)|查处|太黑|违规|违法/
const noGrievance =
  /(不|没有?|别)(是要?|想|要|用|需要|打算)?(投诉|举报)|(投诉|举报)(什么|谁|吗|还是)|是要?(投诉|反映).{0,6}(还是|吗)/

/** Whether the words of the call make it a grievance, whatever kind of request it is taken for. */
export function grieves(hearing: Hearing): boolean {
  return hearing.lines.some(({ text }) => grievance.test(text) && !noGrievance.test(text))
}

/** Whether a call that begins as a question goes on as a matter: the seat asks for a demand or since when. */
export function tellsOfIncident(hearing: Hearing): boolean {
  return grieves(hearing) || hearing.lines.some(({ asked }) => asked.has('demand') || asked.has('since'))
}
