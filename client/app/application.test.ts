import { expect, test } from 'vitest'
import { type DeviceId, TaskId } from '../../shared/domain/id.ts'
import { taskKey } from '../../shared/domain/task.ts'
import { TaskOffice } from '../../shared/domain/testing/task-office.ts'
import { addDays, dayMs, dayOf, instant } from '../../shared/lib/time.ts'
import type { Application } from './application.ts'
import { createBench } from './testing/application-bench.ts'

const passPhrase = 'sương sớm trên sông Đà'
const request = { code: 'ABCDE-FGHJK', label: 'iPad phòng làm việc', passPhrase }

async function enrol(application: Application): Promise<DeviceId> {
  await application.signIn('minister', 'mật khẩu')
  expect(await application.enrol(request)).toEqual({ ok: true, value: null })
  const phase = application.phase()
  if (phase.kind === 'open') return phase.app.identity.device
  if (phase.kind === 'pending') return phase.identity.device
  throw new Error(phase.kind)
}

async function enrolledBench() {
  const bench = createBench()
  const life = bench.start()
  await life.application.start()
  const device = await enrol(life.application)
  return { bench, device, ...life }
}

/** One signed act lies in the outbox, the device is revoked and knows it. */
async function revokedBench() {
  const { bench, device, application, open, deliveries } = await enrolledBench()
  const act = await bench.signedAct(device)
  const phase = application.phase()
  if (phase.kind === 'open') await open(phase.app.identity).outbox.add(act)
  application.lock()
  bench.office.turnsAway = bench.revoked
  expect(await application.unlock(passPhrase)).toMatchObject({ error: { kind: 'revoked', wasAsked: true } })
  return { bench, device, act, application, deliveries }
}

test('[O1] a browser that keeps its storage back at the start is said to, and nobody is asked to enrol anew', async () => {
  const { bench } = await enrolledBench()
  bench.storage.refuses = true
  const { application } = bench.start()
  await application.start()
  expect(application.phase()).toEqual({ kind: 'refused' })
  bench.storage.refuses = false
  await application.start()
  expect(application.phase().kind).toBe('locked')
})

test('[O5] a tablet that was told that it is revoked does not open again, out of reach of the server either', async () => {
  const { bench, device } = await revokedBench()
  bench.office.silent = true
  const { application, deliveries } = bench.start()
  await application.start()
  expect(application.phase()).toMatchObject({ kind: 'locked', wasRevoked: true })
  expect(await application.unlock(passPhrase)).toEqual({
    ok: false,
    error: { kind: 'revoked', wasAsked: false },
  })
  expect(application.phase()).toMatchObject({ kind: 'locked', wasRevoked: true })
  // What was signed is still on its way (O2).
  expect(await deliveries.get(device)?.store.sealed()).toHaveLength(1)
})

test('[O5] the server may let it in again, and a refusal of another kind is no revocation', async () => {
  const { bench, application } = await revokedBench()
  bench.office.turnsAway = null
  await application.unlock(passPhrase)
  expect(application.phase().kind).toBe('open')
  application.lock()
  bench.office.turnsAway = { kind: 'refused', status: 403, error: { kind: 'wrong-credentials' } }
  await application.unlock(passPhrase)
  expect(application.phase().kind).toBe('open')
})

test('[O2] in front of the lock only a receipt for the very act counts as arrived', async () => {
  const { bench, device, act, application, deliveries } = await revokedBench()
  const delivery = deliveries.get(device)
  const other = await bench.receiptFor(await bench.signedAct(device))
  await delivery?.takeOutcomes([
    { ...other, id: act.id },
    { kind: 'rejected', id: act.id, reason: 'read-only' },
  ])
  await delivery?.store.sealed()
  expect(application.phase()).toMatchObject({ sending: { waiting: 1, arrived: 0 } })
  await delivery?.takeOutcomes([await bench.receiptFor(act)])
  expect(await delivery?.store.sealed()).toEqual([])
  expect(application.phase()).toMatchObject({ sending: { waiting: 0, arrived: 1 } })
})

test('[O2] registered again, what was signed before stays until the Office has shown its receipt', async () => {
  const { bench, device, act, application, deliveries } = await revokedBench()
  application.registerAgain()
  expect(application.phase()).toEqual({ kind: 'new', canGoBack: true })
  application.goBack()
  expect(application.phase()).toMatchObject({ kind: 'locked', wasRevoked: true })
  application.registerAgain()
  bench.office.turnsAway = null
  const next = await enrol(application)
  await expect.poll(() => application.leftBehind()).toBe(1)
  expect(bench.devices()).toEqual([device, next])
  const delivery = deliveries.get(device)
  await delivery?.takeOutcomes([await bench.receiptFor(act)])
  await delivery?.store.sealed()
  await expect.poll(() => bench.devices()).toEqual([next])
  expect(application.leftBehind()).toBe(0)
})

