import { BallotId, MeetingId } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { NoticeQuery, type PaperFormat, PaperQuery, paperMediaType } from '../../shared/protocol/paper.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { fileReply } from './file-reply.ts'
import { malformed, notFound, type Reply } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** Laying one out takes the server longer than most that it is asked for. */
const rate = { perMinute: 20, burst: 20 }

/** Papers of the Office as files to sign and send: `?format=docx` to work on, `?format=pdf` to look at and print. */
export function paperRoutes({
  ballotReports,
  conclusionNotices,
  invitations,
  minutesPapers,
}: FrontDesk): Route[] {
  return [
    guarded({
      method: 'GET',
      path: '/api/ballots/:id/report',
      access: 'read-ballot-report',
      device: 'needed',
      rate,
      body: noBody,
      ask: async ({ params }) => {
        const id = BallotId.safeParse(params['id'])
        return id.success ? await ballotReports.questionsFor(id.data) : []
      },
      handle: async ({ params, query, identity }) => {
        const asked = PaperQuery.safeParse(query)
        if (!asked.success) return malformed
        const { format } = asked.data
        return sent(await ballotReports.make(BallotId.parse(params['id']), identity.subject, format), format)
      },
    }),
    guarded({
      method: 'GET',
      path: '/api/meetings/:id/notice',
      access: 'read-conclusion-notice',
      device: 'needed',
      rate,
      body: noBody,
      ask: async ({ params }) => {
        const id = MeetingId.safeParse(params['id'])
        return id.success ? await conclusionNotices.questionsFor(id.data) : []
      },
      handle: async ({ params, query, identity: { subject } }) => {
        const asked = NoticeQuery.safeParse(query)
        if (!asked.success) return malformed
        const { format, item = null } = asked.data
        const meeting = MeetingId.parse(params['id'])
        return sent(await conclusionNotices.make({ meeting, item, subject, format }), format)
      },
    }),
    guarded({
      method: 'GET',
      path: '/api/meetings/:id/minutes',
      access: 'read-minutes',
      device: 'needed',
      rate,
      body: noBody,
      ask: async ({ params }) => {
        const id = MeetingId.safeParse(params['id'])
        return id.success ? await minutesPapers.questionsFor(id.data) : []
      },
      handle: async ({ params, query }) => {
        const asked = PaperQuery.safeParse(query)
        if (!asked.success) return malformed
        const { format } = asked.data
        return sent(await minutesPapers.make(MeetingId.parse(params['id']), format), format)
      },
    }),
    guarded({
      method: 'GET',
      path: '/api/meetings/:id/invitation',
      access: 'read-meeting',
      device: 'needed',
      rate,
      body: noBody,
      ask: async ({ params }) => {
        const id = MeetingId.safeParse(params['id'])
        return id.success ? await invitations.questionsFor(id.data) : []
      },
      handle: async ({ params, query, identity }) => {
        const asked = PaperQuery.safeParse(query)
        if (!asked.success) return malformed
        const { format } = asked.data
        return sent(await invitations.make(MeetingId.parse(params['id']), identity.subject, format), format)
      },
    }),
  ]
}

const sent = (paper: { fileName: string; bytes: Bytes } | null, format: PaperFormat): Reply =>
  paper === null ? notFound : fileReply(paper, paperMediaType[format])
