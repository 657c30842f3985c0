/** Every colour and size of the screen. CSS reads them as variables (`paper` → `--paper`), antd through `antd-theme.ts`. */

export interface Palette {
  readonly scheme: 'light' | 'dark'
  readonly paper: string
  readonly panel: string
  readonly ink: string
  readonly inkSoft: string
  readonly inkFaint: string
  readonly line: string
  readonly lineSoft: string
  readonly lineControl: string
  readonly wash: string
  readonly accent: string
  readonly accentWash: string
  readonly onAccent: string
  readonly seatInk: string
  readonly seatLine: string
  readonly amber: string
  readonly amberEdge: string
  readonly amberWash: string
  readonly red: string
  readonly redWash: string
  readonly lit: string
}

const light: Palette = {
  scheme: 'light',
  paper: '#FAFAF7',
  panel: '#FFFFFF',
  ink: '#1F2328',
  inkSoft: '#545C66',
  inkFaint: '#666E78',
  line: '#E0E0D8',
  lineSoft: '#EDEDE7',
  lineControl: '#D5D5CC',
  wash: '#F0F0EA',
  accent: '#0F6B6B',
  accentWash: '#E6F1F0',
  onAccent: '#FFFFFF',
  seatInk: '#2B4747',
  seatLine: '#8FBDBA',
  amber: '#855600',
  amberEdge: '#D89614',
  amberWash: '#FFF6E0',
  red: '#A61B1B',
  redWash: '#FCEDEC',
  lit: '#CFE8E5',
}

const dark: Palette = {
  scheme: 'dark',
  paper: '#15191C',
  panel: '#1C2125',
  ink: '#E4E6E3',
  inkSoft: '#A9B1B8',
  inkFaint: '#939CA5',
  line: '#32393F',
  lineSoft: '#282E33',
  lineControl: '#414A51',
  wash: '#262C31',
  accent: '#63C2BA',
  accentWash: '#1B3635',
  onAccent: '#0B1A1A',
  seatInk: '#C2DAD7',
  seatLine: '#3F6F6B',
  amber: '#E5B45A',
  amberEdge: '#C78A1B',
  amberWash: '#332912',
  red: '#F19A93',
  redWash: '#3D1F1E',
  lit: '#245350',
}

const contrast: Palette = {
  scheme: 'light',
  paper: '#FFFFFF',
  panel: '#FFFFFF',
  ink: '#000000',
  inkSoft: '#1A1A1A',
  inkFaint: '#2E2E2E',
  line: '#4A4A4A',
  lineSoft: '#7A7A7A',
  lineControl: '#000000',
  wash: '#EFEFEF',
  accent: '#00474A',
  accentWash: '#D9F0EE',
  onAccent: '#FFFFFF',
  seatInk: '#002F30',
  seatLine: '#00474A',
  amber: '#5C3800',
  amberEdge: '#8A5500',
  amberWash: '#FFEFC2',
  red: '#8A0000',
  redWash: '#FFE1DE',
  lit: '#A8DEDA',
}

export const palettes = { light, dark, contrast } as const
export type PaletteName = keyof typeof palettes

/** Sizes in px. A wide screen (two metres of desk, 2K) gets larger type instead of longer lines. */
export interface Sizes {
  readonly font: number
  readonly fontLine: number
  readonly small: number
  readonly title: number
  readonly row: number
  readonly control: number
}

const normal: Sizes = { font: 14, fontLine: 22, small: 12, title: 16, row: 32, control: 28 }
const large: Sizes = { font: 17, fontLine: 27, small: 14, title: 19, row: 40, control: 34 }

export const sizes = { normal, large } as const

/** From this width on the large sizes are used. */
export const largeFromWidth = 2200

export const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The tokens as CSS custom properties, name and value. */
export function cssVariables(palette: Palette, size: Sizes): readonly (readonly [string, string])[] {
  const { scheme, ...colours } = palette
  return [
    ['color-scheme', scheme],
    ['--font-family', fontFamily],
    ...Object.entries(colours).map(([name, value]) => [`--${kebab(name)}`, value] as const),
    ...Object.entries(size).map(([name, value]) => [`--${kebab(name)}`, `${String(value)}px`] as const),
  ]
}
