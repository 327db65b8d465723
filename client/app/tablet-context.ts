import { subjectOn } from '../../shared/domain/access.ts'
import { AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import { BallotContent } from '../../shared/domain/ballot.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import { DirectiveContent } from '../../shared/domain/directive.ts'
import type { DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { ConclusionContent } from '../../shared/domain/item-session.ts'
import { MeetingContent } from '../../shared/domain/meeting.ts'
import { MinutesContent } from '../../shared/domain/minutes.ts'
import { settingsOn } from '../../shared/domain/settings.ts'
import { TaskContent } from '../../shared/domain/task.ts'
import { VoteContent } from '../../shared/domain/vote.ts'
import { weekendsOnly } from '../../shared/domain/working-day.ts'
import { memoByText } from '../../shared/lib/memo.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { Clock } from './ports.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What a rule may know on a tablet: rows it holds, its own clock. Its word is advice, shown and never acted upon. */
export function tabletContext(
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
  me: { person: PersonId; device: DeviceId },
  clock: Clock,
): DecideContext {
  const at = clock.now()
  const person = copy.reader.get('person', `person/${me.person}`)
  const device = copy.reader.get('device', `device/${me.device}`)
  return {
    at,
    subject: person
      ? subjectOn(person, me.device, at)
      : {
          person: me.person,
          device: me.device,
          roles: [],
          agencies: [],
          ministries: [],
          isMember: false,
          at,
        },
    isDeviceRevoked: device?.phase.state === 'revoked',
    reader: copy.reader,
    settings: settingsOn(copy.reader.get('settings', 'settings'), dayOf(at)),
    calendar: weekendsOnly,
    opened: copy.opened,
    content: (hash) => contentIn(copy, hash),
    meetingContent: (hash) => meetingContentIn(copy, hash),
    agendaItemContent: (hash) => itemContentIn(copy, hash),
    voteContent: (hash) => voteContentIn(copy, hash),
    minutesContent: (hash) => minutesContentIn(copy, hash),
    conclusionContent: (hash) => conclusionContentIn(copy, hash),
    taskContent: (hash) => taskContentIn(copy, hash),
    directiveContent: (hash) => directiveContentIn(copy, hash),
    file: () => undefined,
    firstEntryAfter: () => null,
    isOwnTree: () => true,
  }
}

type Opened = Pick<WorkingCopy, 'opened'>

/** A ballot's words, where this device holds them; their hash was checked when they came. */
export const contentIn = (copy: Opened, hash: Hash): BallotContent | undefined =>
  parsedIn(copy, hash, parseBallotContent)

export const meetingContentIn = (copy: Opened, hash: Hash): MeetingContent | undefined =>
  parsedIn(copy, hash, parseMeetingContent)

export const voteContentIn = (copy: Opened, hash: Hash): VoteContent | undefined =>
  parsedIn(copy, hash, parseVoteContent)

export const minutesContentIn = (copy: Opened, hash: Hash): MinutesContent | undefined =>
  parsedIn(copy, hash, parseMinutesContent)

export const conclusionContentIn = (copy: Opened, hash: Hash): ConclusionContent | undefined =>
  parsedIn(copy, hash, parseConclusionContent)

export const itemContentIn = (copy: Opened, hash: Hash): AgendaItemContent | undefined =>
  parsedIn(copy, hash, parseAgendaItemContent)

export const taskContentIn = (copy: Opened, hash: Hash): TaskContent | undefined =>
  parsedIn(copy, hash, parseTaskContent)

export const directiveContentIn = (copy: Opened, hash: Hash): DirectiveContent | undefined =>
  parsedIn(copy, hash, parseDirectiveContent)

function parsedIn<T>(copy: Opened, hash: Hash, parse: (text: string) => T | null): T | undefined {
  const text = copy.opened(hash)
  return text === undefined ? undefined : (parse(text) ?? undefined)
}

/** Asked for with every line that a screen draws. */
const parser = <T>(schema: { safeParse(value: unknown): { data?: T } }) =>
  memoByText((text): T | null => {
    try {
      return schema.safeParse(JSON.parse(text)).data ?? null
    } catch {
      return null
    }
  }, 300)

const parseBallotContent = parser(BallotContent)
const parseMeetingContent = parser(MeetingContent)
const parseAgendaItemContent = parser(AgendaItemContent)
const parseVoteContent = parser(VoteContent)
const parseConclusionContent = parser(ConclusionContent)
const parseTaskContent = parser(TaskContent)
const parseDirectiveContent = parser(DirectiveContent)
const parseMinutesContent = parser(MinutesContent)
