import type { PdfRefusal } from './pdf-refusal.ts'

const header = '%PDF-'

/** Strictly at the first byte: a page of HTML with a PDF further down is two files in one. */
export const beginsAsPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, header.length)) === header

/**
 * Cut short or patched together: without an end mark near the end, and a last cross-reference where that end says, two
 * readers each repair the file in their own way and may show two different documents.
 */
export function findBrokenEnd(bytes: Uint8Array): PdfRefusal | null {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)))
  const end = /startxref\s+(\d{1,10})\s+%%EOF(?:(?!%%EOF)[\s\S]){0,1024}$/.exec(tail)
  if (!end) return { kind: 'broken', part: 'end-of-file' }
  const offset = Number(end[1])
  const there = latin1(bytes.subarray(offset, offset + 40))
  return /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(there) ? null : { kind: 'broken', part: 'cross-reference' }
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
