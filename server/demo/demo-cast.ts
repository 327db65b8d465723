import type { Anchor } from '../../shared/domain/act.ts'
import { Hash } from '../../shared/domain/id.ts'
import { parseCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { parseSignedNote } from '../../shared/ledger/signed-note.ts'
import { hex } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { SealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { ActIntake } from '../app/act-intake.ts'
import type { LedgerReads } from '../app/ledger-port.ts'
import type { Random } from '../app/ports.ts'
import { demoPerson } from './demo-people.ts'
import { actIdOf, createSoftwareDevice, type SoftwareDevice, type UnsignedAct } from './software-device.ts'

/** Everybody who acts in the demonstration, each with a device enrolled in this process. */
export type DemoCast = {
  /**
   * In one transaction, in their order, as far as they are not in the ledger already.
   * @throws where one is refused: the demonstration itself is wrong then.
   */
  play(acts: readonly CastAct[]): Promise<void>
  deviceIds: ReadonlyMap<string, string>
}

export type CastAct = Omit<UnsignedAct, 'anchor'> & { by: string }

export async function createDemoCast(deps: {
  accounts: readonly string[]
  intake: ActIntake
  ledger: Pick<LedgerReads, 'checkpoint' | 'leafOfAct'>
  seal: SealEnvelope
  /** Some of the acts may be in the ledger already. */
  isResumed: boolean
  random: Random
  at: Instant
}): Promise<DemoCast> {
  const { accounts, intake, ledger, seal, isResumed, random, at } = deps
  const run = hex(random(4))
  const devices = new Map<string, SoftwareDevice>()
  for (const account of accounts) {
    const id = `demo-${account}-${run}`
    devices.set(account, await createSoftwareDevice({ id, person: demoPerson(account), askedAt: at, seal }))
  }
  await intake.appendServer(() =>
    [...devices.values()].map(({ device }) => ({
      id: `device-asked/${device.id}`,
      events: [
        { kind: 'device-asked', device },
        { kind: 'device-enrolled', device: device.id },
      ],
    })),
  )

  const anchor = async (): Promise<Anchor> => {
    const stored = await ledger.checkpoint()
    const checkpoint = stored && parseCheckpoint(parseSignedNote(stored.note)?.text ?? '')
    if (!checkpoint) throw new Error('a ledger with entries and without a checkpoint')
    const { epoch, size, root } = checkpoint
    return { epoch, size, root: Hash.parse(hex(root)) }
  }

  const signAll = (acts: readonly CastAct[], now: Anchor) =>
    Promise.all(
      acts.map(({ by, ...act }) => {
        const device = devices.get(by)
        if (!device) throw new Error(`${by} has no part in the demonstration`)
        return device.sign({ ...act, anchor: now })
      }),
    )

  const notYet = async (acts: readonly CastAct[]) => {
    const known = await Promise.all(acts.map(({ label }) => ledger.leafOfAct(actIdOf(label))))
    return acts.filter((_, i) => !known[i])
  }

  return {
    deviceIds: new Map([...devices].map(([account, { device }]) => [account, device.id])),
    play: async (acts) => {
      const fresh = isResumed ? await notYet(acts) : acts
      if (fresh.length === 0) return
      const { outcomes } = await intake.accept(await signAll(fresh, await anchor()))
      for (const [i, outcome] of outcomes.entries()) {
        const entry = outcome.kind === 'recorded' ? parseEntry(outcome.leaf) : null
        if (entry?.kind === 'act' && entry.verdict.kind !== 'refused') continue
        const reason = JSON.stringify(entry?.kind === 'act' ? entry.verdict : outcome)
        throw new Error(`the demonstration's act ${fresh[i]?.label} was not accepted: ${reason}`)
      }
    },
  }
}
