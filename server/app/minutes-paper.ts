import type { Question } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import type { Hash, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { type Minutes, type MinutesContent, minutesKey } from '../../shared/domain/minutes.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { PaperFormat } from '../../shared/protocol/paper.ts'
import { meetingContentOf, minutesContentOf } from './content.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { PaperFacts, WritePaper } from './office-paper.ts'
import type { Clock } from './ports.ts'

/** The last version of the minutes as a paper, for who reads every item of the meeting. */

export type MinutesPaperFacts = PaperFacts & {
  meeting: Meeting
  content: MeetingContent
  minutes: Minutes
  words: MinutesContent
  hash: Hash
  writtenBy: PersonId
}

export type MinutesPapers = {
  /** Empty where there is no such meeting. */
  questionsFor(meeting: MeetingId): Promise<(Question & { action: 'read-minutes' })[]>
  /** Null where no minutes were stored. */
  make(meeting: MeetingId, format: PaperFormat): Promise<{ fileName: string; bytes: Bytes } | null>
}

type Deps = { ledger: LedgerReads; clock: Clock; write: WritePaper<MinutesPaperFacts> }

export const createMinutesPapers = ({ ledger, clock, write }: Deps): MinutesPapers => ({
  questionsFor: async (id) => {
    const meeting = (await ledger.rows([meetingKey(id)]))[0]?.entity
    return meeting?.kind === 'meeting' ? [{ action: 'read-minutes', meeting: factsOfMeeting(meeting) }] : []
  },
  make: async (id, format) => {
    const rows = await ledger.rows([meetingKey(id), minutesKey(id), 'person/'])
    const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
    const meeting = reader.get('meeting', meetingKey(id))
    const minutes = reader.get('minutes', minutesKey(id))
    const last = minutes?.versions.at(-1)
    if (!meeting || !minutes || !last) return null
    const openings = await ledger.openings([meeting.contentHash, last.hash])
    const opened = { opened: (hash: Hash) => openings.get(hash)?.value }
    const content = meetingContentOf(opened, meeting.contentHash)
    const words = minutesContentOf(opened, last.hash)
    if (!content || !words) return null
    const { signed } = minutes
    const facts: MinutesPaperFacts = {
      ...{ meeting, content, minutes, words, hash: last.hash, writtenBy: last.by },
      people: reader.list('person'),
      signer: signed ? (reader.get('person', `person/${signed.by}`) ?? null) : null,
      at: signed?.at ?? clock.now(),
    }
    return { fileName: `bien-ban-${dayOf(meeting.startsAt)}.${format}`, bytes: await write(facts, format) }
  },
})
