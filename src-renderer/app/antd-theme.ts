import { theme, type ThemeConfig } from 'antd'
import { fontFamily, type Palette, type Sizes } from './tokens.ts'

/** antd's tokens from ours. */
export function antdTheme(palette: Palette, size: Sizes): ThemeConfig {
  // The compact algorithm shrinks type and controls too; only its spacing is wanted.
  const exact = {
    fontSize: size.font,
    lineHeight: size.fontLine / size.font,
    controlHeight: size.control,
    borderRadius: 4,
  }
  const base = palette.scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return {
    algorithm: [base, theme.compactAlgorithm],
    token: {
      fontFamily,
      ...exact,
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorText: palette.ink,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDisabled: palette.inkSoft,
      colorBgContainer: palette.panel,
      colorBgContainerDisabled: palette.paper,
      colorBgElevated: palette.panel,
      colorBgLayout: palette.paper,
      colorBorder: palette.lineControl,
      colorTextLightSolid: palette.onAccent,
      colorError: palette.red,
      controlItemBgActive: palette.accentWash,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      wireframe: false,
    },
    components: {
      Input: { ...exact, inputFontSize: size.font, paddingInline: 10, activeShadow: 'none' },
      Select: {
        ...exact,
        optionFontSize: size.font,
        optionHeight: size.control,
        optionSelectedBg: palette.accentWash,
        optionSelectedColor: palette.accent,
        optionActiveBg: palette.wash,
      },
    },
  }
}
