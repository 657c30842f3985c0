import { describe, expect, it } from 'vitest'
import { cssVariables, palettes, sizes, type Palette } from '../../src-renderer/app/tokens.ts'

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right)
  return (light + 0.05) / (dark + 0.05)
}

/** Every colour of text with the grounds it stands on. */
const pairs: readonly (readonly [keyof Palette, readonly (keyof Palette)[]])[] = [
  ['ink', ['paper', 'panel', 'wash', 'accentWash', 'amberWash', 'redWash', 'lit']],
  ['inkSoft', ['paper', 'panel', 'wash', 'accentWash', 'amberWash']],
  ['inkFaint', ['paper', 'panel']],
  ['accent', ['paper', 'panel', 'wash', 'accentWash']],
  ['seatInk', ['paper', 'lit']],
  ['amber', ['paper', 'panel', 'amberWash']],
  ['red', ['paper', 'panel', 'redWash']],
  ['onAccent', ['accent']],
]

describe.each(Object.entries(palettes))('the %s palette', (_, palette) => {
  it.each(pairs.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    'lets %s be read on %s (4.5:1)',
    (text, ground) => {
      expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )
})

it('gives every token to CSS', () => {
  const names = cssVariables(palettes.light, sizes.normal).map(([name]) => name)
  expect(names).toContain('--ink-soft')
  expect(names).toHaveLength(Object.keys(palettes.light).length + Object.keys(sizes.normal).length + 1)
})
