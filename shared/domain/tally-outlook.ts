import type { Issue } from './ballot.ts'
import type { PersonId } from './id.ts'
import type { Settings } from './settings.ts'
import { type IssueTally, type Tally, type TallyEntry, tallyIssue } from './tally.ts'

/** Whether a count is the last word: two officers may still rule on who was not reached or is held (B8, B9, B12). */

/** Members who wait for a ruling, as far as the counts tell: every ruling on a silence makes one that replaces it. */
export function waitingIn({ rounds }: Tally): PersonId[] {
  const entries = rounds.at(-1)?.issues[0]?.entries ?? []
  const replaced = (id: PersonId) => rounds.filter(({ replaces }) => replaces.includes(id)).length
  return entries.flatMap(({ person, entry }) => {
    if (entry.kind === 'not-reached') return replaced(person) === 0 ? [person] : []
    if (entry.kind !== 'held') return []
    // Coming late replaced the silence once; the ruling on it does so again.
    if (entry.why === 'late') return replaced(person) < 2 ? [person] : []
    return entry.why === 'conflict' || entry.why === 'device-revoked' ? [person] : []
  })
}

/** Whether rulings on the waiting could make another result of one issue than the counted one. */
export function canTurn(given: {
  issue: Issue
  counted: IssueTally
  waiting: readonly PersonId[]
  primeMinister: PersonId | null
  settings: Pick<Settings, 'deemed' | 'other' | 'formerAgree'>
}): boolean {
  const { issue, counted, waiting, primeMinister, settings } = given
  const alternatives = issue.form.kind === 'opinion' ? null : issue.form.alternatives.map(({ id }) => id)
  const now = JSON.stringify(counted.result)
  const rest = waiting.filter((person) => person !== primeMinister)
  // Only the Prime Minister's own side weighs more than one: first and last to be ruled on.
  const orders =
    primeMinister !== null && waiting.includes(primeMinister)
      ? [
          [primeMinister, ...rest],
          [...rest, primeMinister],
        ]
      : [rest]
  const spoken: TallyEntry[] =
    alternatives === null
      ? [{ kind: 'agree', late: true }]
      : alternatives.map((id) => ({ kind: 'alternatives', chosen: [id], late: true }))
  const others: (TallyEntry | null)[] =
    alternatives === null ? [null, { kind: 'disagree', late: true, former: false }] : [null]

  const turns = (order: readonly PersonId[], count: number, yes: TallyEntry, no: TallyEntry | null) => {
    const inFavour = new Set(order.slice(0, count))
    const entries = counted.entries.map((member) => {
      if (!waiting.includes(member.person)) return member
      const isFor = inFavour.has(member.person)
      if (member.entry.kind === 'not-reached') {
        return isFor ? { ...member, entry: { kind: 'deemed', ruled: true } as const } : member
      }
      return { ...member, entry: isFor ? yes : (no ?? member.entry) }
    })
    const again = tallyIssue({ issue: counted.issue, alternatives, entries, primeMinister, settings })
    return JSON.stringify(again.result) !== now
  }
  return orders.some((order) =>
    [...order.keys(), order.length].some((count) =>
      spoken.some((yes) => others.some((no) => turns(order, count, yes, no))),
    ),
  )
}
