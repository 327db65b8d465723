/**
 * pdf.js keeps the canvases of ten pages, some 150 MB on a sharp screen. A tablet gets back all but those in sight and their
 * neighbours; the picture below a page shows until it is drawn again.
 */
export type DrawnPage = { id: number; canvas: HTMLCanvasElement | null; destroy(): void }

const neighbours = 1

/**
 * @param inSight numbers of the pages in sight, ascending
 * @returns what is to be given back
 */
function pagesToFree<T extends DrawnPage>(pages: readonly T[], inSight: readonly number[]): T[] {
  const first = inSight[0]
  const last = inSight.at(-1)
  if (first === undefined || last === undefined) return []
  return pages.filter(
    ({ id, canvas }) => canvas !== null && (id < first - neighbours || id > last + neighbours),
  )
}

/** The pages that hold memory: of those scrolled past it is taken back as soon as the next is drawn. */
export function createDrawnPages() {
  const drawn = new Map<number, DrawnPage>()
  const freeFar = (inSight: readonly number[], except: DrawnPage | null = null) => {
    for (const page of pagesToFree([...drawn.values()], inSight)) {
      if (page === except) continue
      page.destroy()
      drawn.delete(page.id)
    }
  }
  return {
    ids: () => [...drawn.keys()],
    canvas: (page: number) => drawn.get(page)?.canvas ?? null,
    /** The library is not yet done with it: it stays, wherever it lies. */
    add(page: DrawnPage, inSight: readonly number[]) {
      drawn.set(page.id, page)
      freeFar(inSight, page)
    },
    freeFar: (inSight: readonly number[]) => freeFar(inSight),
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
