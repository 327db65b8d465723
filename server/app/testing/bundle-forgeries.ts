import { type Bundle, bundleText } from '../../../shared/bundle/bundle.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { type Dice, flipText, forge, mutateJson, pick, type Signer } from './bundle-mutation.ts'

/** @returns a forged bundle, or null where nothing came of it (the change changed nothing). */
type Forgery = (dice: Dice) => Promise<string | null>

export type Forged = {
  /** Good ones, of one matter. */
  bundles: readonly Bundle[]
  /** The one that holds texts. */
  open: Bundle
  /** An earlier one. */
  early: Bundle
  /** The whole ledger. */
  leaves: readonly string[]
  own: Signer
  thief: Signer
  /** The kind of act by which members say something. */
  said: 'answer-ballot' | 'cast-vote'
  /** Entries on which the decision rests: what somebody said, and what the server made of it. */
  isWeighty(text: string): boolean
  /** Entries that others name or rest on: their absence shows without the whole ledger. */
  isNeeded(text: string): boolean
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

export const forgeryNames = [
  'the text of the file',
  'a field of the file',
  'parts of two bundles put together',
  're-hashed and signed by another key',
  'by the ledger’s own key: a verdict, an event or a count changed',
  'by the ledger’s own key: a signed act changed',
  'by the ledger’s own key: an entry dropped and the rest renumbered',
  'by the ledger’s own key: an entry left out of the bundle alone',
  'by the ledger’s own key: two entries changed places',
  'by the ledger’s own key: two members’ answers exchanged',
  'by the ledger’s own key: openings exchanged between members',
  'by the ledger’s own key: an opening left out or changed',
] as const

/** Every way of forging: by hand, without any key; by another's; by the ledger's own. */
export function forgeriesOf(given: Forged): Readonly<Record<(typeof forgeryNames)[number], Forgery>> {
  const { open, own, thief } = given
  const oneOf = (dice: Dice): Bundle => pick(dice, given.bundles)
  const ledgerOf = (bundle: Bundle) => {
    const here = new Set(bundle.leaves.map(({ n }) => n))
    return given.leaves.map((text, n) => ({ text, keep: here.has(n) }))
  }
  const placesIn = (ledger: ReturnType<typeof ledgerOf>, isMeant: (text: string) => boolean) =>
    ledger.flatMap(({ text, keep }, n) => (keep && isMeant(text) ? [n] : []))
  const changed = (
    bundle: Bundle,
    dice: Dice,
    change: (text: string) => string,
    isMeant = given.isWeighty,
  ) => {
    const ledger = ledgerOf(bundle)
    const at = pick(dice, placesIn(ledger, isMeant))
    return ledger.map((leaf, n) => (n === at ? { ...leaf, text: change(leaf.text) } : leaf))
  }
  const forged = async (bundle: Bundle, ledger: ReturnType<typeof ledgerOf>, by: Signer) => {
    const isSame =
      ledger.every(({ text }, n) => text === given.leaves[n]) && ledger.length === given.leaves.length
    const made = isSame ? null : await forge(bundle, ledger, by)
    return made && bundleText(made)
  }
  const withOpenings = async (openings: Bundle['openings']) => {
    const made = await forge({ ...open, openings: openings ?? [] }, ledgerOf(open), own)
    return made && bundleText(made)
  }

  /** Another's key, under its own name or in place of the right one: hashed up the tree, proven and signed. */
  const byForeignKey: Forgery = async (dice) => {
    const bundle = oneOf(dice)
    const ledger = dice(4) === 0 ? ledgerOf(bundle) : changed(bundle, dice, inVerdict(dice))
    const made = await forge(bundle, ledger, thief)
    if (!made || dice(2) === 0) return made && bundleText(made)
    return bundleText({ ...made, ledger: bundle.ledger })
  }

  return {
    'the text of the file': async (dice) => flipText(bundleText(oneOf(dice)), dice),
    'a field of the file': async (dice) => mutateJson(bundleText(oneOf(dice)), dice),
    'parts of two bundles put together': async (dice) => {
      const parts = ['checkpoint', 'closing', 'leaves', 'openings', 'attestation'] as const
      const [bundle, other] = [oneOf(dice), pick(dice, [given.early, ...given.bundles])]
      const part = pick(dice, parts)
      return canonicalJson({ ...bundle, [part]: other[part] })
    },
    're-hashed and signed by another key': byForeignKey,

    // The ledger's own key in a forger's hand: what then is left are the members' signatures and the rules.
    'by the ledger’s own key: a verdict, an event or a count changed': (dice) => {
      const bundle = oneOf(dice)
      return forged(bundle, changed(bundle, dice, inVerdict(dice)), own)
    },
    'by the ledger’s own key: a signed act changed': (dice) => {
      const bundle = oneOf(dice)
      return forged(bundle, changed(bundle, dice, inAct(dice)), own)
    },
    'by the ledger’s own key: an entry dropped and the rest renumbered': (dice) => {
      const bundle = oneOf(dice)
      const ledger = changed(bundle, dice, () => '', given.isNeeded)
      return forged(
        bundle,
        ledger.filter(({ text }) => text !== ''),
        own,
      )
    },
    'by the ledger’s own key: an entry left out of the bundle alone': (dice) => {
      const bundle = oneOf(dice)
      const ledger = changed(bundle, dice, (text) => `${text} `, given.isNeeded)
      const kept = ledger.map(({ text, keep }) => ({
        text: text.trimEnd(),
        keep: keep && !text.endsWith(' '),
      }))
      return forge(bundle, kept, own).then((made) => made && bundleText(made))
    },
    'by the ledger’s own key: two entries changed places': (dice) => {
      const bundle = oneOf(dice)
      const ledger = ledgerOf(bundle)
      const places = placesIn(ledger, given.isWeighty)
      const [a, b] = [pick(dice, places), pick(dice, places)]
      const [one, other] = [ledger[a], ledger[b]]
      if (!one || !other || a === b) return Promise.resolve(null)
      return forged(
        bundle,
        ledger.map((leaf, n) => (n === a ? other : n === b ? one : leaf)),
        own,
      )
    },
    'by the ledger’s own key: two members’ answers exchanged': (dice) => {
      const bundle = oneOf(dice)
      const ledger = ledgerOf(bundle)
      const places = ledger.flatMap(({ text }, n) =>
        text.includes(`\\"kind\\":\\"${given.said}\\"`) ? [n] : [],
      )
      const [a, b] = [pick(dice, places), pick(dice, places)]
      const [one, other] = [a, b].map((n) => JSON.parse(ledger[n]?.text ?? 'null'))
      if (a === b) return Promise.resolve(null)
      const swapped = ledger.map((leaf, n) => {
        if (n === a) return { ...leaf, text: canonicalJson({ ...one, act: other.act, sig: other.sig }) }
        return n === b ? { ...leaf, text: canonicalJson({ ...other, act: one.act, sig: one.sig }) } : leaf
      })
      return forged(bundle, swapped, own)
    },
    'by the ledger’s own key: openings exchanged between members': async (dice) => {
      const openings = [...(open.openings ?? [])]
      const salted = openings.flatMap(({ salt }, i) => (salt === '' ? [] : [i]))
      const [a, b] = [pick(dice, salted), pick(dice, salted)]
      const [one, other] = [openings[a], openings[b]]
      if (!one || !other || one.value === other.value) return null
      const isWhole = dice(2) === 0
      openings[a] = isWhole ? { ...other, commit: one.commit } : { ...one, value: other.value }
      openings[b] = isWhole ? { ...one, commit: other.commit } : { ...other, value: one.value }
      return await withOpenings(openings)
    },
    'by the ledger’s own key: an opening left out or changed': async (dice) => {
      const openings = [...(open.openings ?? [])]
      const at = dice(openings.length)
      const one = openings[at]
      if (!one) return null
      openings.splice(at, 1, ...(dice(2) === 0 ? [] : [{ ...one, value: `${one.value}.` }]))
      return await withOpenings(openings)
    },
  }
}
