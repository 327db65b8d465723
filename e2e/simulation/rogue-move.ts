import { commitOpening, createMakeAct, type MakeAct, noAnchor } from '../../client/app/make-act.ts'
import { createApi } from '../../client/sync/http.ts'
import { ActId, DeviceId, Hash } from '../../shared/domain/id.ts'
import { fromHex, utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { deviceOf, isMemberSeat } from './cabinet.ts'
import { createProcessTimers } from './virtual-time.ts'
import { memberDesks, type World } from './world.ts'

/** Somebody's own program with a member's own key: acts that no screen makes, and envelopes that are none. */
export async function forgedActs(world: World): Promise<void> {
  const { dice, crypto, fleet, time, outcomes } = world
  const { seat, browser } = dice.pick(memberDesks(world).filter((desk) => isMemberSeat(desk.seat)))
  const rows = await fleet.reader.ledger.read.rowsOfKind('ballot')
  const ballots = rows.filter(({ entity }) => entity.versions.length > 0).map(({ entity }) => entity)
  if (ballots.length === 0) return
  const ballot = dice.pick(ballots)
  const versionHash = ballot.versions.at(-1)?.hash ?? noAnchor.root
  const device = browser.profile.owner()?.device ?? deviceOf(seat.label)
  const random = (length: number) => dice.bytes(length)
  const maker = (of: DeviceId, sign = browser.profile.keyPair.sign, dicing = random): MakeAct =>
    createMakeAct({
      ...seat,
      device: of,
      sign,
      seal: crypto.seal,
      random: dicing,
      clock: fleet.clock,
      anchor: () => noAnchor,
    })
  const make = maker(device)
  const said = (issue: string, value: string, text = '') => {
    const choice = commitOpening(random, value)
    const words = commitOpening(random, text)
    const answers = [{ issue, choiceCommit: choice.commit, textCommit: words.commit }]
    return { answers, openings: [choice, words] }
  }
  const answer = (using: MakeAct, { answers, openings }: ReturnType<typeof said>, hash = versionHash) =>
    using({
      kind: 'answer-ballot',
      body: {
        ballot: ballot.id,
        versionHash: hash,
        answers: answers.map((a) => ({ ...a, issue: a.issue as never })),
      },
      openings,
    })
  const good = await answer(make, said('i1', 'agree'))
  const items = [
    await answer(make, said('i9', 'agree')),
    await answer(make, { ...said('i1', 'agree'), openings: [] }),
    await answer(make, said('i1', 'perhaps')),
    await answer(make, said('i1', 'other')),
    await answer(make, said('i1', 'other', 'a\u202Eb')),
    await answer(make, said('i1', 'agree'), Hash.parse(sha256Hex(utf8('no such version')))),
    await answer(maker(DeviceId.parse('nobody')), said('i1', 'agree')),
    await answer(
      maker(device, async () => new Uint8Array(64)),
      said('i1', 'agree'),
    ),
    { ...good, sealed: utf8('rubbish') },
    { ...good, sealed: await crypto.seal(utf8('{"v":1}'), good.id) },
    ...(dice.chance(0.4) ? [{ ...good, sealed: new Uint8Array(530_000) }] : []),
    await make({ kind: 'mark-delivered', body: { ballot: ballot.id, versionHash: noAnchor.root } }),
    await make({ kind: 'report-wiped', body: {} }),
    await make({ kind: 'recall-ballot', body: { ballot: ballot.id, reason: 'không có quyền' } }),
    await make({ kind: 'confirm', body: { proposal: ActId.parse('no-such-proposal-at-all-000') } }),
  ]
  const known = [...browser.profile.disk.settled.values()].at(-1)
  if (known) {
    const sameId = (length: number) => (length === 16 ? fromHex(known.id) : random(length))
    items.push(await maker(device, browser.profile.keyPair.sign, sameId)({ kind: 'report-wiped', body: {} }))
  }
  const wires = browser.link.wires(() => true)
  const api = createApi({ fetch: wires.fetch, baseUrl: '', timers: createProcessTimers(time) })
  const reply = await api.sendActs(items)
  if (!reply.ok) return
  for (const outcome of reply.value)
    if (outcome.kind === 'rejected') outcomes.add(`rejected ${outcome.reason}`)
}
