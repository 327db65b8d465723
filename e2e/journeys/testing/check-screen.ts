import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe calls a fault, by WCAG 2.2 AA and its own best practices, on the screen as it stands. */
export async function faultsOnScreen(page: Page): Promise<string[]> {
  // The pages of a document are whatever its ministry wrote.
  // Legacy: the other way opens a blank page beside, in which the program would become a second tab.
  // Only of what is at fault are all places wanted: whatever is well would take as long again.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('.pdfViewer')
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}

export async function checkScreen(page: Page): Promise<void> {
  expect(await faultsOnScreen(page)).toEqual([])
}
