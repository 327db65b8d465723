import { fail, type Result } from '../../shared/lib/result.ts'
import { beginsAsPdf, findBrokenEnd } from './file-ends.ts'
import { findForbiddenName } from './forbidden-names.ts'
import { pageSizesOf } from './page-sizes.ts'
import type { PdfFacts, PdfLimits, PdfRefusal } from './pdf-refusal.ts'
import { SuspiciousParser } from './suspicious-parser.ts'
import { checkUnpackedSize } from './unpack.ts'

/** The checks themselves. Takes as long and as much as the file makes it: run it only where it can be stopped. */
export async function inspectPdf(
  bytes: Uint8Array,
  limits: PdfLimits,
): Promise<Result<PdfFacts, PdfRefusal>> {
  if (bytes.length > limits.size) return fail({ kind: 'too-large', size: bytes.length, limit: limits.size })
  if (!beginsAsPdf(bytes)) return fail({ kind: 'not-a-pdf' })
  const outside = findForbiddenName(bytes, false) ?? findBrokenEnd(bytes)
  if (outside) return fail(outside)

  const parser = new SuspiciousParser(bytes)
  try {
    const context = await parser.readAll()
    if (parser.refusal) return fail(parser.refusal)
    for (const stream of parser.streams) {
      const size = await checkUnpackedSize(stream)
      if (!size.ok) return size
    }
    return pageSizesOf(context, limits.pages)
  } catch {
    // Whatever the library throws, it throws because of the file.
    return fail(parser.refusal ?? { kind: 'broken', part: 'object' })
  }
}
