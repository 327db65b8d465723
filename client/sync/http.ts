import { Bundle } from '../../shared/bundle/bundle.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import { minuteMs, secondMs } from '../../shared/lib/time.ts'
import {
  ActsReply,
  Challenge,
  EnrolledDevice,
  HandedCode,
  IntakeProgress,
  LedgerPage,
  OrderReply,
  SessionInfo,
  TaskFileHere,
  UploadState,
} from '../../shared/protocol/api.ts'
import { DirectiveSearchReply } from '../../shared/protocol/directive-search.ts'
import { FeedPage } from '../../shared/protocol/feed.ts'
import { MailState, MailTested } from '../../shared/protocol/mail.ts'
import { type PaperFormat, type PaperName, paperMediaType } from '../../shared/protocol/paper.ts'
import { PointsReply } from '../../shared/protocol/point.ts'
import { HandInReply, RestoreReport } from '../../shared/protocol/restore.ts'
import { StatisticsReply } from '../../shared/protocol/statistics.ts'
import { ImportPreview, ImportProgress, workbookMediaType } from '../../shared/protocol/task-import.ts'
import { exportQuery } from '../../shared/protocol/task-query.ts'
import { createToldReader, toldFileMediaType } from '../../shared/protocol/told-file.ts'
import type { Api, WatchFile } from '../app/ports.ts'
import { createExchange, type ExchangeParts, type Request, readJson, type Schema } from './exchange.ts'

const shortMs = 20 * secondMs
/** A piece of a document over a slow line. */
const pieceMs = minuteMs
/** Tens of thousands of rows are laid out on thousands of pages. */
const exportMs = 5 * minuteMs
/** The checks of a large upload, and a large file whole. */
const checkMs = 5 * minuteMs

