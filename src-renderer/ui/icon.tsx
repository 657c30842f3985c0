import type { ReactNode } from 'react'
import './ui.css'

/** 16 × 16 outlines, drawn with the colour of the text around them. */
const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  caution: 'M8 2.5 14 13.5H2ZM8 6.5v3.2M8 11.3v.6',
  dot: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  ring: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.3l2.2 1.4',
  cloudOff: 'M4.5 12.5h7a2.5 2.5 0 0 0 .6-4.9A4 4 0 0 0 5 6.2 3.2 3.2 0 0 0 4.5 12.5ZM2.5 2.5l11 11',
  wait: 'M4 2.5h8M4 13.5h8M5 2.5c0 3.5 6 3.5 6 5.5s-6 2-6 5.5M11 2.5c0 3.5-6 3.5-6 5.5s6 2 6 5.5',
  microphone: 'M8 2a2 2 0 0 0-2 2v4a2 2 0 0 0 4 0V4a2 2 0 0 0-2-2ZM3.8 7.5a4.2 4.2 0 0 0 8.4 0M8 11.7V14',
  phone:
    'M4 2.5h2l1 3-1.4 1.2a8 8 0 0 0 3.7 3.7L10.5 9l3 1v2.2c0 .7-.6 1.3-1.3 1.3A9.7 9.7 0 0 1 2.7 3.8c0-.7.6-1.3 1.3-1.3Z',
  down: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  play: 'M5 3.5v9l7-4.5Z',
  stop: 'M4.5 4.5h7v7h-7Z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={paths[name]}
        fill={name === 'dot' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
