import { AgencyId, BallotId, MeetingId } from '../../../shared/domain/id.ts'
import { files, person, startAt, type TestOffice } from '../../app/testing/test-office.ts'

/** One before its invitation, one whose session has ended, and one that was concluded. */
export async function planMeetings(office: TestOffice): Promise<void> {
  await planMeeting(office, 'planned')
  for (const name of ['held', 'concluded']) {
    await planMeeting(office, name)
    const [of, head] = [{ meeting: MeetingId.parse(name), by: person('prime-minister') }, person('head')]
    const quorum = { present: 3, members: 3, needed: 2 }
    await office.append(`${name}/held`, [
      { kind: 'meeting-invited', meeting: of.meeting, by: head },
      { kind: 'session-opened', ...of, ...quorum },
      { kind: 'session-ended', ...of },
    ])
    if (name === 'concluded') {
      await office.append(`${name}/concluded`, [{ kind: 'meeting-concluded', meeting: of.meeting, by: head }])
    }
  }
}

async function planMeeting({ append }: TestOffice, name: string): Promise<void> {
  const of = { meeting: MeetingId.parse(name), by: person('handler') }
  const schedule = { startsAt: startAt, endsAt: startAt, chair: person('prime-minister') }
  await append(name, [
    {
      kind: 'meeting-drafted',
      ...of,
      ...schedule,
      contentHash: files.loose,
      type: 'regular',
      handlers: [of.by],
    },
  ])
}

/** A ballot that the server has closed and counted, as far as a route can tell. */
export async function closeBallot({ append }: TestOffice): Promise<void> {
  const ballot = BallotId.parse('closed')
  const contentHash = files.issued
  const common = { ballot, by: person('handler') }
  await append('closed/closed', [
    {
      kind: 'ballot-drafted',
      ...common,
      contentHash,
      leadAgency: AgencyId.parse('health'),
      handlers: [person('handler')],
      deadlineAt: startAt,
      windowReason: '',
      files: [],
    },
    { kind: 'ballot-issued', ...common, year: 2026, serial: 2, contentHash },
    { kind: 'ballot-closed', ballot, by: null, reason: '' },
  ])
  await append('tally/closed/1', [
    { kind: 'tallied', ballot, versionHash: contentHash, members: 0, issues: [], replaces: [] },
  ])
}
