import { describe, expect, test } from 'vitest'
import { instant } from '../lib/time.ts'
import { type Action, type BallotFacts, permit, type Question, type Subject, subjectOn } from './access.ts'
import type { MeetingQuestion } from './meeting-access.ts'
import { Role } from './people.ts'
import type { SessionQuestion } from './session-access.ts'
import { readMatrix } from './testing/access-matrix.ts'
import { at, day, device, leadAgency, monday, person, post, someone } from './testing/cabinet.ts'

const { columns, rows } = readMatrix()

const rolesByColumn: Record<string, Role[]> = {
  PM: ['prime-minister'],
  DPM: ['deputy-prime-minister'],
  MIN: ['minister'],
  SUB: ['substitute'],
  AST: ['assistant'],
  SEC: ['secretary'],
  HEAD: ['head-of-office'],
  CLK: ['clerk'],
  GST: ['guest'],
  AUD: ['auditor'],
  ADM: ['admin'],
  'MIN+ADM': ['minister', 'admin'],
  'SEC+ADM': ['secretary', 'admin'],
  FORMER: [],
}

const phaseNames = {
  'before issue': ['draft', 'submitted', 'returned', 'withdrawn'],
  'after issue': ['issued', 'closing-waits', 'closed', 'recalled'],
  'not closed': ['draft', 'submitted', 'returned', 'withdrawn', 'issued', 'closing-waits', 'recalled'],
  any: ['draft', 'submitted', 'returned', 'withdrawn', 'issued', 'closing-waits', 'closed', 'recalled'],
  closed: ['closed'],
}
const meetingPhases = ['before invitation', 'after invitation']
const itemPhases = [...meetingPhases, 'not sent']
const meetingScopes = ['handles it', 'chairs it', 'admitted', 'no part']
const itemScopes = [
  ...['handles it', 'chairs it', 'all members', 'named', 'not named'],
  ...['admitted', 'admitted before'],
]
const scopeNames = { any: ['handles it', 'lead agency', 'neither'] }

const expand = (words: readonly string[], names: Readonly<Record<string, string[]>>) =>
  words.flatMap((word) => (Object.hasOwn(names, word) ? (names[word] ?? []) : [word]))

/** Which distinctions each action knows; every combination of them must have exactly one row. */
type Axes = { whose: string[]; phases: string[]; scopes: string[] }
const none = ['-']
const both = ['own', "another's"]
const plain: Axes = { whose: none, phases: none, scopes: none }
const whose: Axes = { ...plain, whose: both }
const ofBallot: Axes = { whose: none, phases: phaseNames.any, scopes: scopeNames.any }
const about: Axes = {
  whose: both,
  phases: ['about a device', 'about a ballot', 'about a restore'],
  scopes: none,
}

const ofMeeting: Axes = { whose: none, phases: meetingPhases, scopes: meetingScopes }
/** Both after the invitation. */
const ofConclusion: Axes = { ...ofMeeting, phases: ['before conclusion', 'after conclusion'] }
const ofItem: Axes = { whose: none, phases: itemPhases, scopes: itemScopes }

const meetingAxes: Record<MeetingQuestion['action'] | SessionQuestion['action'], Axes> = {
  'open-session': ofMeeting,
  'pause-session': ofMeeting,
  'resume-session': ofMeeting,
  'end-session': ofMeeting,
  'hand-over-chair': ofMeeting,
  'propose-for-block': ofMeeting,
  'adopt-in-block': ofMeeting,
  'conclude-item': ofMeeting,
  'record-session': ofMeeting,
  'open-vote': ofMeeting,
  'extend-vote': ofMeeting,
  'close-vote': ofMeeting,
  'cancel-vote': ofMeeting,
  'start-item': ofMeeting,
  'finish-item': ofMeeting,
  'call-speaker': ofMeeting,
  'finish-speaker': ofMeeting,
  'mark-presence': ofMeeting,
  'conclude-meeting': ofMeeting,
  'read-conclusion-notice': ofConclusion,
  'enter-paper-vote': ofMeeting,
  'confirm-paper-vote': ofMeeting,
  'refuse-paper-vote': ofMeeting,
  'read-paper-vote': ofMeeting,
  'join-session': { ...ofMeeting, whose: both },
  'leave-session': { ...ofMeeting, whose: both },
  'request-to-speak': { ...ofItem, whose: both },
  'withdraw-request': { ...ofItem, whose: both },
  'pull-from-block': { ...ofItem, whose: both },
  'cast-vote': { ...ofItem, whose: both },
  'read-cast': { ...ofItem, whose: both },
  'read-meeting': ofMeeting,
  'read-agenda-item': ofItem,
  'draft-meeting': ofMeeting,
  'draft-agenda-item': ofMeeting,
  'drop-agenda-item': ofMeeting,
  'submit-meeting': ofMeeting,
  'return-meeting': ofMeeting,
  'approve-meeting': ofMeeting,
  'invite-to-meeting': ofMeeting,
  'cancel-meeting': ofMeeting,
  'change-meeting': ofMeeting,
  'change-agenda-item': ofMeeting,
  'withdraw-agenda-item': ofMeeting,
  'admit-to-item': ofMeeting,
  'dismiss-from-item': ofMeeting,
  'decide-absence': ofMeeting,
  'reply-to-invitation': { ...ofMeeting, whose: both },
  'read-attendance': { ...ofMeeting, whose: both },
  'take-position': { ...ofItem, whose: both },
  'mark-item-delivered': { ...ofItem, whose: both },
  'mark-item-opened': { ...ofItem, whose: both },
  'read-position': { ...ofItem, whose: both },
}
const isOfMeeting = (action: string) => Object.hasOwn(meetingAxes, action)

