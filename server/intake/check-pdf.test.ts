import { expect, it } from 'vitest'
import { createCheckPdf, defaultCheckPdfSettings } from './check-pdf.ts'
import { defaultPdfLimits } from './pdf-refusal.ts'
import { onePage, rawPdf, stream } from './testing/raw-pdf.ts'

const good = rawPdf(onePage())
const facts = { ok: true, value: { pages: 1, pageSizes: [[595, 842]] } }

/** Cross-reference entries without end: the library would collect them until memory or patience runs out. */
const endless = rawPdf(
  onePage({ objects: [stream('/Type/XRef/Size 9/W[1 2 1]/Index[0 2000000000]', Buffer.from('0000'))] }),
)

it('[O6] a good file passes, and is still the caller’s own', async () => {
  expect(await createCheckPdf()(good, defaultPdfLimits)).toEqual(facts)
  expect(good.length).toBeGreaterThan(0)
})

it('[O6] what is no PDF, or too large, is refused without being opened', async () => {
  const check = createCheckPdf({ ...defaultCheckPdfSettings, atOnce: 0 })
  expect(await check(new Uint8Array([1, 2, 3]), defaultPdfLimits)).toEqual({
    ok: false,
    error: { kind: 'not-a-pdf' },
  })
  expect(await check(good, { size: 10, pages: 1 })).toEqual({
    ok: false,
    error: { kind: 'too-large', size: good.length, limit: 10 },
  })
})

it('[O6] a file that takes too long is stopped, and the next one has its turn', async () => {
  const check = createCheckPdf({ atOnce: 1, timeLimitMs: 1, heapMb: 256 })
  const patient = createCheckPdf({ atOnce: 1, timeLimitMs: 60_000, heapMb: 256 })
  const time = { ok: false, error: { kind: 'too-complex', limit: 'time' } }
  expect(await Promise.all([check(endless, defaultPdfLimits), check(endless, defaultPdfLimits)])).toEqual([
    time,
    time,
  ])
  expect(await patient(good, defaultPdfLimits)).toEqual(facts)
})

it('[O6] a file that takes too much memory dies alone', async () => {
  const check = createCheckPdf({ atOnce: 1, timeLimitMs: 60_000, heapMb: 64 })
  const [first, second] = await Promise.all([check(endless, defaultPdfLimits), check(good, defaultPdfLimits)])
  expect(first).toEqual({ ok: false, error: { kind: 'too-complex', limit: 'memory' } })
  expect(second).toEqual(facts)
})

it('[O6] nesting without end does not bring the thread down', async () => {
  const deep = rawPdf(onePage({ catalog: `/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}` }))
  expect(await createCheckPdf()(deep, defaultPdfLimits)).toEqual({
    ok: false,
    error: { kind: 'broken', part: 'object' },
  })
})
