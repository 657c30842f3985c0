import { seatTurns } from '../call-text.ts'
import type { Detector } from '../finding.ts'
import { numbersIn } from '../spoken-digits.ts'
import { wholeTurn } from './whole-turn.ts'

/** Digits in a row that the seat may not say aloud, where the pack names no other number (`threshold`). */
const digits = 15

/** 个人信息: the seat reads an identity or bank card number aloud as a whole, where its last digits would do. */
export const detectPersonalData: Detector = (norm, call) =>
  seatTurns(call)
    .filter(({ heard }) => numbersIn(heard).some(({ length }) => length >= (norm.norm.threshold ?? digits)))
    .map((turn) => wholeTurn(turn))
