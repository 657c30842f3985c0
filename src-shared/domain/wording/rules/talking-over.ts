import type { Detector } from '../finding.ts'
import { overlapsOf } from './overlap.ts'
import { wholeTurn } from './whole-turn.ts'

/** Milliseconds from which it counts, where the pack names no other number (`threshold`); vendors' practice. */
const longest = 1000

/** 抢话: the seat talks on into the citizen's words for longer than it takes to notice. */
export const detectTalkingOver: Detector = (norm, call) =>
  overlapsOf(call)
    .filter(({ overlapMs }) => overlapMs > (norm.norm.threshold ?? longest))
    .map(({ seat, knownAt }) => wholeTurn(seat, knownAt))
