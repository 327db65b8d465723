import { commitOpening, createMakeAct, hashOpening, noAnchor } from '../../../client/app/make-act.ts'
import { type Bundle, bundleText, parseBundle } from '../../../shared/bundle/bundle.ts'
import { subjectOn } from '../../../shared/domain/access.ts'
import type { ActKind, BodyOf } from '../../../shared/domain/act.ts'
import type { BallotContent } from '../../../shared/domain/ballot.ts'
import type { Event } from '../../../shared/domain/event.ts'
import {
  type ActId,
  AgencyId,
  AlternativeId,
  BallotId,
  DeviceId,
  IssueId,
  PersonId,
} from '../../../shared/domain/id.ts'
import type { Person, Role } from '../../../shared/domain/people.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { sha256 } from '../../../shared/lib/sha256.ts'
import { addDays, dayMs, dayOf, hourMs, type Instant, instant } from '../../../shared/lib/time.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import { createPlainCrypto } from '../../../shared/testing/plain-crypto.ts'
import { createActIntake } from '../act-intake.ts'
import { createBundles } from '../bundle.ts'
import { createMemoryDatabase } from './memory-database.ts'

/** One closed ballot with everything that a bundle has to prove, through the real intake, on stand-ins for signatures. */

const roles: Readonly<Record<string, Role>> = {
  pm: 'prime-minister',
  m2: 'minister',
  m3: 'minister',
  m4: 'minister',
  m5: 'minister',
  m6: 'minister',
  sec: 'secretary',
  head: 'head-of-office',
  head2: 'head-of-office',
  aud: 'auditor',
}
const monday = instant(Date.UTC(2026, 2, 2, 1))
const ballot = BallotId.parse('b1')
const opinion = IssueId.parse('i1')
const choice = IssueId.parse('i2')

const contentOf = (title: string): BallotContent => ({
  title,
  reason: '',
  summary: '',
  advice: '',
  issues: [
    { id: opinion, question: 'Đồng ý ban hành?', form: { kind: 'opinion' } },
    {
      id: choice,
      question: 'Chọn phương án nào?',
      form: {
        kind: 'alternatives',
        alternatives: ['a', 'b'].map((id) => ({ id: AlternativeId.parse(id), label: `Phương án ${id}` })),
        atMost: 1,
      },
    },
  ],
  documents: [],
})

export type BundleStory = Awaited<ReturnType<typeof tellBundleStory>>

