import type { Hash, MeetingId } from '../../shared/domain/id.ts'
import { type Minutes, MinutesContent, minutesKey } from '../../shared/domain/minutes.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { hashOpening } from './make-act.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import { minutesContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The minutes of a meeting as the Office holds them; writing and signing need the server at that moment (O9). */

export type MinutesView = {
  minutes: Minutes
  /** Of the last version; null where this device does not hold its words. */
  content: MinutesContent | null
  last: Minutes['versions'][number]
}

type Done = Promise<Result<Verdict, OfficeFault>>

export type MinutesDesk = {
  get(meeting: MeetingId): MinutesView | null
  contentOf(hash: Hash): MinutesContent | undefined
  /** Over the version that this device knows, and no other. */
  store(meeting: MeetingId, content: MinutesContent): Done
  /** The version that was read, and no later one. */
  sign(meeting: MeetingId, contentHash: Hash): Done
}

export function createMinutesDesk({
  copy,
  perform,
}: {
  copy: Pick<WorkingCopy, 'reader' | 'opened'>
  perform: Perform
}): MinutesDesk {
  const rowOf = (meeting: MeetingId) => copy.reader.get('minutes', minutesKey(meeting))
  const malformed = (): Done => Promise.resolve(fail({ kind: 'content-malformed' }))
  return {
    get: (meeting) => {
      const minutes = rowOf(meeting)
      const last = minutes?.versions.at(-1)
      return minutes && last ? { minutes, last, content: minutesContentIn(copy, last.hash) ?? null } : null
    },
    contentOf: (hash) => minutesContentIn(copy, hash),
    store: (meeting, content) => {
      const parsed = MinutesContent.safeParse(content)
      if (!parsed.success) return malformed()
      const opening = hashOpening(canonicalJson(parsed.data))
      const basedOn = rowOf(meeting)?.versions.at(-1)?.hash ?? null
      const body = { meeting, contentHash: opening.commit, basedOn }
      return perform({ kind: 'draft-minutes', body, openings: [opening] })
    },
    sign: (meeting, contentHash) => perform({ kind: 'sign-minutes', body: { meeting, contentHash } }),
  }
}
