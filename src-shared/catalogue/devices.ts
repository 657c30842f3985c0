/** What the core says of the machine's sound devices. */
export const deviceMessages = {
  /** The name under which the machine's own sound is offered as a recording device. */
  systemSound: '系统声音（坐席台）',
} as const
