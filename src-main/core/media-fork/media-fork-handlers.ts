import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { ForkDesk } from './fork-desk.ts'

export function mediaForkHandlers(forks: ForkDesk): Pick<Handlers, 'mediaFork.get'> {
  return { 'mediaFork.get': () => forks.view }
}
