import type { ProcessingFault } from '../../shared/domain/document.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { uploadMaxBytes } from '../../shared/protocol/api.ts'
import { DocumentPages, DocumentText } from '../../shared/protocol/document-files.ts'
import type { MadeFiles, ProcessDocument } from '../app/document-intake-port.ts'
import type { ReadPages } from './read-pages.ts'
import { type ChildLimits, type ChildProgress, defaultChildLimits, runChild } from './run-child.ts'
import { mayHoldSlowImages } from './slow-images.ts'

/** Pages that may hold up everything, each of which is left out at the next try. */
const patience = 3

/** Pages, texts and pictures first; then the copy of what is slow to draw. Each may fail without the other. */
export const createProcessDocument =
  (limits: ChildLimits = defaultChildLimits): ProcessDocument =>
  async (bytes, { onProgress, stopping }) => {
    const options = (step: 'pages' | 'copy') => ({
      limits,
      stopping,
      onProgress: ({ done, of }: ChildProgress) => onProgress({ step, done, of }),
    })
    const read = await readAllPages(bytes, options('pages'))
    const copied = mayHoldSlowImages(bytes) ? await copyOf(bytes, options('copy')) : ok(null)
    const faults: MadeFiles['faults'] = [
      ...(read.ok ? [] : [{ kind: 'pages' as const, fault: read.error }]),
      ...(copied.ok ? [] : [{ kind: 'copy' as const, fault: copied.error }]),
    ]
    const copy = copied.ok && copied.value ? [{ kind: 'copy' as const, bytes: copied.value }] : []
    if (!read.ok) return { files: copy, noText: [], broken: [], faults }
    const { pages, text, packs } = read.value
    return {
      files: [
        { kind: 'pages', bytes: utf8(JSON.stringify(pages)) },
        { kind: 'text', bytes: utf8(JSON.stringify(text)) },
        ...packs.map((pack) => ({ kind: 'thumbs' as const, bytes: pack })),
        ...copy,
      ],
      // What is broken is no scan.
      noText: text.pages.flatMap((page, i) => (page === null && !pages.pages[i]?.isBroken ? [i + 1] : [])),
      broken: pages.pages.flatMap(({ isBroken }, i) => (isBroken ? [i + 1] : [])),
      faults,
    }
  }

type Options = Parameters<typeof runChild>[1]

/** A page that never ends or takes the process down is passed over, and the others are read. */
async function readAllPages(
  bytes: Uint8Array,
  options: Options,
): Promise<Result<ReadPages, ProcessingFault>> {
  const skip: number[] = []
  for (;;) {
    let at: ChildProgress = { kind: 'progress', done: 0, of: 0 }
    const onProgress = (progress: ChildProgress) => {
      at = progress
      options.onProgress(progress)
    }
    const read = await runChild({ kind: 'pages', bytes, skip }, { ...options, onProgress })
    const checked = read.ok && read.value.kind === 'pages' ? check(read.value) : null
    if (checked) return ok(checked)
    const fault = read.ok ? 'crashed' : read.error
    const isOfOnePage = fault !== 'unreadable' && at.done < at.of
    if (!isOfOnePage || skip.length === patience) return fail(fault)
    skip.push(at.done + 1)
  }
}

/** A process that a file has taken over may say anything. */
function check({ pages, text, packs }: ReadPages): ReadPages | null {
  const [readable, written] = [DocumentPages.safeParse(pages), DocumentText.safeParse(text)]
  if (!readable.success || !written.success) return null
  return {
    pages: readable.data,
    text: written.data,
    packs: packs.filter((pack) => pack instanceof Uint8Array),
  }
}

async function copyOf(
  bytes: Uint8Array,
  options: Options,
): Promise<Result<Uint8Array | null, ProcessingFault>> {
  const copied = await runChild({ kind: 'copy', bytes }, options)
  if (!copied.ok) return copied
  const copy = copied.value.kind === 'copy' ? copied.value.copy : null
  return copy && copy.length > uploadMaxBytes ? fail('too-large') : ok(copy)
}
