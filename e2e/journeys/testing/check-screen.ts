import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Nothing that axe calls a fault, by WCAG 2.2 AA and its own best practices, on the screen as it stands. */
export async function checkScreen(page: Page): Promise<void> {
  // The pages of a document are whatever its ministry wrote.
  // Legacy: the other way opens a blank page beside, in which the program would become a second tab.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('.pdfViewer').analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(told).toEqual([])
}
