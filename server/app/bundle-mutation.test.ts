import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleText, parseBundle } from '../../shared/bundle/bundle.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { createPlainCrypto } from '../../shared/testing/plain-crypto.ts'
import {
  type Dice,
  diceOf,
  flipText,
  forge,
  mutateJson,
  pick,
  type Signer,
} from './testing/bundle-mutation.ts'
import { type BundleStory, tellBundleStory } from './testing/bundle-story.ts'

/**
 * Forged bundles, all to be turned away. The whole measure is `npm run test:bundles`, 10,000; each
 * is named by its seed.
 */
const count = Number(process.env['BUNDLE_MUTATIONS'] ?? '600')
const thief = createPlainCrypto('thief')

let story: BundleStory
beforeAll(async () => {
  story = await tellBundleStory()
})

const own = (): Signer => ({ key: story.plain.server.ledgerKey, sign: story.plain.server.sign })
const foreign = (): Signer => ({ key: thief.server.ledgerKey, sign: thief.server.sign })

/** Whether it would be believed by who knows the ledger's key. A signature by the thief's key holds under that key. */
async function isBelieved(bundle: Bundle): Promise<boolean> {
  const { faults } = await verifyBundle(bundle, {
    key: story.plain.server.ledgerKey.publicKey,
    verifyEd25519: async (...asked) =>
      (await story.plain.verifyEd25519(...asked)) || (await thief.verifyEd25519(...asked)),
    verifyP256: story.plain.server.verifyP256,
  })
  return faults.length === 0
}

const isTextBelieved = async (text: string): Promise<boolean> => {
  const bundle = parseBundle(text)
  return bundle !== null && (await isBelieved(bundle))
}

const given = (dice: Dice): Bundle => pick(dice, [story.open, story.sealed])

/** The whole ledger, and which of it is in the bundle. */
const ledgerOf = (bundle: Bundle) => {
  const here = new Set(bundle.leaves.map(({ n }) => n))
  return story.leaves.map((text, n) => ({ text, keep: here.has(n) }))
}

/** Entries on which the decision rests: what somebody said, and what the server made of it. */
const weighty = (text: string): boolean => {
  const entry = parseEntry(text)
  if (entry?.kind === 'server') return /^(closed|deemed|not-reached|tally)\//.test(entry.id)
  return entry?.kind === 'act' && !entry.act.kind.startsWith('mark-') && entry.act.kind !== 'propose'
}

const changed = (bundle: Bundle, dice: Dice, change: (text: string) => string) => {
  const ledger = ledgerOf(bundle)
  const at = pick(
    dice,
    ledger.flatMap(({ text, keep }, n) => (keep && weighty(text) ? [n] : [])),
  )
  return ledger.map((leaf, n) => (n === at ? { ...leaf, text: change(leaf.text) } : leaf))
}

/** Which number of its year a ballot has, only the other ballots can tell. */
const butSerial = (text: string) => text.replace(/"serial":\d+/, '')

const inVerdict = (dice: Dice) => (text: string) => {
  const leaf = JSON.parse(text)
  const part = leaf.verdict ? 'verdict' : 'server'
  const made = canonicalJson({ ...leaf, [part]: JSON.parse(mutateJson(canonicalJson(leaf[part]), dice)) })
  return butSerial(made) === butSerial(text) ? text : made
}

const inAct = (dice: Dice) => (text: string) => {
  const leaf = JSON.parse(text)
  return typeof leaf.act === 'string'
    ? canonicalJson({ ...leaf, act: mutateJson(leaf.act, dice) })
    : inVerdict(dice)(text)
}

/** @returns a forged bundle, or null where nothing came of it (the change changed nothing). */
type Forgery = (dice: Dice) => Promise<string | null>

const forged = async (bundle: Bundle, ledger: ReturnType<typeof ledgerOf>, by: Signer) => {
  const isSame =
    ledger.every(({ text }, n) => text === story.leaves[n]) && ledger.length === story.leaves.length
  const made = isSame ? null : await forge(bundle, ledger, by)
  return made && bundleText(made)
}

