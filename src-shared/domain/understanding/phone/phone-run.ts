import { cite, type Hearing, type Line } from '../hearing/hearing.ts'
import { addAreaCode, type Assembly, take } from './phone-assembly.ts'
import { dictate, finished, putRight, type Readings } from './phone-dictation.ts'
import { type DigitRun, distance, isFullNumber } from './phone-digits.ts'
import { pieceForReadback } from './phone-mended.ts'
import { recounted } from './phone-miscounted.ts'
import { asksMissing, isTail, type Placing, placing, placingAsked } from './phone-place.ts'
import { isCorrection } from './phone-words.ts'

const spare = /备用|另外一?个|还有一?个|也可以|再留|或者/
/** 还有备用吗, asked by the seat. */
const spareAsked = /备用(?!.*还是)/
/** 另外一五零…做备用. */
const spareAfter = /^(?:这个|那个|就|只)*(?:[当做作是]|作为|留作|留着)?(?:个)?备用/
/** 一三五…不接就打座机. */
const fallback =
  /^(?:我|手机|这个|要是|如果|万一)*(?:不接|没人接|打不通|不通|没接|接不到|关机)(?:的话|时候?|了)*(?:就|再|你|您|可以)*(?:打|找|联系|试)/
/** 还是记我另外一个: in place of the one before, and no spare. */
const instead = /还是|换|改|就(记|打|留|用)|不接|不用|不要|停机|打不通|没带/
const negatedAfter = /^(而?不是|不是)$/
/** 最后一个一改成七. */
const changedTo = /^(?:个|要|得|应该|给我)*(?:改成|改为|换成|变成)$/
const [fewestOfSlip, mostDiffering] = [3, 2]
const mobileStart = /^1[3-9]\d/
/** 那个是我现在打的你记一八九, 他的是一三七: another number begins. */
const anew =
  /(?:(?:记|写|打|留|换|改|换成|改成|改为)(?:一?下|成|我的?|他的?|她的?|手机|电话|号码|新号|那个)*|(?:我|他|她|自己|老[公婆]|[爸妈儿女哥姐弟妹]|新|现在)的?(?:号码?|手机|电话)?(?:应该|就)?是?)$/

/** 三三七九哎等下三七三九: the piece just said is said otherwise. */
const restarts = /^[哎诶啊哦呃]?(?:等(?:一?下|等)|[说讲报念]快了|嘴快|不+)[啊哈哦]?(?:应该|是)*$/

/** A run of the line, with those beside it. */
export interface RunOfLine {
  readonly line: Line
  readonly run: DigitRun
  readonly previous: DigitRun | undefined
  readonly next: DigitRun | undefined
}

/** Takes in one piece of a number that the citizen dictates. */
export function hearRun(hearing: Hearing, piece: RunOfLine, assembly: Assembly): void {
  const { line, run, previous, next } = piece
  const { digits } = run
  if (addAreaCode(line, run, assembly)) return
  const before = finished(assembly.readings)
  const full = run.readings.find(isFullNumber)
  if (!isAwaited(assembly, full, before)) return
  if (
    previous !== undefined &&
    negatedAfter.test(run.before) &&
    (before !== undefined || holds(assembly.readings, digits))
  ) {
    const right = previous.readings.find((reading) => reading.length === digits.length) ?? previous.digits
    assembly.readings = assembly.readings.map((reading) => replaceLast(reading, digits, right))
    return
  }
  if (previous !== undefined && isExchange(previous, run) && holds(assembly.readings, previous.digits)) {
    assembly.readings = assembly.readings.map((reading) => replaceLast(reading, previous.digits, digits))
    assembly.correcting = false
    return
  }
  if (previous !== undefined && changedTo.test(run.before) && previous.digits.length === digits.length) {
    assembly.readings = assembly.readings.map((reading) => replaceLast(reading, previous.digits, digits))
    return
  }
  if (next !== undefined && isExchange(run, next)) {
    assembly.correcting = true
    return
  }
  if (isStray(hearing, line, run, assembly)) return
  if (isEndingFirst(run, assembly)) {
    assembly.ending = digits
    return
  }
  if (full !== undefined) {
    offer(assembly, run, false)
    if (isSpare(hearing, line, run) && before !== undefined) {
      assembly.others.push(full)
      return
    }
    assembly.evidence = []
  }
  place(hearing, piece, assembly, full)
  assembly.evidence.push(cite(line, run.start, run.end, 0.9))
}

/** 不是零九是九零: the wrong digits, and the right ones. */
const isExchange = (wrong: DigitRun, right: DigitRun): boolean =>
  wrong.before.endsWith('不是') && /^而?是?$/.test(right.before)

