import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff'
import latinExtended from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-500-normal.woff'
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff'
import type { Bytes } from '../../../shared/lib/bytes.ts'

/** The letters of the screens, for files that go out; from our own origin, kept for work without a network. */
export const exportFonts = (): Promise<Bytes[]> =>
  Promise.all(
    [latin, vietnamese, latinExtended].map(async (address) => {
      const answer = await fetch(address)
      if (!answer.ok) throw new TypeError(`no letters: ${answer.status}`)
      return new Uint8Array(await answer.arrayBuffer())
    }),
  )