/** The ledger's own key in a forger's hand: what then is left are the members' signatures and the rules. */
const byOwnKey: Readonly<Record<string, Forgery>> = {
  'a verdict, an event or a count changed': (dice) => {
    const bundle = given(dice)
    return forged(bundle, changed(bundle, dice, inVerdict(dice)), own())
  },
  'a signed act changed': (dice) => {
    const bundle = given(dice)
    return forged(bundle, changed(bundle, dice, inAct(dice)), own())
  },
  'an entry dropped and the rest renumbered': (dice) => {
    const bundle = given(dice)
    const ledger = changed(bundle, dice, () => '')
    return forged(
      bundle,
      ledger.filter(({ text }) => text !== ''),
      own(),
    )
  },
  'an entry left out of the bundle alone': (dice) => {
    const bundle = given(dice)
    const ledger = changed(bundle, dice, (text) => `${text} `)
    const kept = ledger.map((leaf) => ({
      text: leaf.text.trimEnd(),
      keep: leaf.keep && !leaf.text.endsWith(' '),
    }))
    return forge(bundle, kept, own()).then((made) => made && bundleText(made))
  },
  'two entries changed places': (dice) => {
    const bundle = given(dice)
    const ledger = ledgerOf(bundle)
    const places = ledger.flatMap(({ text, keep }, n) => (keep && weighty(text) ? [n] : []))
    const [a, b] = [pick(dice, places), pick(dice, places)]
    const [one, other] = [ledger[a], ledger[b]]
    if (!one || !other || a === b) return Promise.resolve(null)
    return forged(
      bundle,
      ledger.map((leaf, n) => (n === a ? other : n === b ? one : leaf)),
      own(),
    )
  },
  'two members’ answers exchanged': (dice) => {
    const bundle = given(dice)
    const ledger = ledgerOf(bundle)
    const places = ledger.flatMap(({ text }, n) =>
      text.includes('\\"kind\\":\\"answer-ballot\\"') ? [n] : [],
    )
    const [a, b] = [pick(dice, places), pick(dice, places)]
    const [one, other] = [a, b].map((n) => JSON.parse(ledger[n]?.text ?? 'null'))
    if (a === b) return Promise.resolve(null)
    const swapped = ledger.map((leaf, n) => {
      if (n === a) return { ...leaf, text: canonicalJson({ ...one, act: other.act, sig: other.sig }) }
      return n === b ? { ...leaf, text: canonicalJson({ ...other, act: one.act, sig: one.sig }) } : leaf
    })
    return forged(bundle, swapped, own())
  },
  'openings exchanged between members': async (dice) => {
    const openings = [...(story.open.openings ?? [])]
    const salted = openings.flatMap(({ salt }, i) => (salt === '' ? [] : [i]))
    const [a, b] = [pick(dice, salted), pick(dice, salted)]
    const [one, other] = [openings[a], openings[b]]
    if (!one || !other || one.value === other.value) return null
    const isWhole = dice(2) === 0
    openings[a] = isWhole ? { ...other, commit: one.commit } : { ...one, value: other.value }
    openings[b] = isWhole ? { ...one, commit: other.commit } : { ...other, value: one.value }
    const made = await forge({ ...story.open, openings }, ledgerOf(story.open), own())
    return made && bundleText(made)
  },
  'an opening left out or changed': async (dice) => {
    const openings = [...(story.open.openings ?? [])]
    const at = dice(openings.length)
    const one = openings[at]
    if (!one) return null
    openings.splice(at, 1, ...(dice(2) === 0 ? [] : [{ ...one, value: `${one.value}.` }]))
    const made = await forge({ ...story.open, openings }, ledgerOf(story.open), own())
    return made && bundleText(made)
  },
}

/** Another's key, under its own name or in place of the right one: hashed up the tree, proven and signed. */
const byForeignKey: Forgery = async (dice) => {
  const bundle = given(dice)
  const { key, sign } = foreign()
  const ledger = dice(4) === 0 ? ledgerOf(bundle) : changed(bundle, dice, inVerdict(dice))
  const made = await forge(bundle, ledger, { key, sign })
  if (!made || dice(2) === 0) return made && bundleText(made)
  return bundleText({ ...made, ledger: bundle.ledger })
}

/** Without any key. */
const byHand: Readonly<Record<string, Forgery>> = {
  'the text of the file': async (dice) => flipText(bundleText(given(dice)), dice),
  'a field of the file': async (dice) => mutateJson(bundleText(given(dice)), dice),
  'parts of two bundles put together': async (dice) => {
    const parts = ['checkpoint', 'closing', 'leaves', 'openings', 'attestation'] as const
    const [bundle, other] = [given(dice), pick(dice, [story.early, story.sealed, story.open])]
    const part = pick(dice, parts)
    return bundleText({ ...bundle, [part]: other[part] })
  },
}

const forgeries: readonly (readonly [string, Forgery])[] = [
  ...Object.entries(byHand),
  ['re-hashed and signed by another key', byForeignKey],
  ...Object.entries(byOwnKey).map(([name, make]) => [`by the ledger’s own key: ${name}`, make] as const),
]

describe('forged bundles', () => {
  const share = Math.ceil(count / forgeries.length)
  it.each(forgeries)(
    `[O4] ${share} of each kind are turned away: %s`,
    async (name, make) => {
      const originals = new Set([story.open, story.sealed, story.early].map(bundleText))
      const believed: number[] = []
      let made = 0
      for (let seed = 1; made < share; seed++) {
        const text = await make(diceOf(seed * 7919 + name.length))
        if (text === null || originals.has(text)) continue
        made += 1
        if (await isTextBelieved(text)) believed.push(seed)
      }
      expect(believed).toEqual([])
    },
    600_000,
  )
})
