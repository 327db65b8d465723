import { type Frames, type Sight, sightOf, untilFull, watchFrames } from './reader-eyes.ts'

/** A document with what the server's intake made of it; addresses on the benchmark's own server. */
export interface Paper {
  name: string
  address: string
  derived: { kind: 'pages' | 'text' | 'thumbs' | 'copy'; address: string }[]
}

/** One of the two viewers, as far as they differ. */
export interface Viewer {
  container: HTMLDivElement
  /** Puts the documents where they are kept. */
  fill(papers: readonly Paper[]): Promise<void>
  /** After a reload: ready for a tap. */
  wake(papers: readonly Paper[]): Promise<void>
  /** What comes before the tap for this one document. */
  prepare(name: string): void
  /** @returns how many pages it has; its first need not be drawn yet. */
  open(name: string): Promise<number>
  goTo(page: number): void
  close(): Promise<void>
}

/** What the benchmark asks of the page, alike for both. */
export function subjectOf(viewer: Viewer) {
  const { container } = viewer
  let ending: (() => Frames) | null = null
  return {
    fill: viewer.fill,
    wake: viewer.wake,
    close: viewer.close,
    async open(name: string): Promise<{ pages: number; ms: number }> {
      viewer.prepare(name)
      const tappedAt = performance.now()
      const pages = await viewer.open(name)
      return { pages, ms: (await untilFull(container)) - tappedAt }
    },
    async jump(page: number): Promise<number> {
      const from = performance.now()
      viewer.goTo(page)
      return (await untilFull(container)) - from
    },
    /** Page by page to the end, none looked at for longer than `mostMs`. @returns how many were seen in full */
    async readThrough(pages: number, mostMs: number): Promise<number> {
      let seen = 0
      for (let page = 1; page <= pages; page++) {
        viewer.goTo(page)
        const isFull = await untilFull(container, mostMs).then(
          () => true,
          () => false,
        )
        if (isFull) seen += 1
      }
      return seen
    },
    /** Without waiting for anything. */
    goTo: viewer.goTo,
    sight: (): Sight => sightOf(container),
    startFrames: () => {
      ending = watchFrames(container)
    },
    endFrames: (): Frames => ending?.() ?? { intervals: [], blank: 0 },
  }
}

export type Subject = ReturnType<typeof subjectOf>

/** What scrolls, as large as the window, and what holds the pages. */
export function makePlace(): { container: HTMLDivElement; pages: HTMLDivElement } {
  const container = document.createElement('div')
  const pages = document.createElement('div')
  container.style.cssText = 'position: absolute; inset: 0; overflow: auto; touch-action: pan-x pan-y'
  pages.className = 'pdfViewer'
  container.append(pages)
  document.body.append(container)
  return { container, pages }
}

export const bytesAt = async (address: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer())
