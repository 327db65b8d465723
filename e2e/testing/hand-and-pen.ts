import type { Locator, Page } from '@playwright/test'

type Point = { x: number; y: number }

/** A finger and a pen on the glass, by the browser's own protocol: what its pages get are real touches and a real pen. */
export type HandAndPen = {
  /** Lays the finger on the middle of something and lifts it. */
  tap(what: Locator): Promise<void>
  /** Pushes the paper. */
  swipe(from: Point, to: Point): Promise<void>
  /** Writes, with the pressure growing and falling; where pressed it marks, too. */
  draw(points: readonly Point[]): Promise<void>
}

export async function handAndPen(page: Page): Promise<HandAndPen> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
  /** @param timestamp in seconds: how quick a finger is must not depend on the machine */
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Point[], timestamp?: number) =>
    devTools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at,
      ...(timestamp !== undefined && { timestamp }),
    })
  const pen = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Point, force: number) =>
    devTools.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      force,
      pointerType: 'pen',
      button: force > 0 || type !== 'mouseMoved' ? 'left' : 'none',
      buttons: force > 0 ? 1 : 0,
      ...(type !== 'mouseMoved' && { clickCount: 1 }),
    })
  return {
    tap: async (what) => {
      await what.click({ trial: true })
      const at = middleOf(await boxOf(what))
      await touch('touchStart', [at])
      await touch('touchEnd', [])
    },
    swipe: async (from, to) => {
      const begun = Date.now() / 1000
      await touch('touchStart', [from], begun)
      for (let part = 1; part <= 10; part++)
        await touch('touchMove', [between(from, to, part / 10)], begun + part / 50)
      await touch('touchEnd', [], begun + 0.22)
    },
    draw: async (points) => {
      const [first, last] = [points[0], points.at(-1)]
      if (!first || !last) return
      await pen('mouseMoved', first, 0)
      await pen('mousePressed', first, 0.2)
      for (const [at, point] of points.entries())
        await pen('mouseMoved', point, 0.2 + 0.7 * Math.sin((Math.PI * at) / points.length))
      await pen('mouseReleased', last, 0)
    },
  }
}

async function boxOf(what: Locator) {
  const box = await what.boundingBox()
  if (!box) throw new Error(`not to be seen: ${what}`)
  return box
}

const middleOf = ({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>): Point => ({
  x: x + width / 2,
  y: y + height / 2,
})
const between = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
})