const holds = (readings: Readings, digits: string): boolean =>
  readings.some((reading) => reading.includes(digits))

/** True where these digits may be of the number that is to be called. */
function isAwaited(assembly: Assembly, full: string | undefined, before: string | undefined): boolean {
  if (assembly.expecting) return true
  if (assembly.foreign && (before === undefined || full !== undefined)) return false
  return full !== undefined || (assembly.correcting && before !== undefined)
}

/** True where the words beside a number keep it for the case that the first one fails. */
function isSpare(hearing: Hearing, line: Line, { before, end }: DigitRun): boolean {
  const seat = hearing.lines[line.index - 1]
  if (seat?.speaker === 'seat' && spareAsked.test(seat.text)) return !instead.test(before)
  return (
    (spare.test(before) && !instead.test(before)) ||
    fallback.test(before) ||
    spareAfter.test(line.text.slice(end))
  )
}

/** A digit by itself in other words: no piece, unless its place is named or the seat misses one. */
function isStray(hearing: Hearing, line: Line, run: DigitRun, { readings }: Assembly): boolean {
  if (run.digits.length > 1 || isTail(run.before) || line.text.length <= 5) return false
  if (recounted(hearing, line, readings, run.digits) !== undefined) return false
  const completes =
    run.before.endsWith('是') && readings.some((reading) => isFullNumber(reading + run.digits))
  return !completes && !asksMissing(hearing, line)
}

/** 打我手机尾号一一七一那个: the end of a number of which nothing else was told. */
function isEndingFirst(run: DigitRun, { readings }: Assembly): boolean {
  return readings.length === 0 && isTail(run.before) && run.digits.length >= 2 && run.digits.length <= 6
}

function place(
  hearing: Hearing,
  { line, run, previous }: RunOfLine,
  assembly: Assembly,
  full: string | undefined,
): void {
  const { digits } = run
  const begins = mobileStart.test(digits) && anew.test(run.before)
  const readings = begins && finished(assembly.readings) === undefined ? [] : assembly.readings
  const correcting = !begins && (assembly.correcting || (readings.length > 0 && isCorrection(run.before)))
  const put = full === undefined ? placeOf(hearing, line, run, correcting, readings) : dictate
  const reheard = (piece: string): Readings => put(readings, [piece])
  // 五六三不对六五三: the piece just said, said again.
  const again =
    (correcting || restarts.test(run.before) || isSlip(previous, run)) &&
    previous?.digits === assembly.lastPiece &&
    digits.length >= previous.digits.length
  const next = recounted(hearing, line, readings, digits) ?? (again ? assembly.reheard(digits) : undefined)
  take(assembly, full !== undefined ? [full] : (next ?? put(readings, run.readings)))
  Object.assign(assembly, {
    lastPiece: digits,
    ...(again ? {} : { reheard }),
    confidence: 0.85,
    correcting: false,
  })
}

/** 八一七哎呀八七一: nearly the same digits after a cry. */
function isSlip(previous: DigitRun | undefined, { before, digits }: DigitRun): boolean {
  if (previous === undefined || digits.length < fewestOfSlip || !/^[哎诶啊哦呃噢呀]+$/.test(before))
    return false
  return previous.digits.length === digits.length && distance(previous.digits, digits) <= mostDiffering
}

function placeOf(
  hearing: Hearing,
  line: Line,
  run: DigitRun,
  correcting: boolean,
  readings: Readings,
): Placing {
  const named = placing(run.before, correcting)
  // 最后还有个幺, after 后面还差一位, goes on even from another 一.
  if (isTail(run.before) && finished(readings) === undefined && asksMissing(hearing, line)) return dictate
  const number = finished(readings)
  if (named !== dictate || number === undefined) return named
  const mended = pieceForReadback(hearing, line, run, number)
  if (mended !== undefined) return (known) => putRight(known, mended)
  return placingAsked(hearing, line, run) ?? named
}

/** Remembers a whole number that was told, and whether it is somebody else's. */
export function offer({ offers }: Assembly, run: DigitRun, anothers: boolean): void {
  const digits = run.readings.find(isFullNumber)
  if (digits !== undefined) offers.push({ digits, label: run.before, anothers })
}

function replaceLast(digits: string, wrong: string, right: string): string {
  const at = digits.lastIndexOf(wrong)
  return at < 0 || digits.endsWith(right)
    ? digits
    : digits.slice(0, at) + right + digits.slice(at + wrong.length)
}
