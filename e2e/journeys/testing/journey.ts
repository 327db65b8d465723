import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test'
import type { Officers } from './arranged-ballot.ts'
import { type Account, accounts, usualMembers } from './first-people.ts'
import { type Office, openOffice } from './office.ts'
import { enrolOfficer } from './officer.ts'
import { enrol, lying, openTablet, type Tablet } from './tablet.ts'

type Journey = {
  /** Members in post. */
  government: readonly Account[]
  /** This story's own server and database. */
  office: Office
  /** Secretary and head of office without screens. */
  officers: Officers
  /** A new tablet, with somebody's account enrolled. */
  tabletOf(account: Account, options?: BrowserContextOptions): Promise<Tablet>
  /** A new tablet that nobody has signed in on. */
  newTablet(options?: BrowserContextOptions): Promise<Tablet>
}

export const test = base.extend<Journey>({
  government: [usualMembers, { option: true }],
  office: async ({ government }, use, info) => {
    const office = await openOffice(government)
    await use(office)
    if (info.status !== info.expectedStatus) {
      await info.attach('server', { body: office.output(), contentType: 'text/plain' })
    }
    await office.close()
    expect(office.output()).not.toMatch(/"status":5\d\d/)
  },
  officers: async ({ office }, use) => {
    const [secretary, head] = await Promise.all([
      enrolOfficer(office, accounts.secretary),
      enrolOfficer(office, accounts.head),
    ])
    await use({ secretary, head })
  },
  newTablet: async ({ browser, office }, use) => {
    const opened: { context: BrowserContext; tablet: Tablet }[] = []
    const faults: string[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ viewport: lying, hasTouch: true, ...options })
      context.on('weberror', (fault) => void faults.push(String(fault.error())))
      context.on('console', (message) => {
        if (/Content Security Policy|Trusted/.test(message.text())) faults.push(message.text())
      })
      const tablet = await openTablet(office, context)
      opened.push({ context, tablet })
      return tablet
    })
    for (const { context, tablet } of opened) {
      await context.close()
      await tablet.line.cut()
    }
    expect(faults).toEqual([])
  },
  tabletOf: async ({ newTablet, office }, use) => {
    await use(async (account, options) => {
      const tablet = await newTablet(options)
      await enrol(tablet, office, account)
      return tablet
    })
  },
})