test('[O2] nothing of an earlier enrolment goes before the new one is in use', async () => {
  const { bench, device, act, application } = await revokedBench()
  application.registerAgain()
  bench.office.turnsAway = null
  bench.office.enrolsAs = 'pending'
  const next = await enrol(application)
  const { application: later, deliveries } = bench.start()
  await later.start()
  expect(later.phase()).toMatchObject({ kind: 'pending', identity: { device: next, label: request.label } })
  await expect.poll(() => later.leftBehind()).toBe(1)
  const delivery = deliveries.get(device)
  await delivery?.takeOutcomes([await bench.receiptFor(act)])
  await delivery?.store.sealed()
  expect(bench.devices()).toEqual([device, next])
  await later.unlock(passPhrase)
  await expect.poll(() => bench.devices()).toEqual([next])
})

test('[O5] locked by its owner while the order to wipe is read, a tablet wipes all the same and is no error', async () => {
  const { bench, device, application, synced } = await enrolledBench()
  bench.office.turnsAway = bench.revoked
  let give = (_: string | null) => {}
  bench.office.order = new Promise((resolve) => {
    give = resolve
  })
  synced[0]?.onSignedOut()
  await expect.poll(() => application.phase().kind).toBe('open')
  application.lock()
  give(await bench.wipeOrder(device))
  await application.checkIn()
  expect(application.phase().kind).toBe('wiped')
  expect(bench.devices()).toEqual([])
})

test('[O5] a locked tablet obeys the order at its next contact, and only an unlocked one can report it', async () => {
  const { bench, device, application } = await enrolledBench()
  application.lock()
  bench.office.order = Promise.resolve('a word that nobody signed')
  await application.checkIn()
  expect(application.phase().kind).toBe('locked')
  bench.office.order = bench.wipeOrder(device)
  await application.checkIn()
  expect(application.phase().kind).toBe('wiped')
  expect(bench.office.sent).toEqual([])

  const other = await enrolledBench()
  other.bench.office.order = other.bench.wipeOrder(other.device)
  other.bench.office.turnsAway = other.bench.revoked
  other.synced[0]?.onSignedOut()
  await expect.poll(() => other.application.phase().kind).toBe('wiped')
  await expect.poll(() => other.bench.office.sent).toHaveLength(1)
  await expect.poll(() => other.bench.office.cleared).toEqual([1])
})

test('[O5] the browser is cleared at last, again where the network failed, and never over what is still to be sent', async () => {
  const { bench, device, application } = await enrolledBench()
  application.lock()
  bench.office.order = bench.wipeOrder(device)
  bench.office.clears = false
  await application.checkIn()
  expect(application.phase().kind).toBe('wiped')
  expect(bench.office.cleared).toEqual([])
  bench.office.clears = true
  await application.checkIn()
  await application.checkIn()
  expect(bench.office.cleared).toEqual([0])

  const earlier = await revokedBench()
  earlier.application.registerAgain()
  earlier.bench.office.turnsAway = null
  const next = await enrol(earlier.application)
  earlier.application.lock()
  earlier.bench.office.order = earlier.bench.wipeOrder(next)
  await earlier.application.checkIn()
  expect(earlier.application.phase().kind).toBe('wiped')
  expect(earlier.bench.devices()).toEqual([earlier.device])
  await earlier.application.checkIn()
  expect(earlier.bench.office.cleared).toEqual([])
})

test.each([
  ['ahead', dayMs],
  ['behind', -dayMs],
])(
  '[T2] [O8] on a device whose clock is a day %s a task is overdue by the Office’s day, and not before',
  async (_, offMs) => {
    const { application } = createBench().start(offMs)
    await application.start()
    await enrol(application)
    const phase = application.phase()
    if (phase.kind !== 'open') throw new Error(phase.kind)
    const { app } = phase
    const rightNow = instant(app.now() - offMs)
    expect(app.today()).toBe(dayOf(rightNow))
    const assigned = new TaskOffice().assigned().task()
    const dueIn = (key: string, days: number) => {
      const entity = { ...assigned, id: TaskId.parse(key), deadline: addDays(dayOf(rightNow), days) }
      return { key: taskKey(entity.id), n: 1, entity, openings: [], leaves: [], proofs: [] }
    }
    const rows = [dueIn('today', 0), dueIn('yesterday', -1)]
    await app.copy.takePage({ rows, gone: [], settled: [], cursor: app.copy.cursor() })
    const shown = app.tasks.list().map(({ task, status }) => [task.id, status])
    expect(Object.fromEntries(shown)).toMatchObject({
      today: 'in-time',
      yesterday: 'overdue',
    })
  },
)
