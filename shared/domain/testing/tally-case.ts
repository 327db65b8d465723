import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { IssueTally } from '../tally.ts'

/** The cases of the law, kept outside the repository beside other vectors; none where the folder is not there. */

const { VECTORS_DIR } = process.env
const folder = VECTORS_DIR ?? fileURLToPath(new URL('../../../../shared/vectors', import.meta.url))
const file = join(folder, 'tally', 'cases.json')

const Cases = z.array(
  z.strictObject({
    id: z.string(),
    why: z.string(),
    members: z.int(),
    primeMinister: z.string(),
    options: z.array(z.string()),
    settings: z
      .strictObject({
        deemed: z.enum(['in-favour', 'not-counted']).optional(),
        other: z.enum(['in-favour', 'not-in-favour']).optional(),
      })
      .optional(),
    answers: z.record(z.string(), z.union([z.string(), z.strictObject({ 'late-counted': z.string() })])),
    expect: z.strictObject({
      explicit: z.int(),
      deemed: z.int(),
      against: z.int(),
      other: z.int(),
      notReached: z.int(),
      held: z.int(),
      result: z.string(),
      byOption: z.record(z.string(), z.int()).optional(),
    }),
  }),
)

export type TallyCase = z.infer<typeof Cases>[number]
/** What one member did: a choice, or one of the case's own words; `silent` where the case says nothing. */
export type Deed = { kind: 'plain'; word: string } | { kind: 'late-counted'; choice: string }

export const isThere = existsSync(file)
export const tallyCases: TallyCase[] = isThere ? Cases.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
if (!isThere)
  console.info(`tally cases of the law: not run, no ${join('tally', 'cases.json')} in VECTORS_DIR`)

const membersNamed = (name: string): string[] => {
  const [from, to] = name.split('..m')
  if (from === undefined || to === undefined) return [name]
  const first = Number(from.slice(1))
  return Array.from({ length: Number(to) - first + 1 }, (_, i) => `m${first + i}`)
}

/** Every member of the case, in order, with what they did. */
export function deedsOf({ members, answers }: TallyCase): [string, Deed][] {
  const deeds = new Map<string, Deed>([['pm', { kind: 'plain', word: 'silent' }]])
  for (let i = 2; i <= members; i++) deeds.set(`m${i}`, { kind: 'plain', word: 'silent' })
  for (const [name, said] of Object.entries(answers)) {
    for (const who of membersNamed(name)) {
      deeds.set(
        who,
        typeof said === 'string'
          ? { kind: 'plain', word: said }
          : { kind: 'late-counted', choice: said['late-counted'] },
      )
    }
  }
  return [...deeds]
}

export const isOpinion = ({ options }: TallyCase): boolean => options.includes('agree')

export const expectedOf = ({ expect: expected }: TallyCase) => {
  const { result, byOption, ...counts } = expected
  const isWord = result === 'adopted' || result === 'not-adopted' || result === 'undecided'
  return {
    ...counts,
    byOption: byOption ?? {},
    result: isWord ? { kind: result } : { kind: 'alternative-adopted', alternative: result },
  }
}

/** What a case says of a count. */
export const countsOf = ({
  explicit,
  deemed,
  against,
  other,
  notReached,
  held,
  byOption,
  result,
}: IssueTally) => ({
  explicit,
  deemed,
  against,
  other,
  notReached,
  held,
  byOption,
  result,
})