/** `any` means whatever the action distinguishes. */
const namesFor = (action: string) => {
  const own = Object.entries(meetingAxes).find(([name]) => name === action)?.[1]
  return own
    ? { phases: { any: own.phases }, scopes: { any: own.scopes } }
    : { phases: phaseNames, scopes: scopeNames }
}

const axes: Record<Action, Axes> = {
  'read-directory': plain,
  'read-settings': plain,
  'open-news': plain,
  'enrol-own-device': plain,
  'read-own-session': plain,
  'read-restore': plain,
  'review-restore': plain,
  'hand-in-leaves': plain,
  'read-ballot': ofBallot,
  'read-document': ofBallot,
  'read-tally': ofBallot,
  'watch-ballot': ofBallot,
  'read-answers': { ...ofBallot, whose: both },
  'read-opened-documents': { ...ofBallot, whose: both },
  'answer-ballot': whose,
  'mark-delivered': whose,
  'mark-opened': whose,
  'mark-documents-opened': whose,
  'draft-ballot': ofBallot,
  'submit-ballot': ofBallot,
  'return-ballot': ofBallot,
  'issue-ballot': ofBallot,
  'amend-ballot': ofBallot,
  'extend-ballot': ofBallot,
  'recall-ballot': ofBallot,
  'close-ballot': ofBallot,
  'upload-document': plain,
  'read-proposal': about,
  propose: { ...about, whose: none },
  confirm: about,
  'hand-out-code': plain,
  'read-device': whose,
  'revoke-device': whose,
  'report-wiped': whose,
  'open-outbox': whose,
  'open-notes': whose,
  'share-layer': ofBallot,
  'read-layer': { ...ofBallot, whose: ['own', 'shared', "another's"] },
  'read-ledger': plain,
  'read-bundle': ofBallot,
  'read-ballot-report': ofBallot,
  'read-own-receipts': whose,
  'read-numbering': plain,
  ...meetingAxes,
}

type Case = { action: string; whose: string; phase: string; scope: string }
const keyOf = ({ action, whose: who, phase, scope }: Case) => [action, who, phase, scope].join(' | ')
const casesOf = (action: string, { whose: who, phases, scopes }: Axes): Case[] =>
  who.flatMap((one) =>
    phases.flatMap((phase) => scopes.map((scope) => ({ action, whose: one, phase, scope }))),
  )

const me = person('me')
const subjectFor = (column: string, scope: string): Subject => {
  const roles = rolesByColumn[column] ?? []
  const agency = scope === 'lead agency' ? leadAgency : null
  return subjectOn(someone('me', ...roles.map((role) => post(role, { agency }))), device('me-1'), at(monday))
}

const other = person('other')

function meetingQuestion({ action, whose: who, phase, scope }: Case): Question {
  const isAfter = phase === 'after invitation'
  const to = instant(at(monday) + (scope === 'admitted before' ? -1 : 0))
  const isAdmitted = scope.startsWith('admitted')
  const meeting = {
    wasInvited: isAfter || phase === 'not sent' || ofConclusion.phases.includes(phase),
    handlers: [person('sec'), ...(scope === 'handles it' ? [me] : [])],
    chair: scope === 'chairs it' ? me : other,
    admitted: isAdmitted ? [me] : [],
  }
  const readers = scope === 'named' ? [other, me] : [other]
  const item = {
    wasSent: isAfter,
    leadAgency,
    readers: scope === 'all members' ? null : readers,
    admitted: isAdmitted ? [{ person: me, to }] : [],
  }
  const facts = {
    action,
    person: who === 'own' ? me : other,
    meeting: phase === 'new' ? null : meeting,
    isConcluded: phase === 'after conclusion',
  }
  const isOfItem = ofItem.phases.length === namesFor(action).phases.any.length
  return (isOfItem ? { ...facts, item } : facts) as unknown as Question
}

