import { describe, expect, test } from 'vitest'
import { instant } from '../lib/time.ts'
import { type BallotFacts, permit, type Question, type Subject, subjectOn } from './access.ts'
import { Role } from './people.ts'
import { readMatrix } from './testing/access-matrix.ts'
import { agency, at, day, device, leadAgency, monday, person, post, someone } from './testing/cabinet.ts'
import {
  type Axes,
  axes,
  isOfDirective,
  isOfMeeting,
  isOfTask,
  isOfUnits,
  namesFor,
  ofConclusion,
  ofItem,
  phaseNames,
} from './testing/matrix-axes.ts'

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

const expand = (words: readonly string[], names: Readonly<Record<string, string[]>>) =>
  words.flatMap((word) => (Object.hasOwn(names, word) ? (names[word] ?? []) : [word]))

type Case = { action: string; whose: string; phase: string; scope: string }
const keyOf = ({ action, whose: who, phase, scope }: Case) => [action, who, phase, scope].join(' | ')
const casesOf = (action: string, { whose: who, phases, scopes }: Axes): Case[] =>
  who.flatMap((one) =>
    phases.flatMap((phase) => scopes.map((scope) => ({ action, whose: one, phase, scope }))),
  )

const me = person('me')
const supporting = agency('supporting')
const subjectFor = (column: string, scope: string): Subject => {
  const roles = rolesByColumn[column] ?? []
  const isLead = ['lead agency', 'leads it', 'has a task of it', 'its agency', 'for another agency'].includes(
    scope,
  )
  const of = isLead ? leadAgency : scope === 'supports it' ? supporting : null
  return subjectOn(
    someone('me', ...roles.map((role) => post(role, { agency: of }))),
    device('me-1'),
    at(monday),
  )
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
    chairThen: scope === 'chaired it then' ? me : other,
    meeting: phase === 'new' ? null : meeting,
    isConcluded: phase === 'after conclusion',
    readers: who === 'shared' ? [me] : [],
  }
  const isOfItem = ofItem.phases.length === namesFor(action).phases.any.length
  return (isOfItem ? { ...facts, item } : facts) as unknown as Question
}

function taskQuestion({ action, phase, scope }: Case): Question {
  const assigner = scope === 'assigns it' ? me : other
  const facts = { isDraft: phase === 'before assignment', assigner, leadAgency, supporting: [supporting] }
  return { action, task: phase === 'new' ? null : facts } as unknown as Question
}

function directiveQuestion({ action, phase, scope }: Case): Question {
  const facts = {
    wasPublished: phase === 'after publication',
    isForAll: scope === 'for all desks',
    agencies: [leadAgency],
  }
  return { action, directive: phase === 'new' ? null : facts } as unknown as Question
}

function unitQuestion({ action, phase, scope }: Case): Question {
  const ofTask = {
    isDraft: phase === 'before assignment',
    assigner: other,
    leadAgency,
    supporting: [supporting],
  }
  const isOfOther = scope === 'supports it' || scope === 'for another agency'
  const of = { action, unitsOf: isOfOther ? supporting : leadAgency }
  return (action.endsWith('-part') ? { ...of, ofTask } : of) as unknown as Question
}

function questionFor(given: Case): Question {
  const { action, whose: who, phase, scope } = given
  if (isOfMeeting(action)) return meetingQuestion(given)
  if (isOfTask(action)) return taskQuestion(given)
  if (isOfDirective(action)) return directiveQuestion(given)
  if (isOfUnits(action)) return unitQuestion(given)
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
      [
        ...wanted,
        ...['ballot', 'meeting', 'task', 'directive'].map((one) => `draft-${one} | - | new | -`),
        'ask-task | - | new | -',
      ].sort(),
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
