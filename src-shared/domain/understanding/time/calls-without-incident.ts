import type { Hearing } from '../hearing/hearing.ts'
import type { TicketFields } from '../../ticket-fields.ts'
import { type Candidate, isOpen } from './time-choice.ts'

const suspected = /[打拨按]错|不是(?:医院|公司|银行|快递|出租|酒店)/
/** 我打错了我要打幺二三零六 */
const ownSlip = /^(?:[喂哎啊呀]|不好意思|我|好像|是|可能)*[打拨]错了(?![吗吧没]|.{0,8}(?:但|不过|反正))/
const admitted = /[打拨按搞]错|拨串|打串/

/** 您打错了 and later 打错咗不好意思: what the caller spoke of belongs to another call. */
function isMisdialled({ lines }: Hearing): boolean {
  if (lines.slice(0, 2).some(({ speaker, text }) => speaker === 'citizen' && ownSlip.test(text))) return true
  const told = lines.findIndex(({ speaker, text }) => speaker === 'seat' && suspected.test(text))
  return (
    told >= 0 &&
    lines.slice(told + 1).some(({ speaker, text }) => speaker === 'citizen' && admitted.test(text))
  )
}

const wishAsked = /您的?(?:诉求|要求)|您(?:是)?(?:希望|要求)|(?:诉求|要求)(?:是|呢|$)/

/** Whether the call tells of nothing that happened: a question of which no wish is asked, or a wrong number. */
export function isWithoutIncident(hearing: Hearing, type: TicketFields['requestType']): boolean {
  if (isMisdialled(hearing)) return true
  return (
    type === '咨询' &&
    !hearing.lines.some(
      ({ asked, text, speaker }) => asked.has('since') || (speaker === 'seat' && wishAsked.test(text)),
    )
  )
}

const lived = /(?:我们?|^[^我他她它]{0,4})(?:是|在|就|也)*$/

/**
 * 我昨天去办社保排了两小时: what moved the caller to a proposal is its incident when it was asked for, goes on, or befell the
 * caller; 星期一最严重 and 上个月经理滑倒过 only illustrate it.
 */
export function movedToPropose({ line, start, value, moment, assumed }: Candidate): boolean {
  // 七点, in answer to 您建议几点到
  if (assumed === true) return false
  if (line.asked.has('time') || isOpen(value)) return true
  return moment?.date !== undefined && !moment.monthOnly && lived.test(line.text.slice(0, start))
}