function questionFor(given: Case): Question {
  const { action, whose: who, phase, scope } = given
  if (isOfMeeting(action)) return meetingQuestion(given)
  const owner = who === 'own' ? me : other
  const state = phase === 'withdrawn' ? 'recalled' : phase
  const facts = {
    state,
    wasIssued: phaseNames['after issue'].includes(phase),
    handlers: [person('sec'), ...(scope === 'handles it' ? [me] : [])],
    leadAgency,
  } as BallotFacts
  const ballot = phase === 'new' ? null : facts
  const matter = { about: phase.replace('about a ', '') }
  // One object with every fact that any such question has: the table decides which of them matter.
  const readers = who === 'shared' ? [me] : []
  const question = { action, person: who === '-' ? null : owner, owner, readers, ballot }
  return (phase.startsWith('about') ? { ...question, ...matter } : question) as unknown as Question
}

describe('the matrix that a lawyer reads', () => {
  test('[O3] has a column for every role, and for persons with two or none', () => {
    expect(columns).toEqual(Object.keys(rolesByColumn))
    const single = Object.values(rolesByColumn).flatMap((roles) => (roles.length === 1 ? roles : []))
    expect([...single].sort()).toEqual([...Role.options].sort())
  })

  test('[O3] has exactly one row for every action, state and scope', () => {
    const there = rows.flatMap((row) =>
      casesOf(row.action, {
        whose: [row.whose],
        phases: expand(row.phases, namesFor(row.action).phases),
        scopes: expand(row.scopes, namesFor(row.action).scopes),
      }).map(keyOf),
    )
    const wanted = Object.entries(axes).flatMap(([action, one]) => casesOf(action, one).map(keyOf))
    expect(there.sort()).toEqual(
      [...wanted, 'draft-ballot | - | new | -', 'draft-meeting | - | new | -'].sort(),
    )
  })

  test.each(rows.map((row) => [row.line.split('|').slice(1, 5).join('|'), row] as const))(
    '[O3][D2][B11] %s',
    (_, row) => {
      const names = namesFor(row.action)
      for (const phase of expand(row.phases, names.phases)) {
        for (const scope of expand(row.scopes, names.scopes)) {
          const question = questionFor({ action: row.action, whose: row.whose, phase, scope })
          for (const column of columns) {
            const { allow } = permit(subjectFor(column, scope), question)
            expect([column, phase, scope, allow]).toEqual([column, phase, scope, row.allowed.has(column)])
          }
        }
      }
    },
  )
})

describe('a role', () => {
  const until = someone('me', post('minister', { from: day('2026-03-02'), to: day('2026-03-04') }))
  const mayAnswer = (ms: number) =>
    permit(subjectOn(until, null, instant(ms)), { action: 'answer-ballot', person: me }).allow

  test('[G1][G4] begins at the midnight in Viet Nam that begins its first day, and ends with its last', () => {
    const [begin, end] = [at('2026-03-02'), at('2026-03-05')]
    expect([begin - 1, begin, end - 1, end].map(mayAnswer)).toEqual([false, true, true, false])
    expect(new Date(begin).toISOString()).toBe('2026-03-01T17:00:00.000Z')
  })

  test('[D2] at an agency’s desk opens that agency’s ballots, not those of an agency where one has another post', () => {
    const both = someone('me', post('clerk', { agency: leadAgency }), post('assistant'))
    const other = someone('me', post('clerk'), post('assistant', { agency: leadAgency }))
    const facts: BallotFacts = { state: 'issued', wasIssued: true, handlers: [], leadAgency }
    const reads = (who: typeof both) =>
      permit(subjectOn(who, null, at(monday)), { action: 'read-ballot', ballot: facts }).allow
    expect([reads(both), reads(other)]).toEqual([true, false])
  })

  test('[O3] whose person is admin since today takes the dossier away today', () => {
    const who = someone('me', post('minister'), post('admin', { from: day('2026-03-03') }))
    const read = (hour: number) =>
      permit(subjectOn(who, null, instant(hour)), { action: 'answer-ballot', person: me }).allow
    expect([read(at('2026-03-03') - 1), read(at('2026-03-03'))]).toEqual([true, false])
  })
})
