/**
 * A small picture under each page, shown until the page is drawn: scrolling fast must not show blank paper. It lies in the
 * page's background, since pdf.js takes away whatever else is put into a page.
 */
export type PagePictures = {
  /** Of pages that have none yet; asked as they come near. */
  show(page: number, place: HTMLElement): void
  /** Made from a page that has been drawn, where no other source has one. */
  keep(page: number, canvas: HTMLCanvasElement): void
  /** Pages turned by the reader show none: the pictures stand upright. */
  setUpright(isUpright: boolean): void
  close(): void
}

/** @returns an image of the page, or null where there is none. */
export type PictureSource = (page: number) => Promise<Blob | null>

const longestSide = 280

export function createPagePictures(source: PictureSource | null): PagePictures {
  const addresses = new Map<number, string>()
  const asked = new Set<number>()
  /** Pages drawn before it was known whether there is a picture of them. */
  const waiting = new Map<number, HTMLCanvasElement>()
  const answered = new Set<number>()
  const places = new Map<number, HTMLElement>()
  let isClosed = false
  let isUpright = true

  const put = (page: number, picture: Blob) => {
    if (isClosed || addresses.has(page)) return
    const address = URL.createObjectURL(picture)
    addresses.set(page, address)
    const place = places.get(page)
    if (place && isUpright) paint(place, address)
  }

  const make = (page: number, canvas: HTMLCanvasElement) => {
    if (isClosed || !isUpright || addresses.has(page) || canvas.width === 0) return
    const scale = Math.min(1, longestSide / Math.max(canvas.width, canvas.height))
    const small = new OffscreenCanvas(
      Math.max(1, Math.round(canvas.width * scale)),
      Math.max(1, Math.round(canvas.height * scale)),
    )
    small.getContext('2d')?.drawImage(canvas, 0, 0, small.width, small.height)
    small.convertToBlob({ type: 'image/webp', quality: 0.5 }).then(
      (picture) => put(page, picture),
      () => undefined,
    )
  }
  const answer = (page: number, picture: Blob | null) => {
    answered.add(page)
    const canvas = waiting.get(page)
    waiting.delete(page)
    if (picture) put(page, picture)
    else if (canvas) make(page, canvas)
  }

  return {
    show(page, place) {
      places.set(page, place)
      const address = addresses.get(page)
      if (address !== undefined && isUpright) paint(place, address)
      if (address !== undefined || asked.has(page) || source === null) return
      asked.add(page)
      source(page).then(
        (picture) => answer(page, picture),
        () => answer(page, null),
      )
    },
    keep(page, canvas) {
      if (source === null || answered.has(page)) make(page, canvas)
      else waiting.set(page, canvas)
    },
    setUpright(next) {
      if (isUpright === next) return
      isUpright = next
      for (const [page, place] of places) paint(place, next ? (addresses.get(page) ?? null) : null)
    },
    close() {
      isClosed = true
      for (const address of addresses.values()) URL.revokeObjectURL(address)
      addresses.clear()
      places.clear()
    },
  }
}

function paint(place: HTMLElement, address: string | null): void {
  place.style.backgroundImage = address === null ? '' : `url("${address}")`
}
