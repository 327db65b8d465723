import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleText, parseBundle } from '../../shared/bundle/bundle.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { createPlainCrypto } from '../../shared/testing/plain-crypto.ts'
import { type Forged, forgeriesOf, forgeryNames } from './testing/bundle-forgeries.ts'
import { diceOf } from './testing/bundle-mutation.ts'
import { tellBundleStory } from './testing/bundle-story.ts'
import { tellMeetingBundleStory } from './testing/meeting-bundle-story.ts'

/**
 * Forged bundles, all to be turned away. The whole measure is `npm run test:bundles`, 10,000 of a ballot and as many of a meeting;
 * each is named by its seed.
 */
const count = Number(process.env['BUNDLE_MUTATIONS'] ?? '600')
const thief = createPlainCrypto('thief')
const theirs = { key: thief.server.ledgerKey, sign: thief.server.sign }

type Plain = ReturnType<typeof createPlainCrypto>
const ownOf = ({ server }: Plain) => ({ key: server.ledgerKey, sign: server.sign })

/** Whether it would be believed by who knows the ledger's key. A signature by the thief's key holds under that key. */
async function isBelieved(bundle: Bundle, plain: Plain): Promise<boolean> {
  const { faults } = await verifyBundle(bundle, {
    key: plain.server.ledgerKey.publicKey,
    verifyEd25519: async (...asked) =>
      (await plain.verifyEd25519(...asked)) || (await thief.verifyEd25519(...asked)),
    verifyP256: plain.server.verifyP256,
  })
  return faults.length === 0
}

async function isTextBelieved(text: string, plain: Plain): Promise<boolean> {
  const bundle = parseBundle(text)
  return bundle !== null && (await isBelieved(bundle, plain))
}

const isWeightyOfBallot = (text: string): boolean => {
  const entry = parseEntry(text)
  if (entry?.kind === 'server') return /^(closed|deemed|not-reached|tally)\//.test(entry.id)
  return entry?.kind === 'act' && !entry.act.kind.startsWith('mark-') && entry.act.kind !== 'propose'
}

async function ofBallot(): Promise<{ plain: Plain; given: Forged }> {
  const { plain, open, sealed, early, leaves } = await tellBundleStory()
  const weights = { isWeighty: isWeightyOfBallot, isNeeded: isWeightyOfBallot }
  const given = { bundles: [open, sealed], open, early, leaves, ...weights, said: 'answer-ballot' as const }
  return { plain, given: { ...given, own: ownOf(plain), thief: theirs } }
}

const isWeightyOfMeeting = (text: string): boolean => {
  const entry = parseEntry(text)
  if (entry?.kind === 'server') return /^(vote-closed|vote-tally|admission-ended|tasks)\//.test(entry.id)
  return entry?.kind === 'act' && !entry.act.kind.startsWith('mark-item') && entry.act.kind !== 'propose'
}

/** What went out before, what was voted, by whom, and what was assigned; a late change that is left out only the whole ledger shows. */
const needed = new Set([
  ...['draft-meeting', 'draft-agenda-item', 'submit-meeting', 'approve-meeting', 'invite-to-meeting'],
  ...['open-session', 'start-item', 'open-vote', 'close-vote', 'cast-vote', 'end-session'],
  ...[
    'enter-paper-vote',
    'confirm-paper-vote',
    'propose-for-block',
    'conclude-item',
    'conclude-meeting',
    'confirm',
  ],
])
const isNeededOfMeeting = (text: string): boolean => {
  const entry = parseEntry(text)
  if (entry?.kind === 'server') return /^(vote-closed|vote-tally|tasks)\//.test(entry.id)
  return entry?.kind === 'act' && needed.has(entry.act.kind)
}

async function ofMeeting(): Promise<{ plain: Plain; given: Forged }> {
  const { plain, open, early, leaves } = await tellMeetingBundleStory()
  const weights = { isWeighty: isWeightyOfMeeting, isNeeded: isNeededOfMeeting }
  const given = { bundles: [open], open, early, leaves, ...weights, said: 'cast-vote' as const }
  return { plain, given: { ...given, own: ownOf(plain), thief: theirs } }
}

describe.each([
  ['a ballot', ofBallot],
  ['a meeting', ofMeeting],
] as const)('forged bundles of %s', (_, tell) => {
  let story: Awaited<ReturnType<typeof tell>>
  beforeAll(async () => {
    story = await tell()
  })
  const share = Math.ceil(count / forgeryNames.length)
  it.each(forgeryNames)(
    `[O4] ${share} of each kind are turned away: %s`,
    async (name) => {
      const { plain, given } = story
      const make = forgeriesOf(given)[name]
      const originals = new Set([...given.bundles, given.early].map(bundleText))
      const believed: number[] = []
      let made = 0
      for (let seed = 1; made < share; seed++) {
        const text = await make(diceOf(seed * 7919 + name.length))
        if (text === null || originals.has(text)) continue
        made += 1
        if (await isTextBelieved(text, plain)) believed.push(seed)
      }
      expect(believed).toEqual([])
    },
    600_000,
  )
})
