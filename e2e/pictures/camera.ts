import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { faultsOnScreen } from '../journeys/testing/check-screen.ts'
import { desk, lying, upright } from '../journeys/testing/tablet.ts'

const sizes = {
  'tablet-landscape': lying,
  'tablet-portrait': upright,
  desk,
  hall: { width: 1920, height: 1080 },
}
export type Size = keyof typeof sizes

/** Takes the same screen in several sizes, and looks at the last of them for what axe calls a fault. */
export type Camera = (page: Page, name: string, only?: readonly Size[]) => Promise<void>

/**
 * @param folder gets one folder a size
 * @param onFault hears of each fault that axe finds
 */
export function createCamera(folder: string, onFault: (fault: string) => void): Camera {
  return async (page, name, only = ['tablet-landscape', 'tablet-portrait', 'desk']) => {
    for (const size of only) {
      await page.setViewportSize(sizes[size])
      // A tablet has no pointer that rests on something.
      await page.mouse.move(0, 0)
      // Fonts loaded, and two frames drawn in the new shape.
      await page.evaluate(async () => {
        await document.fonts.ready
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      })
      await mkdir(join(folder, size), { recursive: true })
      await page.screenshot({ path: join(folder, size, `${name}.png`), animations: 'disabled' })
    }
    for (const fault of await faultsOnScreen(page)) onFault(`${name}: ${fault}`)
    console.log(name)
  }
}
