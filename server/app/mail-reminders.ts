import type { Ballot } from '../../shared/domain/ballot.ts'
import { type EntityReader, readerOver } from '../../shared/domain/entity.ts'
import { isReadOnly } from '../../shared/domain/restore.ts'
import { digestOf, mondayOf } from '../../shared/domain/task-digest.ts'
import { workBegins } from '../../shared/domain/urging-rule.ts'
import {
  isWorkingDay,
  type WorkCalendar,
  weekendsOnly,
  workingMsBetween,
} from '../../shared/domain/working-day.ts'
import { addDays, type Day, dayMs, dayOf, hourMs, type Instant, instant } from '../../shared/lib/time.ts'
import type { LedgerReads } from './ledger-port.ts'
import { addressed, invitedTo, meetingNotice, people, unanswered } from './mail-notices.ts'
import type { Mail, MailStore } from './mail-port.ts'
import type { Clock } from './ports.ts'
import { storedPhase } from './restore.ts'

const lookAheadMs = 14 * dayMs
const lastHoursMs = 4 * hourMs

/**
 * Letters that follow from the hour and from no act: before a ballot's deadline (B16), the day before a meeting, and a digest of each
 * agency's tasks as a week begins (T6). Their names follow from what they are about, so that each is written once.
 */
export function createMailReminders(deps: {
  ledger: LedgerReads
  store: Pick<MailStore, 'put'>
  clock: Clock
}): () => Promise<number> {
  const { ledger, store, clock } = deps
  let doneOn: Day | null = null

  return async () => {
    const at = clock.now()
    const today = dayOf(at)
    if (isReadOnly(await storedPhase(ledger))) return 0
    const mails = await ballotReminders(ledger, at)
    const isDaily = at >= workBegins(today) && doneOn !== today
    if (isDaily) mails.push(...(await meetingReminders(ledger, at)), ...(await digests(ledger, at)))
    await store.put(mails, at)
    if (isDaily) doneOn = today
    return mails.length
  }
}

async function ballotReminders(ledger: LedgerReads, at: Instant): Promise<Mail[]> {
  const mails: Mail[] = []
  for (const { entity: ballot } of await ledger.ballotsDue(instant(at + lookAheadMs))) {
    const left = ballot.kind === 'ballot' ? reminderDue(ballot, at, weekendsOnly) : null
    if (ballot.kind !== 'ballot' || left === null) continue
    const reader = await readerOf(ledger, ['person/', `progress/${ballot.id}/`])
    const to = people([...unanswered(ballot, reader, at), ...ballot.handlers])
    const { id, number, deadlineAt } = ballot
    const notice = { kind: 'ballot-reminder', ballot: id, number: number ?? '', deadlineAt, left } as const
    mails.push(...addressed(`remind/${id}/${deadlineAt}/${left}`, to, notice))
  }
  return mails
}

/** One working day before the deadline, and four hours before it. What was issued or put off later than that needs no reminder. */
export function reminderDue(
  { phase, deadlineAt, deadlines, versions }: Pick<Ballot, 'phase' | 'deadlineAt' | 'deadlines' | 'versions'>,
  at: Instant,
  calendar: WorkCalendar,
): 'day' | 'hours' | null {
  if (phase.state !== 'issued' || at >= deadlineAt) return null
  const setAt = instant(Math.max(versions[0]?.at ?? 0, deadlines.at(-1)?.setAt ?? 0))
  if (deadlineAt - at <= lastHoursMs) return deadlineAt - setAt > lastHoursMs ? 'hours' : null
  const left = (from: Instant) => workingMsBetween(calendar, from, deadlineAt)
  return left(at) <= dayMs && left(setAt) > dayMs ? 'day' : null
}

async function meetingReminders(ledger: LedgerReads, at: Instant): Promise<Mail[]> {
  const tomorrow = addDays(dayOf(at), 1)
  const mails: Mail[] = []
  for (const { entity: meeting } of await ledger.rowsOfKind('meeting')) {
    if (meeting.phase.state !== 'invited' || dayOf(meeting.startsAt) !== tomorrow) continue
    const reader = await readerOf(ledger, ['person/', `attendance/${meeting.id}/`])
    const absent = reader
      .list('attendance')
      .flatMap(({ person, replies }) =>
        replies.at(-1)?.reply.kind === 'attends' || replies.length === 0 ? [] : [person],
      )
    const away = new Set(people(absent))
    const to = invitedTo(meeting, reader).filter((owner) => !away.has(owner))
    mails.push(
      ...addressed(
        `remind/${meeting.id}/${meeting.startsAt}`,
        to,
        meetingNotice('meeting-tomorrow', meeting),
      ),
    )
  }
  return mails
}

/** On the first working day of a week; where the server was away then, on the next one. */
async function digests(ledger: LedgerReads, at: Instant): Promise<Mail[]> {
  const today = dayOf(at)
  if (!isWorkingDay(weekendsOnly, today)) return []
  const rows = await ledger.tasksDue(addDays(today, 36_500))
  const tasks = rows.flatMap(({ entity }) => (entity.kind === 'task' ? [entity] : []))
  return [...Map.groupBy(tasks, ({ leadAgency }) => leadAgency)].flatMap(([agency, own]) => {
    const { overdue, due, asked, returned } = digestOf(own, today)
    const counts = {
      overdue: overdue.length,
      due: due.length,
      asked: asked.length,
      returned: returned.length,
    }
    if (Object.values(counts).every((count) => count === 0)) return []
    return addressed(`digest/${mondayOf(today)}`, [`agency/${agency}`], { kind: 'digest', ...counts })
  })
}

const readerOf = async (ledger: LedgerReads, keys: readonly string[]): Promise<EntityReader> =>
  readerOver(new Map((await ledger.rows(keys)).map(({ key, entity }) => [key, entity])))
