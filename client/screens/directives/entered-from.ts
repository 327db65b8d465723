import { currentVersion } from '../../../shared/domain/ballot.ts'
import type { Directive, DirectiveContent } from '../../../shared/domain/directive.ts'
import { BallotId, MeetingId } from '../../../shared/domain/id.ts'
import { meetingKey } from '../../../shared/domain/meeting.ts'
import { contentIn, meetingContentIn } from '../../app/tablet-context.ts'
import type { WorkingCopy } from '../../app/working-copy.ts'

/** What is known of a paper before it is entered: of the resolution of a ballot, of the conclusion notice of a meeting. */
export type EnteredFrom = Pick<Directive, 'type' | 'number' | 'date'> & Pick<DirectiveContent, 'abstract'>

/** @param address names the ballot or the meeting, by its id alone */
export function enteredFrom(
  address: URLSearchParams,
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
): EnteredFrom | null {
  const ballot = BallotId.safeParse(address.get('ballot'))
  const row = ballot.success ? copy.reader.get('ballot', `ballot/${ballot.data}`) : undefined
  if (row?.outcome?.kind === 'resolved') {
    const version = currentVersion(row)
    const abstract = (version && contentIn(copy, version.hash)?.title) ?? ''
    return { type: 'resolution', number: row.outcome.number, date: row.outcome.date, abstract }
  }
  const id = MeetingId.safeParse(address.get('meeting'))
  const meeting = id.success ? copy.reader.get('meeting', meetingKey(id.data)) : undefined
  if (meeting?.phase.state !== 'concluded') return null
  const abstract = meetingContentIn(copy, meeting.contentHash)?.title ?? ''
  return { type: 'conclusion', number: '', date: null, abstract }
}