/** The HTTP interface of docs/protocol.md. Requests under way end with `signal`, as `unreachable`. */
export function createApi(parts: ExchangeParts): Api {
  const exchange = createExchange(parts)

  async function get<T>(schema: Schema<T>, path: string) {
    return readJson(schema, await exchange({ method: 'GET', path, timeoutMs: shortMs }))
  }
  async function post<T>(schema: Schema<T>, path: string, more: Partial<Request>) {
    return readJson(schema, await exchange({ method: 'POST', path, timeoutMs: shortMs, ...more }))
  }
  async function remove(path: string) {
    const answer = await exchange({ method: 'DELETE', path, timeoutMs: shortMs })
    return answer.ok ? ok(null) : answer
  }
  async function file(path: string, mediaType: string, timeoutMs: number) {
    const answer = await exchange({ method: 'GET', path, timeoutMs })
    if (!answer.ok) return answer
    const { headers, body: bytes } = answer.value
    const fileName = /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1]
    const isIt = headers.get('content-type') === mediaType && fileName !== undefined
    return isIt ? ok({ fileName, bytes }) : fail({ kind: 'not-understood' as const })
  }
  /** A file that tells how far it is. */
  async function toldFile(path: string, query: Record<string, string>, { signal, onRows }: WatchFile = {}) {
    const { take, file: read } = createToldReader((told) => onRows?.(told))
    const isTold = (headers: Headers) => headers.get('content-type') === toldFileMediaType
    const answer = await exchange({
      ...{ method: 'GET', path: `${path}?${new URLSearchParams(query)}`, timeoutMs: exportMs, signal },
      onBytes: (bytes, headers) => isTold(headers) && take(bytes),
    })
    if (!answer.ok) return answer
    const whole = read()
    if (whole) return ok(whole)
    return fail({
      kind: isTold(answer.value.headers) ? ('unreachable' as const) : ('not-understood' as const),
    })
  }
  const postJson = <T>(schema: Schema<T>, path: string, json: unknown) =>
    post(schema, path, { body: { json } })

  return {
    feed: ({ epoch, after, tree }) => get(FeedPage, `/api/feed?epoch=${epoch}&after=${after}&tree=${tree}`),
    async sendActs(acts) {
      const json = { acts: acts.map(({ id, sealed }) => ({ id, sealed: base64(sealed) })) }
      const reply = await post(ActsReply, '/api/acts', { body: { json }, timeoutMs: pieceMs })
      return reply.ok ? ok(reply.value.outcomes) : reply
    },
    session: () => get(SessionInfo, '/api/session'),
    signIn: (request) => postJson(SessionInfo, '/api/session', request),
    challenge: () => get(Challenge, '/api/session/challenge'),
    deviceSignIn: (request) => postJson(SessionInfo, '/api/session/device', request),
    signOut: () => remove('/api/session'),
    clearSiteData: () => remove('/api/site-data'),
    enrol: (request) => postJson(EnrolledDevice, '/api/devices', request),
    handOutCode: (person) => postJson(HandedCode, '/api/devices/codes', { person }),
    readMail: () => get(MailState, '/api/mail'),
    setMailAddress: (owner, address) => postJson(MailState, '/api/mail/addresses', { owner, address }),
    testMail: (address) =>
      post(MailTested, '/api/mail/test', { body: { json: { address } }, timeoutMs: checkMs }),
    mailAgain: (id) => postJson(MailState, '/api/mail/again', { id }),
    readLedger: (from, limit) => get(LedgerPage, `/api/ledger?from=${from}&limit=${limit}`),
    readBundle: (matter) =>
      get(
        Bundle,
        'ballot' in matter
          ? `/api/ballots/${matter.ballot}/bundle`
          : `/api/meetings/${matter.meeting}/bundle`,
      ),
    readPaper: (paper, format) => file(paperPath(paper, format), paperMediaType[format], pieceMs),
    exportTasks: (list, format, watch) => toldFile('/api/tasks/export', exportQuery(list, format), watch),
    exportStatistics: (period, format, watch) =>
      toldFile('/api/statistics/export', { ...period, format }, watch),
    points: () => get(PointsReply, '/api/points'),
    searchDirectives: (query) => postJson(DirectiveSearchReply, '/api/directives/search', { query }),
    statistics: ({ from, to }) => get(StatisticsReply, `/api/statistics?from=${from}&to=${to}`),
    restoreReport: () => get(RestoreReport, '/api/restore'),
    handInLeaves: (request) =>
      post(HandInReply, '/api/restore/leaves', { body: { json: request }, timeoutMs: pieceMs }),
    async order(device) {
      const reply = await get(OrderReply, `/api/devices/${device}/order`)
      return reply.ok ? ok(reply.value.order) : reply
    },
    beginUpload: (request) => postJson(UploadState, '/api/uploads', request),
    async putUpload(hash, offset, bytes) {
      const path = `/api/uploads/${hash}?offset=${offset}`
      const answer = await exchange({ method: 'PUT', path, body: { bytes }, timeoutMs: pieceMs })
      return readJson(UploadState, answer)
    },
    intakeOf: (hash) => get(IntakeProgress, `/api/uploads/${hash}/intake`),
    processAgain: (hash) => post(IntakeProgress, `/api/uploads/${hash}/intake`, {}),
    finishUpload: (hash, use) =>
      post(UploadState, `/api/uploads/${hash}/finish${use ? `?as=${use}` : ''}`, { timeoutMs: checkMs }),
    async taskFileHere(task, hash) {
      const reply = await post(TaskFileHere, `/api/tasks/${task}/files/${hash}`, { timeoutMs: checkMs })
      return reply.ok ? ok(null) : reply
    },
    taskImport: async (file, { assign, assigner }) => {
      const path = `/api/task-imports/${file}?assign=${assign}&assigner=${assigner}`
      return readJson(ImportPreview, await exchange({ method: 'GET', path, timeoutMs: pieceMs }))
    },
    taskImportProgress: (file) => get(ImportProgress, `/api/task-imports/${file}/progress`),
    taskTemplate: () => file('/api/task-template', workbookMediaType, pieceMs),
    async readFile(hash) {
      const answer = await exchange({ method: 'GET', path: `/api/documents/${hash}`, timeoutMs: checkMs })
      if (!answer.ok) return answer
      const { status, headers, body } = answer.value
      const isIt = status === 200 && fileTypes.has(headers.get('content-type') ?? '')
      return isIt ? ok(body) : fail({ kind: 'not-understood' })
    },
    async readDocument(hash, from, to, onBytes) {
      const headers = { range: `bytes=${from}-${to - 1}` }
      const path = `/api/documents/${hash}`
      const isPiece = (told: Headers) =>
        told.get('content-range')?.startsWith(`bytes ${from}-${to - 1}/`) === true
      const answer = await exchange({
        ...{ method: 'GET', path, headers, timeoutMs: pieceMs },
        ...(onBytes && { onBytes: (bytes, told) => isPiece(told) && onBytes(bytes) }),
      })
      if (!answer.ok) return answer
      const { status, headers: sent, body } = answer.value
      if (status !== 206 || !isPiece(sent) || body.length > to - from) return fail({ kind: 'not-understood' })
      return body.length < to - from ? fail({ kind: 'unreachable' }) : ok(body)
    },
  }
}

/** Documents, and what is attached to reports. */
const fileTypes: ReadonlySet<string> = new Set(['application/pdf', 'application/octet-stream'])

function paperPath(paper: PaperName, format: PaperFormat): string {
  switch (paper.kind) {
    case 'ballot-report':
      return `/api/ballots/${paper.ballot}/report?format=${format}`
    case 'conclusion-notice': {
      const item = paper.item === null ? '' : `&item=${paper.item}`
      return `/api/meetings/${paper.meeting}/notice?format=${format}${item}`
    }
    case 'invitation':
    case 'minutes':
      return `/api/meetings/${paper.meeting}/${paper.kind}?format=${format}`
  }
}
