import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import type { PackNames } from './pack-text.ts'
import type { Random } from './random.ts'
import {
  randomDigits,
  sayAmount,
  sayClock,
  sayCount,
  sayDate,
  sayDigits,
  sayDuration,
  sayNumber,
  sayPhone,
} from './spoken-numbers.ts'

const folder = join(import.meta.dirname, 'grammar')
const templatesSchema = z.array(z.strictObject({ weight: z.number(), lines: z.array(z.string()) }))

type Slot = () => string

/** Templates and lists, filled by chance: every call gives a sentence with its punctuation. */
export class Grammar {
  readonly #random: Random
  readonly #slots: ReadonlyMap<string, Slot>
  readonly #groups: readonly (readonly string[])[]

  constructor(names: PackNames, random: Random) {
    this.#random = random
    const lists = z.record(z.string(), z.string()).parse(read('lists.yaml'))
    const words = Object.entries(lists).map(([name, text]): [string, Slot] => {
      const items = text.split(' ')
      return [name, () => this.fill(random.pick(items))]
    })
    this.#slots = new Map([
      ...words,
      ...Object.entries({ ...numberSlots(random), ...this.#placeSlots(names) }),
    ])
    this.#groups = ['seat.yaml', 'citizen.yaml', 'faults.yaml']
      .flatMap((file) => templatesSchema.parse(read(file)))
      .flatMap(({ weight, lines }) => Array.from({ length: weight }, () => lines))
  }

  /** Every template once, filled by chance. */
  eachTemplate(): readonly string[] {
    return [...new Set(this.#groups)].flat().map((line) => this.fill(line))
  }

  sentence(): string {
    return this.fill(this.#random.pick(this.#random.pick(this.#groups)))
  }

  /** `{slot}`, `[perhaps one|of these]`, `(one|of these)`. */
  fill(template: string): string {
    const random = this.#random
    return template
      .replaceAll(/\[([^\]]*)\]/gu, (_, options: string) =>
        random.chance(0.75) ? random.pick(options.split('|')) : '',
      )
      .replaceAll(/\(([^)]*)\)/gu, (_, options: string) => random.pick(options.split('|')))
      .replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
        const slot = this.#slots.get(name)
        if (slot === undefined) throw new Error(`no such slot: ${name}`)
        return slot()
      })
  }

  #placeSlots(names: PackNames): Readonly<Record<string, Slot>> {
    const random = this.#random
    const templates = [
      '{anyDistrict}{road}{houseNumber}{estate}{building}',
      '{anyDistrict}{road}{houseNumber}{estate}',
      '{road}{houseNumber}{estate}{building}{unit}',
      '{estate}{building}{unit}{room}',
      '{estate}{building}{unit}',
      '{anyDistrict}{estate}{building}',
      '{district}{street}{estate}',
      '{district}{street}{road}{houseNumber}',
      '{district}{poi}{side}',
      '{road}{houseNumber}',
      '{street}{villagePlace}',
      '{estate}{building}',
      '{estate}{side}',
      '{estate}',
      '{poi}{side}',
      '{anyDistrict}{road}',
    ]
    return {
      place: () => this.fill(random.pick(templates)),
      anyDistrict: () => this.fill(random.chance(0.65) ? '{district}' : '{otherDistrict}'),
      road: () => (random.chance(0.3) ? this.fill('{commonRoad}') : random.pick(names.roads)),
      estate: () => (random.chance(0.55) ? this.fill('{commonEstate}') : random.pick(names.estates)),
      street: () => random.pick(names.streets),
      poi: () => random.pick(names.points),
      subject: () => random.pick(names.subjects),
    }
  }
}

function read(file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'))
}

function numberSlots(random: Random): Readonly<Record<string, Slot>> {
  const digits =
    (length: number): Slot =>
    () =>
      sayDigits(randomDigits(length, random), random)
  const number = (low: number, high: number): string => sayNumber(random.between(low, high))
  const floorRoom = (): string => `${random.between(1, 32)}0${random.between(1, 9)}`
  return {
    phone: () => sayPhone(random),
    digits2: digits(2),
    digits3: digits(3),
    digits4: digits(4),
    digits5: digits(5),
    digits6: digits(6),
    longDigits: () => digits(random.between(6, 18))(),
    landline: () => `零二零${digits(8)()}`,
    ticketNumber: () => `二零二${random.pick(['五', '六'])}${digits(random.between(4, 8))()}`,
    staffNumber: () => digits(random.between(3, 5))(),
    hotlineNumber: () =>
      random.pick([
        '一二三四五',
        '幺二三四五',
        '幺幺零',
        '一一零',
        '一二零',
        '幺二零',
        '幺幺九',
        '九五五九八',
        '一二三五六',
        '九六一一零',
        '一二三三三',
        '一二三一五',
      ]),
    hotline: () =>
      random.pick([
        '广州一二三四五政务服务便民热线',
        '一二三四五政务服务便民热线',
        '一二三四五热线',
        '幺二三四五政务服务热线',
      ]),
    amount: () => sayAmount(random),
    date: () => sayDate(random),
    clock: () => sayClock(random),
    duration: () => sayDuration(random),
    count: () => sayCount(random.between(2, random.chance(0.6) ? 30 : 400)),
    measure: () => `${number(10, 9_999)}${random.pick(['米', '平方米', '户', '人', '公里', '吨'])}`,
    smallNumber: () => number(1, 85),
    workdays: () => random.pick(['五', '五', '三', '七', '十', '十五', '两', '一']),
    busNumber: () => random.pick([number(1, 99), sayDigits(String(random.between(100, 899)), random)]),
    houseNumber: () => `${number(1, random.chance(0.7) ? 300 : 1_200)}号`,
    building: () => `${number(1, 40)}${random.pick(['号楼', '号楼', '栋', '栋', '座'])}`,
    unit: () => `${sayNumber(random.between(1, 9))}单元`,
    room: () => `${sayDigits(floorRoom(), random)}${random.pick(['房', '室'])}`,
  }
}