export async function tellBundleStory() {
  const plain = createPlainCrypto('bundle')
  const database = createMemoryDatabase().connect()
  const { read } = database.ledger
  let now: Instant = monday
  let dice = 0
  const clock = { now: () => now }
  const random = (length: number) => sha256(utf8(`dice ${dice++}`)).slice(0, length)
  const intake = createActIntake({
    store: database.ledger,
    crypto: plain.server,
    clock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log: () => undefined,
  })
  const keyOf = (device: string) => plain.deviceKey(device)
  const people = Object.entries(roles).map(
    ([id, role]): Person => ({
      kind: 'person',
      id: PersonId.parse(id),
      name: id,
      appointments: [{ role, title: id, agency: null, from: addDays(dayOf(monday), -60), to: null }],
    }),
  )
  const asked = (device: string, owner: string): Event => ({
    kind: 'device-asked',
    device: {
      kind: 'device',
      id: DeviceId.parse(device),
      person: PersonId.parse(owner),
      label: device,
      publicKey: base64(keyOf(device).publicKey),
      askedAt: now,
      phase: { state: 'pending' },
    },
  })
  const serve = (id: string, events: Event[]) =>
    intake.appendServer(() => [{ id, events }], ['person/', 'device/'])
  await serve('begin', [
    { kind: 'settings-set', settings: { kind: 'settings', changes: [] } },
    ...people.map((person): Event => ({ kind: 'person-set', person })),
  ])
  for (const id of Object.keys(roles)) {
    await serve(`device-asked/d-${id}`, [
      asked(`d-${id}`, id),
      { kind: 'device-enrolled', device: DeviceId.parse(`d-${id}`) },
    ])
  }

  const act = async <K extends ActKind>(
    who: string,
    kind: K,
    body: BodyOf<K>,
    more: { prev?: ActId[]; openings?: Opening[]; device?: string } = {},
  ) => {
    now = instant(now + 1000)
    const { device = `d-${who}`, prev = [], openings = [] } = more
    const make = createMakeAct({
      person: PersonId.parse(who),
      device: DeviceId.parse(device),
      sign: keyOf(device).sign,
      seal: plain.seal,
      random,
      clock,
      anchor: () => noAnchor,
    })
    const item = await make({ kind, body, prev, openings })
    const { outcomes } = await intake.accept([item])
    const [outcome] = outcomes
    if (outcome?.kind !== 'recorded' || outcome.leaf.includes('"kind":"refused"')) {
      throw new Error(`${kind} of ${who}: ${JSON.stringify(outcome)}`)
    }
    return item.id
  }
  const [first, second] = ['Dự thảo Nghị định', 'Dự thảo Nghị định (sửa)'].map((title) =>
    hashOpening(canonicalJson(contentOf(title))),
  )
  if (!first || !second) throw new Error('no words')

  const answer = (
    who: string,
    value: 'agree' | 'disagree' | 'other',
    words: Opening,
    more: { prev?: ActId[]; device?: string } = {},
  ) => {
    const said = [value, value === 'agree' ? '' : `Ý kiến của ${who}`, '["a"]', ''].map((text) =>
      commitOpening(random, text),
    )
    const [choiceOf, textOf, pickOf, noteOf] = said
    if (!choiceOf || !textOf || !pickOf || !noteOf) throw new Error('no answer')
    const answers = [
      { issue: opinion, choiceCommit: choiceOf.commit, textCommit: textOf.commit },
      { issue: choice, choiceCommit: pickOf.commit, textCommit: noteOf.commit },
    ]
    return act(
      who,
      'answer-ballot',
      { ballot, versionHash: words.commit, answers },
      { ...more, openings: said },
    )
  }
  const deadlineAt = instant(monday + 3 * dayMs)
  const reason = 'Lý do'

  // A second tablet of m2, by the word of two officers.
  await serve('device-asked/d-m2-b', [asked('d-m2-b', 'm2')])
  const enrol = await act('head', 'propose', {
    proposal: { kind: 'enrol-device', device: DeviceId.parse('d-m2-b') },
  })
  await act('head2', 'confirm', { proposal: enrol })

  const draft = {
    ballot,
    leadAgency: AgencyId.parse('health'),
    handlers: [PersonId.parse('sec')],
    windowReason: '',
  }
  await act('sec', 'draft-ballot', { ...draft, contentHash: first.commit, deadlineAt }, { openings: [first] })
  await act('sec', 'submit-ballot', { ballot, contentHash: first.commit })
  await act('head', 'issue-ballot', { ballot, contentHash: first.commit })
  await answer('m6', 'disagree', first)
  await act(
    'head',
    'amend-ballot',
    { ballot, contentHash: second.commit, deadlineAt, reason },
    { openings: [second] },
  )
  for (const who of ['pm', 'm2', 'm3', 'm5']) {
    await act(who, 'mark-delivered', { ballot, versionHash: second.commit })
  }
  await act('m5', 'mark-opened', { ballot, versionHash: second.commit })
  await answer('pm', 'agree', second)
  const before = await answer('m2', 'agree', second)
  await answer('m2', 'disagree', second, { device: 'd-m2-b', prev: [before] })
  await answer('m3', 'agree', second)
  await answer('m3', 'other', second)
  now = instant(deadlineAt + hourMs)
  await intake.tick()
  const late = await answer('m5', 'disagree', second)
  const ruling = { ballot, person: PersonId.parse('m5'), act: late, counts: true, reason }
  const proposed = await act('head', 'propose', { proposal: { kind: 'rule-held', ...ruling } })
  const early = await bundleOf('sec')
  await act('head2', 'confirm', { proposal: proposed })

  async function bundleOf(who: string): Promise<Bundle> {
    const made = await createBundles({ ledger: read, crypto: plain.server }).make(ballot, subjectOf(who))
    const bundle = made && parseBundle(bundleText(made))
    if (!bundle) throw new Error('no bundle')
    return bundle
  }
  const leaves = (await read.leavesFrom(0, 1000)).map(({ text }) => text)
  function subjectOf(who: string) {
    const person = people.find(({ id }) => id === who)
    if (!person) throw new Error(`nobody called ${who}`)
    return subjectOn(person, null, now)
  }
  const [open, sealed] = [await bundleOf('sec'), await bundleOf('aud')]
  return { plain, leaves, early, open, sealed, ledger: read, clock, ballot, subjectOf }
}
