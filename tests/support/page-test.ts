import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type Browser, type Page } from '@playwright/test'
import { openBrowser } from './browser.ts'
import { serveFakeDesk, type FakeDeskPage } from './fake-desk-page.ts'
import { startClient, type StartedClient } from './started-client.ts'

interface PageFixtures {
  /** A whole client with data of its own, which ends with the test. */
  readonly client: StartedClient
  /** What the page threw; empty in the end. */
  readonly pageErrors: readonly string[]
}

interface WorkerFixtures {
  readonly browser: Browser
  /** The real page in front of a core that says what a test wants; built once a worker. */
  readonly fakeDesk: FakeDeskPage
}

/** Playwright's `test` in the machine's own Chromium, with something to open in its pages. */
export const test = base.extend<PageFixtures, WorkerFixtures>({
  browser: [
    async ({}, use) => {
      const browser = await openBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  fakeDesk: [
    async ({}, use) => {
      const served = await serveFakeDesk()
      await use(served)
      served.close()
    },
    { scope: 'worker' },
  ],
  client: async ({}, use) => {
    const client = await startClient()
    await use(client)
    await client.stop()
  },
  pageErrors: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await use(errors)
  },
})

/** What keeps somebody out of the page as it is, or makes it hard: by rule, with the elements. */
export async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
