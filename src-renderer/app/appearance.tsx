import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useUi } from '../state/desk-context.ts'
import type { ThemeName } from '../state/ui-store.ts'
import { antdTheme } from './antd-theme.ts'
import { cssVariables, largeFromWidth, palettes, sizes, type PaletteName } from './tokens.ts'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

function usePalette(theme: ThemeName): PaletteName {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const contrast = useMedia('(prefers-contrast: more)')
  if (theme !== 'system') return theme
  if (contrast) return 'contrast'
  return dark ? 'dark' : 'light'
}

/** Gives CSS and antd the same tokens, by the person's choice, the system's, and the width of the window. */
export function Appearance({ children }: { readonly children: ReactNode }): ReactNode {
  const name = usePalette(useUi((state) => state.theme))
  const palette = palettes[name]
  const size = sizes[useMedia(`(min-width: ${largeFromWidth}px)`) ? 'large' : 'normal']
  useEffect(() => {
    const { style, dataset } = document.documentElement
    for (const [property, value] of cssVariables(palette, size)) style.setProperty(property, value)
    dataset['palette'] = name
  }, [name, palette, size])
  const theme = useMemo(() => antdTheme(palette, size), [palette, size])
  return (
    <ConfigProvider locale={zhCN} theme={theme} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  )
}
