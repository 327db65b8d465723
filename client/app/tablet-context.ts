import { subjectOn } from '../../shared/domain/access.ts'
import { BallotContent } from '../../shared/domain/ballot.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import type { DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { settingsOn } from '../../shared/domain/settings.ts'
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
      : { person: me.person, device: me.device, roles: [], agencies: [], isMember: false },
    isDeviceRevoked: device?.phase.state === 'revoked',
    reader: copy.reader,
    settings: settingsOn(copy.reader.get('settings', 'settings'), dayOf(at)),
    calendar: weekendsOnly,
    opened: copy.opened,
    content: (hash) => contentIn(copy, hash),
    file: () => undefined,
    firstEntryAfter: () => null,
    isOwnTree: () => true,
  }
}

/** A ballot's words, where this device holds them; their hash was checked when they came. */
export function contentIn(copy: Pick<WorkingCopy, 'opened'>, hash: Hash): BallotContent | undefined {
  const text = copy.opened(hash)
  return text === undefined ? undefined : (parseContent(text) ?? undefined)
}

/** Asked for with every line that a screen draws. */
const parseContent = memoByText((text): BallotContent | null => {
  try {
    return BallotContent.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}, 100)
