import { utf8 } from '../../../shared/lib/bytes.ts'
import { assertEqual, type ContractCase, rejectionOf } from './contract-case.ts'
import { cursorAt, outboxItem, settledAct } from './sample-record.ts'
import { restartUnlocked, type TabletSubject, withKeys } from './tablet-subject.ts'

const settle = (subject: TabletSubject, ...names: string[]) =>
  subject.rows.takePage({
    rows: [],
    gone: [],
    settled: names.map((name) => settledAct(name)),
    cursor: cursorAt(1),
  })

/** What every OutboxStore promises. */
export const outboxContract: ContractCase<TabletSubject>[] = [
  {
    name: '[O1] an act is there after a restart, whole and in the order of adding',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      const items = ['c', 'a', 'b'].map((name) => outboxItem(name))
      for (const item of items) await outbox.add(item)
      const next = await restartUnlocked(subject)
      assertEqual(await next.outbox.all(), items)
    },
  },
  {
    name: '[O2] a settled act leaves the outbox in the page that settles it, and stays with its receipt',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      await outbox.add(outboxItem('a'))
      await outbox.add(outboxItem('b'))
      await settle(subject, 'a')
      const next = await restartUnlocked(subject)
      assertEqual(await next.outbox.all(), [outboxItem('b')])
      assertEqual(await next.outbox.settled(), [settledAct('a')])
    },
  },
  {
    name: '[O2] an act is settled as well by a receipt that came beside the feed, also a second time',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      await outbox.add(outboxItem('a'))
      await outbox.add(outboxItem('b'))
      await outbox.settle([settledAct('a'), settledAct('c')])
      await outbox.settle([settledAct('a')])
      const next = await restartUnlocked(subject)
      assertEqual(await next.outbox.all(), [outboxItem('b')])
      const ids = (await next.outbox.settled()).map(({ id }) => id)
      assertEqual(ids.toSorted(), [settledAct('a').id, settledAct('c').id])
    },
  },
  {
    name: '[O2] an act added again is there once, and a settled one does not come back',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      await outbox.add(outboxItem('a'))
      await outbox.add(outboxItem('a'))
      assertEqual(await outbox.all(), [outboxItem('a')])
      await settle(subject, 'a')
      await outbox.add(outboxItem('a'))
      assertEqual(await outbox.all(), [])
    },
  },
  {
    name: '[O2] a known id with other bytes is refused and changes nothing',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      await outbox.add(outboxItem('a'))
      const other = { ...outboxItem('a'), sealed: utf8('other bytes') }
      assertEqual(await rejectionOf(outbox.add(other)), 'TypeError')
      assertEqual(await outbox.all(), [outboxItem('a')])
    },
  },
  {
    name: '[O2] a locked tablet still delivers: ids and envelopes, and what the server said of them',
    async run(subject) {
      const first = await withKeys(subject)
      const item = outboxItem('a')
      await first.outbox.add(item)
      const locked = await subject.restart()
      assertEqual(await locked.outbox.sealed(), [{ id: item.id, sealed: item.sealed }])
      await locked.outbox.markRejected(item.id, 'bad-signature')
      assertEqual(await rejectionOf(locked.outbox.all()), 'locked')
      assertEqual(await rejectionOf(locked.outbox.add(outboxItem('b'))), 'locked')
      const next = await restartUnlocked(locked)
      assertEqual(await next.outbox.all(), [{ ...item, rejected: 'bad-signature' }])
    },
  },
  {
    name: '[O1] a rejection ends nothing: the act stays; one of an unknown act is nothing',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      await outbox.add(outboxItem('a'))
      await outbox.markRejected(outboxItem('a').id, 'read-only')
      await outbox.markRejected(outboxItem('b').id, 'read-only')
      assertEqual(await outbox.all(), [{ ...outboxItem('a'), rejected: 'read-only' }])
    },
  },
  {
    name: '[O2] many acts added at once are all there, once each',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      const names = Array.from({ length: 20 }, (_, i) => `m${i}`)
      await Promise.all(names.map((name) => outbox.add(outboxItem(name))))
      const ids = (await outbox.all()).map(({ id }) => id)
      assertEqual(ids.toSorted(), names.map((name) => outboxItem(name).id).toSorted())
    },
  },
  {
    name: '[O5] a damaged act is told, its envelope is still sent',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      const item = outboxItem('a')
      await outbox.add(item)
      await subject.damage('outbox')
      assertEqual(await outbox.all(), [])
      assertEqual(subject.told(), ['outbox'])
      assertEqual(await outbox.sealed(), [{ id: item.id, sealed: item.sealed }])
    },
  },
  {
    name: '[O5] a damaged receipt takes no other with it',
    async run(subject) {
      const { outbox } = await withKeys(subject)
      await settle(subject, 'a', 'b', 'c')
      await subject.damage('settled')
      assertEqual((await outbox.settled()).length, 2)
      assertEqual(subject.told(), ['settled'])
    },
  },
]
