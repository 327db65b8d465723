/**
 * pdf.js keeps the canvases of ten pages, some 150 MB on a sharp screen. A tablet gets back all but those in sight and their
 * neighbours; the picture below a page shows until it is drawn again.
 */
export type DrawnPage = { id: number; canvas: HTMLCanvasElement | null; destroy(): void }

const neighbours = 1

/** The pages that hold memory. */
export function createDrawnPages() {
  const drawn = new Map<number, DrawnPage>()
  return {
    ids: () => [...drawn.keys()],
    canvas: (page: number) => drawn.get(page)?.canvas ?? null,
    add: (page: DrawnPage) => {
      drawn.set(page.id, page)
    },
    /** @param inSight numbers of the pages in sight, ascending */
    freeFar(inSight: readonly number[]) {
      const first = inSight[0]
      const last = inSight.at(-1)
      if (first === undefined || last === undefined) return
      for (const page of drawn.values()) {
        const isNear = page.id >= first - neighbours && page.id <= last + neighbours
        if (isNear || page.canvas === null) continue
        page.destroy()
        drawn.delete(page.id)
      }
    },
  }
}

/**
 * Above this a page is drawn twice: coarsely, then finely the part in sight. A page as wide as a sharp tablet stays below it,
 * so that it is there after one drawing; iPads give a page's canvases less room.
 */
export function maxCanvasPixels({ userAgent, maxTouchPoints }: Navigator): number {
  const isIpad = /iPad|iPhone|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
  return isIpad ? 2_500_000 : 8_000_000
}
