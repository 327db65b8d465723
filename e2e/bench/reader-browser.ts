import { setTimeout } from 'node:timers/promises'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumArgs, requireChromium } from '../../tools/find-chromium.ts'
import { lying } from '../journeys/testing/tablet.ts'
import type { Frames, Sight } from './reader-eyes.ts'
import type { OurSubject } from './reader-our-page.ts'
import type { Paper } from './reader-subject.ts'

/** In both pages; what only ours has is asked of ours only. */
declare const subject: OurSubject

/** One of the two viewers in a tablet's window, driven from outside. */
export type Reading = ReturnType<typeof readingOn>

const middle = { x: Math.round(lying.width / 2), y: Math.round(lying.height / 2) }

function readingOn(page: Page, cdp: CDPSession, address: string) {
  const start = async () => {
    await page.goto(address)
    await page.waitForFunction(() => 'subject' in globalThis)
  }
  const scroll = (yDistance: number, speed: number) =>
    cdp.send('Input.synthesizeScrollGesture', {
      ...middle,
      yDistance,
      speed,
      gestureSourceType: 'touch',
    })
  const goTo = (no: number) => page.evaluate((n) => subject.goTo(n), no)
  return {
    start,
    goTo,
    fill: (papers: Paper[]) => page.evaluate((all) => subject.fill(all), papers),
    wake: (papers: Paper[]) => page.evaluate((all) => subject.wake(all), papers),
    async open(name: string): Promise<{ pages: number; ms: number }> {
      await page.bringToFront()
      return await page.evaluate((it) => subject.open(it), name)
    },
    close: () => page.evaluate(() => subject.close()),
    jump: (no: number) => page.evaluate((n) => subject.jump(n), no),
    readThrough: (pages: number, mostMs: number) =>
      page.evaluate(([n, most]) => subject.readThrough(n, most), [pages, mostMs] as const),
    fetchAll: (from: string, named: readonly { hash: string; size: number }[]) =>
      page.evaluate(([origin, all]) => subject.fetchAll(origin, all), [from, named] as const),
    search: (overPages: number, turns: number) =>
      page.evaluate(([most, times]) => subject.search(most, times), [overPages, turns] as const),
    /** Down from a page at once, as fast as a thumb throws: some fifteen pages. */
    async fling(from: number): Promise<{ after: Sight; during: Frames }> {
      await goTo(from)
      await setTimeout(600)
      await page.evaluate(() => subject.startFrames())
      await scroll(-24_000, 24_000)
      await setTimeout(300)
      const after = await page.evaluate(() => subject.sight())
      return { after, during: await page.evaluate(() => subject.endFrames()) }
    },
    /** Over the second page and back, slowly. @returns the times between frames */
    async scrollSecondPage(): Promise<number[]> {
      await goTo(2)
      await setTimeout(1000)
      await page.evaluate(() => subject.startFrames())
      for (const way of [-1, 1, -1, 1]) await scroll(way * 700, 900)
      return (await page.evaluate(() => subject.endFrames())).intervals
    },
    showStrokes: (count: number) => page.evaluate((n) => subject.showStrokes(n), count),
    /** A long line of the pen, as often told as a tablet's screen does. */
    async write(events: number): Promise<{ delays: number[]; handling: number[] }> {
      await page.evaluate(() => subject.hold({ kind: 'ink', colour: '#1f4fd8', width: 1.5 }))
      const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', i: number) =>
        cdp.send('Input.dispatchMouseEvent', {
          type,
          x: 300 + ((i * 3) % 500),
          y: middle.y + 90 * Math.sin(i / 9),
          button: 'left',
          buttons: type === 'mouseReleased' ? 0 : 1,
          clickCount: 1,
          pointerType: 'pen',
          force: 0.5,
        })
      await pen('mousePressed', 0)
      await page.evaluate(() => subject.takePenTimes())
      for (let i = 1; i <= events; i++) {
        await pen('mouseMoved', i)
        await setTimeout(8)
      }
      const times = await page.evaluate(() => subject.takePenTimes())
      await pen('mouseReleased', events)
      await page.evaluate(() => subject.hold({ kind: 'read' }))
      return times
    },
    async collectGarbage(): Promise<void> {
      await cdp.send('HeapProfiler.collectGarbage')
      await setTimeout(1500)
      await cdp.send('HeapProfiler.collectGarbage')
      await setTimeout(500)
    },
  }
}

/** One Chromium; each viewer has a profile of its own and so a process of its own. */
export async function openReadings(origin: string) {
  const server = await chromium.launchServer({
    executablePath: await requireChromium(),
    args: [...chromiumArgs],
  })
  const browser = await chromium.connect(server.wsEndpoint())
  const read = async (name: 'stock' | 'our'): Promise<Reading> => {
    const context = await browser.newContext({ viewport: lying, deviceScaleFactor: 2, hasTouch: true })
    const page = await context.newPage()
    return readingOn(page, await context.newCDPSession(page), `${origin}/${name}/`)
  }
  return {
    stock: await read('stock'),
    ours: await read('our'),
    pid: server.process().pid ?? 0,
    close: () => server.close(),
  }
}
