import * as z from 'zod'
import { boardReportSchema } from '#shared/contract/board-report.ts'
import {
  audioPieceSchema,
  boardReportsSchema,
  casePageSchema,
  eventBatchSchema,
  eventPageSchema,
  eventResultSchema,
  reviewPaths,
  revealSchema,
  ruleCountsSchema,
  whisperOrderSchema,
  whispersSchema,
} from '#shared/contract/central-review.ts'
import { reviewCaseSchema } from '#shared/domain/review/review-case.ts'
import { refusals, refusedRead, refusedWrite, type RouteContract } from './route-contracts.ts'

const page = z.object({
  after: z.coerce.number().int().min(0).default(0),
  /** A call of an hour is some 60 KiB. */
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
const call = z.object({ id: z.string().min(1).max(64) })
const done = z.object({})

export const reviewContracts = {
  submitReviewCall: {
    method: 'POST',
    url: reviewPaths.cases,
    summary: '上报待质检的通话（本坐席抽中或有标记的通话）；再次上报替换内容',
    authorised: true,
    schema: { body: reviewCaseSchema, response: { 200: done, ...refusedWrite } },
  },
  listReviewCalls: {
    method: 'GET',
    url: reviewPaths.cases,
    summary: '某一位置之后收到的待质检通话，内容已脱敏（质检员、班长；知识库管理员用来试规则）',
    authorised: true,
    schema: { querystring: page, response: { 200: casePageSchema, ...refusedRead } },
  },
  revealReviewCall: {
    method: 'POST',
    url: `${reviewPaths.cases}/:id/reveal`,
    summary: '查看未脱敏的通话，须写明理由并留痕（通话所带的知识包规定的岗位：班长、质检员）',
    authorised: true,
    schema: {
      params: call,
      body: revealSchema,
      response: { 200: reviewCaseSchema, ...refusedWrite, ...refusals(404) },
    },
  },
  submitReviewAudio: {
    method: 'POST',
    url: `${reviewPaths.cases}/:id/audio`,
    summary: '上传待质检通话的录音，分段，从 0 编号',
    authorised: true,
    schema: {
      params: call,
      body: audioPieceSchema,
      response: { 200: done, ...refusedWrite, ...refusals(404) },
    },
  },
  getReviewAudio: {
    method: 'GET',
    url: `${reviewPaths.cases}/:id/audio/:piece`,
    summary: '待质检通话的一段录音（质检员、班长）',
    authorised: true,
    schema: {
      params: call.extend({ piece: z.coerce.number().int().min(0).max(9_999) }),
      response: { 200: audioPieceSchema, ...refusedRead, ...refusals(404) },
    },
  },
  submitReviewEvents: {
    method: 'POST',
    url: reviewPaths.events,
    summary: '提交质检操作（判定、补充、评分、申诉等）；同一编号再次提交不重复',
    authorised: true,
    schema: { body: eventBatchSchema, response: { 200: eventResultSchema, ...refusedWrite } },
  },
  listReviewEvents: {
    method: 'GET',
    url: reviewPaths.events,
    summary: '某一位置之后的质检操作；坐席只见自己通话的',
    authorised: true,
    schema: { querystring: page, response: { 200: eventPageSchema, ...refusedRead } },
  },
  ruleCounts: {
    method: 'GET',
    url: reviewPaths.rules,
    summary: '各规则各版本的判定统计（近半年）',
    authorised: true,
    schema: { response: { 200: ruleCountsSchema, ...refusals(401, 429, 500, 503) } },
  },
  submitBoardReport: {
    method: 'POST',
    url: reviewPaths.reports,
    summary: '上报本坐席的当前状态；返回班长发给本坐席的话',
    authorised: true,
    schema: { body: boardReportSchema, response: { 200: whispersSchema, ...refusedWrite } },
  },
  listBoardReports: {
    method: 'GET',
    url: reviewPaths.reports,
    summary: '各坐席最近一次上报的状态（班长）',
    authorised: true,
    schema: {
      response: {
        200: boardReportsSchema,
        ...refusals(401, 403, 429, 500, 503),
      },
    },
  },
  whisper: {
    method: 'POST',
    url: reviewPaths.whispers,
    summary: '发一句话给坐席（班长）；十分钟内没有送到就不再送',
    authorised: true,
    schema: { body: whisperOrderSchema, response: { 200: done, ...refusedWrite, ...refusals(404) } },
  },
} as const satisfies Record<string, RouteContract>
