import { expect, it } from 'vitest'
import { DocumentId, Hash } from '../../../shared/domain/id.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import type { UploadItem } from '../shared/use-uploads.ts'
import { gapsBeforeSending } from './editor-gaps.ts'

const paper = (kind: 'draft' | 'summary', pages: number) => ({
  id: DocumentId.parse(`${kind}-${pages}`),
  title: kind,
  kind,
  hash: Hash.parse(sha256Hex(new Uint8Array([pages]))),
  size: 1000,
  pages,
})
const upload = (name: string, state: UploadItem['state']): UploadItem => ({
  id: name,
  to: null,
  name,
  size: 1,
  state,
})
const failed = (name: string, kind: 'empty' | 'stopped') => upload(name, { kind: 'failed', fault: { kind } })

it('[M2] nothing is sent on with a long paper and no short one', () => {
  const documents = [paper('draft', 11)]
  expect(gapsBeforeSending({ documents }, [])).toEqual([{ kind: 'summary-missing' }])
  expect(gapsBeforeSending({ documents: [...documents, paper('summary', 6)] }, [])).toEqual([])
})

it('[O6] nothing is sent on while a file is under way or was refused; what was stopped by hand is missed by nobody', () => {
  const items = [
    upload('a.pdf', { kind: 'queued' }),
    failed('b.pdf', 'empty'),
    failed('c.pdf', 'stopped'),
    upload('d.pdf', { kind: 'failed', fault: { kind: 'duplicate', title: 'D' } }),
  ]
  expect(gapsBeforeSending({ documents: [] }, items)).toEqual([
    { kind: 'upload-running' },
    { kind: 'upload-not-taken', name: 'b.pdf' },
  ])
})
