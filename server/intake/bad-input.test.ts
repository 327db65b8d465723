import { describe, expect, it } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'
import { defaultPdfLimits } from './pdf-refusal.ts'
import { createProcessDocument } from './process-document.ts'
import { defaultChildLimits } from './run-child.ts'
import { oddFiles } from './testing/odd-files.ts'
import { bomb, refusedFiles } from './testing/refused-files.ts'

const inspect = async (bytes: Uint8Array) => {
  const seen = await inspectPdf(bytes, defaultPdfLimits)
  return seen.ok ? seen.value : seen.error.kind
}

describe('[O6] bad input', () => {
  it('[O6] stops at the door, each kind by its own name', async () => {
    const files = await refusedFiles()
    const told = await Promise.all(files.map(async ({ name, bytes }) => [name, await inspect(bytes)]))
    expect(told).toEqual(files.map(({ name, refusal }) => [name, refusal]))
  })

  it('[O6] that is only odd is taken in, its pages as a reader shows them', async () => {
    const files = await oddFiles()
    const told = await Promise.all(files.map(async ({ name, bytes }) => [name, await inspect(bytes)]))
    expect(told).toEqual(
      files.map(({ name, page, pages = 1 }) => [
        name,
        { pages, pageSizes: Array.from({ length: pages }, () => page) },
      ]),
    )
  })

  it('[O6] what draws a page unpacks to 128 MB at most, an image to more', async () => {
    expect(await inspect(bomb(100))).toMatchObject({ pages: 1 })
    expect(await inspect(bomb(129))).toBe('too-complex')
  })

  it('[O6] images beyond memory cost neither the process nor the page', async () => {
    const found = (await oddFiles()).find(({ name }) => name === 'image beyond memory')
    const process = createProcessDocument({ ...defaultChildLimits, priority: 0 })
    const made = await process(found?.bytes ?? new Uint8Array(), {
      onProgress: () => {},
      stopping: new AbortController().signal,
    })
    expect(made.faults).toEqual([])
  }, 60_000)
})
