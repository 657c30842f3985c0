import { dispatchText } from '../../catalogue/dispatch.ts'
import type { DispatchRule } from '../site-pack.ts'
import type { CategoryRef, IncidentAddress } from '../ticket-fields.ts'

/** 承办单位: who is to handle a matter, and why. */
interface ResponsibleUnit {
  readonly unit: string
  /** One Chinese sentence for the form. */
  readonly why: string
  /** False where the unit depends on a place that is not known yet. */
  readonly placed: boolean
  /** Units to turn to next, in order. */
  readonly fallback: readonly string[]
  /** Who gets the ticket next when the unit sends it back (退单). */
  readonly returns: DispatchRule['returns']
}

const roadPrefix = 'road:'
/** Any place. */
export const anywhere = '*'

/**
 * The responsible unit from the dispatch catalogue (派单目录): of the rules that fit category and place, the one with the
 * longest category code; of those, the one with the narrowest place (road, street, district, anywhere). Undefined where no
 * rule fits.
 */
export function responsibleUnit(
  category: CategoryRef,
  address: IncidentAddress | undefined,
  dispatch: readonly DispatchRule[],
): ResponsibleUnit | undefined {
  const rule = dispatch
    .filter((entry) => category.code.startsWith(entry.category) && fits(entry.place, address))
    .reduce<DispatchRule | undefined>(
      (best, entry) => (best === undefined || narrowness(entry) > narrowness(best) ? entry : best),
      undefined,
    )
  if (rule === undefined) return undefined
  const fill = (unit: string): string | undefined => fillPlace(unit, address)
  const known = fill(rule.unit)
  const filled = (units: readonly string[]): readonly string[] => units.flatMap((unit) => fill(unit) ?? [])
  const unit = known ?? (rule.unplaced === '' ? filled(rule.fallback)[0] : rule.unplaced)
  if (unit === undefined) return undefined
  const matter = category.path.at(-1) ?? category.code
  const why = dispatchText.why(
    matter,
    placeText(rule, address),
    known ?? rule.unit.replaceAll(/\{\w+\}/gu, ''),
  )
  return {
    unit,
    why: known === undefined ? why + dispatchText.unplaced(unit) : why,
    placed: known !== undefined,
    fallback: filled(rule.fallback).filter((next) => next !== unit),
    returns: rule.returns.flatMap(({ reason, to }) => {
      const next = fill(to)
      return next === undefined ? [] : [{ reason, to: next }]
    }),
  }
}

function fits(place: string, address: IncidentAddress | undefined): boolean {
  if (place === anywhere) return true
  if (place.startsWith(roadPrefix)) return address?.road?.includes(place.slice(roadPrefix.length)) ?? false
  return place === address?.district || place === address?.street
}

function narrowness({ category, place }: DispatchRule): number {
  return category.length * 10 + placeRank(place)
}

function placeRank(place: string): number {
  if (place === anywhere) return 0
  if (place.startsWith(roadPrefix)) return 3
  return place.endsWith('区') ? 1 : 2
}

/** The unit with its place filled in; undefined while the address does not say it. */
function fillPlace(unit: string, address: IncidentAddress | undefined): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    district: address?.district,
    street: address?.street,
  }
  const names = Array.from(unit.matchAll(/\{(\w+)\}/gu), (match) => match[1] ?? '')
  if (names.some((name) => values[name] === undefined)) return undefined
  return unit.replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '')
}

function placeText({ place, unit }: DispatchRule, address: IncidentAddress | undefined): string {
  if (place.startsWith(roadPrefix)) return dispatchText.road(place.slice(roadPrefix.length))
  if (place !== anywhere) return place
  return unit.includes('{') ? (address?.district ?? '') : ''
}
