import { Hash } from '../../shared/domain/id.ts'
import type { Result } from '../../shared/lib/result.ts'
import {
  BeginUpload,
  chunkBytes,
  FinishQuery,
  type UploadState,
  WriteQuery,
} from '../../shared/protocol/api.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import type { UploadFault } from '../app/upload.ts'
import { failure, json, malformed, notFound, type Reply, tooMany } from './reply.ts'
import { guarded, noBody, type Route, smallJson } from './route.ts'

export function uploadRoutes({ uploads, documents }: FrontDesk): Route[] {
  const common = {
    access: ['upload-document', 'upload-attachment'],
    device: 'needed',
    rate: { perMinute: 1200, burst: 600 },
    body: noBody,
    ask: async () => [{ action: 'upload-document' as const }, { action: 'upload-attachment' as const }],
  } as const
  const ofOffice = {
    ...common,
    access: 'upload-document',
    ask: async () => [{ action: 'upload-document' as const }],
  } as const
  return [
    guarded({
      ...common,
      method: 'POST',
      path: '/api/uploads',
      body: smallJson,
      handle: async ({ identity, body }) => {
        const asked = BeginUpload.safeParse(body)
        if (!asked.success) return malformed
        return replyOf(await uploads.begin(identity.session.person, asked.data))
      },
    }),
    guarded({
      ...ofOffice,
      method: 'GET',
      path: '/api/uploads/:hash',
      handle: async ({ params }) => {
        const hash = Hash.safeParse(params['hash'])
        const state = hash.success ? await uploads.state(hash.data) : null
        return state ? json(state) : notFound
      },
    }),
    guarded({
      ...ofOffice,
      method: 'GET',
      path: '/api/uploads/:hash/intake',
      handle: async ({ params }) => {
        const hash = Hash.safeParse(params['hash'])
        const progress = hash.success ? await documents.intakeOf(hash.data) : null
        return progress ? json(progress) : notFound
      },
    }),
    guarded({
      ...ofOffice,
      method: 'POST',
      path: '/api/uploads/:hash/intake',
      handle: async ({ params }) => {
        const hash = Hash.safeParse(params['hash'])
        const progress = hash.success ? await documents.processAgain(hash.data) : null
        return progress ? json(progress) : notFound
      },
    }),
    guarded({
      ...common,
      method: 'PUT',
      path: '/api/uploads/:hash',
      body: { kind: 'bytes', maxBytes: chunkBytes },
      handle: async ({ params, query, body }) => {
        const hash = Hash.safeParse(params['hash'])
        const asked = WriteQuery.safeParse(query)
        if (!hash.success) return notFound
        if (!asked.success || !(body instanceof Uint8Array)) return malformed
        return replyOf(await uploads.write(hash.data, asked.data.offset, body))
      },
    }),
    guarded({
      ...common,
      method: 'POST',
      path: '/api/uploads/:hash/finish',
      handle: async ({ identity, params, query }) => {
        const hash = Hash.safeParse(params['hash'])
        const asked = FinishQuery.safeParse(query)
        if (!hash.success) return notFound
        if (!asked.success) return malformed
        return replyOf(await uploads.finish(identity.session.person, hash.data, asked.data.as))
      },
    }),
  ]
}

function replyOf(result: Result<UploadState, UploadFault>): Reply {
  if (result.ok) return json(result.value)
  const { error } = result
  switch (error.kind) {
    case 'not-found':
      return notFound
    case 'file-too-large':
      return failure(413, error)
    case 'quota-exceeded':
      return tooMany(error.kind, 60_000)
    case 'wrong-offset':
      return failure(409, error)
    case 'hash-mismatch':
    case 'file-refused':
      return failure(422, error)
  }
}
