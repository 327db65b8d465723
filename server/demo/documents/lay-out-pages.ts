import type { PageMark } from '../../typeset/page-mark.ts'
import type { Typeface } from '../../typeset/typeface.ts'
import { composeBody } from './compose-body.ts'
import type { DocumentBlock } from './document-block.ts'
import type { DocumentRequest } from './document-request.ts'
import { frameOf } from './frame-of.ts'
import { heightOfBlock, layOutBlock } from './lay-out-block.ts'
import { footHeight, layOutFoot, layOutHead } from './lay-out-frame.ts'
import { createPageFlow } from './page-flow.ts'

/** Exactly as many pages as asked for: the body ends where the last page has room for nothing but the signature. */
export function layOutPages(request: DocumentRequest, typeface: Typeface): PageMark[][] {
  const frame = frameOf(request)
  const flow = createPageFlow(typeface)
  layOutHead(flow, frame, request)
  let headings: DocumentBlock[] = []
  for (const block of composeBody(request)) {
    const together = [...headings, block]
    const height = together.reduce((sum, each) => sum + heightOfBlock(flow, each), footHeight(frame))
    const isLastPage = flow.pages.length === request.pages
    if (isLastPage && height > flow.room()) break
    headings = block.kind === 'heading' ? together : []
    if (block.kind !== 'heading') for (const each of together) layOutBlock(flow, each)
  }
  layOutFoot(flow, frame)
  return flow.pages
}
