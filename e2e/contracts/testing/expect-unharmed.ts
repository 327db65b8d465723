import { expect } from 'vitest'
import { replayLedger } from '../../../server/app/replay.ts'
import { openDatabase } from '../../../server/store/open-database.ts'
import { verifyEd25519 } from '../../../server/store/verify-signature.ts'
import { ledgerName } from '../../../shared/ledger/checkpoint.ts'
import { fromBase64 } from '../../../shared/lib/base64.ts'
import { actOf, answerFor, sealAct } from './act-forge.ts'
import { sendFrames } from './hostile-socket.ts'
import { type HostileWorld, isOfReading } from './hostile-world.ts'

const mostGrowth = 500 * 1024 * 1024

/** After an attack: not one answer of 5xx, no error in the log, bounded memory, and people go on as before. */
export async function expectServing(world: HostileWorld): Promise<void> {
  const { botruong } = world.people
  const { answer, openings } = answerFor('i1', 'agree')
  const body = { ...world.ballot.body, answers: [answer] }
  const act = { ...actOf(botruong, 'answer-ballot', body), prev: [world.ballot.answered['id']] }
  expect(await world.verdicts(await sealAct(botruong, act, openings))).toEqual(['accepted'])
  expect(await sendFrames(world, `notes/${botruong.person}/after`, botruong.cookie, [])).toBe(null)
  expect((await world.ask('GET', '/api/health')).status).toBe(200)
  expect(world.failures).toEqual([])
  expect(world.server.errors()).toEqual([])
  expect((await world.server.residentBytes()) - world.residentAtStart).toBeLessThan(mostGrowth)
}

/** The server ends in order, and its ledger of so many leaves, the Office's reading aside, holds against its tree and its rows (O4). */
export async function expectSoundLedger(
  { server, dataDir, people }: HostileWorld,
  size: number,
): Promise<void> {
  expect(await server.end('SIGTERM')).toBe(0)
  const opened = await openDatabase({ databaseUrl: null, dataDir, onProgress: () => {}, log: () => {} })
  if (!opened.ok) throw new Error(opened.error.kind)
  const { ledgerId, ledgerKey } = people.botruong.keys
  const publicKey = fromBase64(ledgerKey)
  if (!publicKey) throw new Error('the ledger key is no base64')
  try {
    const { read } = opened.value.ledger
    const { size: whole } = await read.head()
    const leaves = await read.leavesFrom(0, whole)
    expect(leaves.filter(({ text }) => !isOfReading(text)).length).toBe(size)
    expect(await replayLedger(read, { name: ledgerName(ledgerId), publicKey }, verifyEd25519)).toEqual({
      size: whole,
      faults: [],
    })
  } finally {
    await opened.value.close()
  }
}
