import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, instant } from '../../../shared/lib/time.ts'
import { inspectPdf } from '../../intake/inspect-pdf.ts'
import { defaultPdfLimits } from '../../intake/pdf-refusal.ts'
import type { DocumentKind, DocumentRequest } from './document-request.ts'
import { makeDocument } from './make-document.ts'

const textKinds: DocumentKind[] = ['submission', 'draft-decree', 'appraisal', 'summary', 'statistics']

const request = (change: Partial<DocumentRequest>): DocumentRequest => ({
  kind: 'submission',
  title: 'Về dự thảo Nghị định quy định chi tiết một số điều của Luật Bảo hiểm y tế',
  agency: 'Bộ Y tế',
  number: '45/TTr-BYT',
  day: addDays(dayOf(instant(0)), 20_500),
  pages: 3,
  seed: 7,
  ...change,
})

/** Lines of each page as pdf.js reads them. */
async function textOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages: string[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await task.destroy()
  return pages
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

describe('[D1] documents of the demonstration', () => {
  it.each(textKinds)('[D1] %s: title, issuer and body read back with every diacritic', async (kind) => {
    const pages = await textOf(await makeDocument(request({ kind })))
    const first = inOneLine(pages[0] ?? '')
    expect(first).toContain('Về dự thảo Nghị định quy định chi tiết một số điều của Luật Bảo hiểm y tế')
    expect(first).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(first).toContain('Hà Nội, ngày 16 tháng 02 năm 2026')
    expect(first).toContain(kind === 'draft-decree' ? 'CHÍNH PHỦ' : 'BỘ Y TẾ')
    expect(inOneLine(pages.slice(1).join(' '))).toMatch(/[ợộệềừ]/)
    expect(pages.join('')).toBe(pages.join('').normalize('NFC'))
  })

  it.each([...textKinds, 'scan'] as const)('[D1] %s: exactly as many pages as asked for', async (kind) => {
    for (const pages of [1, 2, 7])
      expect(await inspectPdf(await makeDocument(request({ kind, pages })), defaultPdfLimits)).toEqual({
        ok: true,
        value: { pages, pageSizes: Array.from({ length: pages }, () => [595.28, 841.89]) },
      })
  })

  it('[D1] pages are numbered from the second on, and the last is signed', async () => {
    const pages = await textOf(await makeDocument(request({ pages: 120, kind: 'draft-decree' })))
    expect(pages.length).toBe(120)
    expect(pages.map((page) => /^\d+/.exec(page)?.[0] ?? null)).toEqual([
      null,
      ...Array.from({ length: 119 }, (_, at) => String(at + 2)),
    ])
    expect(pages.at(-1)).toContain('Nơi nhận:')
  })

  it('[D1] the field follows the title', async () => {
    const words = async (title: string) =>
      inOneLine((await textOf(await makeDocument(request({ title })))).join(' '))
    expect(await words('Về đầu tư cảng biển trực thuộc trung ương')).toContain('Công tác giải phóng mặt bằng')
    expect(await words('Về bảng giá đất đai')).toContain('Việc bố trí tái định cư')
    expect(await words('Về phân bổ ngân sách nhà nước')).toContain('Bội chi và nợ công')
  })

  it('[D1] a scan is an image: nothing can be read back', async () => {
    expect((await textOf(await makeDocument(request({ kind: 'scan', pages: 2 })))).join('').trim()).toBe('')
  })

  it.each(['submission', 'scan'] as const)(
    '[D1] %s: the same seed gives the same bytes, another seed others',
    async (kind) => {
      const [one, same, other] = [1, 1, 2].map((seed) => makeDocument(request({ kind, seed })))
      expect(await same).toEqual(await one)
      expect(await other).not.toEqual(await one)
    },
  )

  it('[D1] long titles, and letters the typeface has in neither file, still make a document', async () => {
    const title = `Về việc ${'sửa đổi, bổ sung quy định '.repeat(12)}(漢 ₫ ≥)`
    expect(
      await inspectPdf(await makeDocument(request({ title, pages: 1 })), defaultPdfLimits),
    ).toMatchObject({
      ok: true,
      value: { pages: 1 },
    })
  })

  it.each([0, 121, 1.5, Number.NaN])('[D1] %s pages are refused', async (pages) => {
    await expect(makeDocument(request({ pages }))).rejects.toThrow(RangeError)
  })
})
