import { addPage, createPdf, savePdf } from '../typeset/pdf-file.ts'
import type { Typeface } from '../typeset/typeface.ts'
import { createTextPageWriter } from '../typeset/write-text-page.ts'
import { heightOfBlock, layOutBlocks } from './lay-out-block.ts'
import { footHeight, layOutFoot } from './lay-out-foot.ts'
import { layOutHead } from './lay-out-head.ts'
import type { OfficialPaper } from './official-paper.ts'
import { createPageFlow, type PageFlow } from './page-flow.ts'

/** @returns the same bytes for the same paper */
export async function writePdf(paper: OfficialPaper, typeface: Typeface): Promise<Uint8Array> {
  const flow = createPageFlow(typeface)
  layOutHead(flow, paper)
  layOutBody(flow, paper)
  layOutFoot(flow, paper)
  const { name, abstract, issuer, notation, madeAt } = paper
  const pdf = await createPdf({ title: `${name}: ${abstract}`, author: issuer, subject: notation, madeAt })
  const write = await createTextPageWriter(pdf, typeface, flow.pages)
  for (const marks of flow.pages) addPage(pdf, write(marks))
  return await savePdf(pdf)
}

/** A signature never stands on a page of its own: the last paragraph goes with it. */
function layOutBody(flow: PageFlow, paper: OfficialPaper): void {
  const last = paper.body.at(-1)
  layOutBlocks(flow, paper.body.slice(0, -1))
  if (!last) return
  if (last.kind !== 'table') {
    const needed = heightOfBlock(flow, last) + footHeight(flow, paper)
    if (needed > flow.room()) flow.newPage()
  }
  layOutBlocks(flow, [last])
}
