import type { ConfirmedRow } from '../ports.ts'
import { assertEqual, type ContractCase, rejectionOf } from './contract-case.ts'
import { agencyRow, cursorAt, outboxItem, settledAct } from './sample-record.ts'
import { restartUnlocked, type TabletSubject, withKeys } from './tablet-subject.ts'

const byKey = (rows: ConfirmedRow[]) => rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))
const nothing = { rows: [], gone: [], settled: [] }

/** What every RowStore promises. */
export const rowContract: ContractCase<TabletSubject>[] = [
  {
    name: '[O1] an empty store starts before the first number',
    async run(subject) {
      const { rows } = await withKeys(subject)
      assertEqual(await rows.all(), [])
      assertEqual(await rows.cursor(), { epoch: 0, after: -1, tree: null, syncedAt: null })
    },
  },
  {
    name: '[O2] a page is there after a restart: rows, what is gone, cursor',
    async run(subject) {
      const { rows } = await withKeys(subject)
      const first = [agencyRow('a', 1), agencyRow('b', 2), agencyRow('c', 3)]
      await rows.takePage({ ...nothing, rows: first, cursor: cursorAt(3) })
      const newer = agencyRow('a', 5, 'Bộ Y tế (mới)')
      await rows.takePage({ ...nothing, rows: [newer], gone: ['agency/b', 'agency/x'], cursor: cursorAt(5) })
      const next = await restartUnlocked(subject)
      assertEqual(byKey(await next.rows.all()), [newer, agencyRow('c', 3)])
      assertEqual(await next.rows.cursor(), cursorAt(5))
    },
  },
  {
    name: '[O2] a page taken twice is as taken once',
    async run(subject) {
      const { rows, outbox } = await withKeys(subject)
      await outbox.add(outboxItem('one'))
      const page = {
        rows: [agencyRow('a', 1)],
        gone: ['agency/b'],
        settled: [settledAct('one')],
        cursor: cursorAt(1),
      }
      await rows.takePage(page)
      await rows.takePage(page)
      assertEqual(await rows.all(), page.rows)
      assertEqual(await outbox.all(), [])
      assertEqual(await outbox.settled(), page.settled)
    },
  },
  {
    name: '[O2] a key that comes and goes in one page is there: rows are newer than what is gone',
    async run(subject) {
      const { rows } = await withKeys(subject)
      const row = agencyRow('a', 1)
      await rows.takePage({ ...nothing, rows: [row], gone: [row.key], cursor: cursorAt(1) })
      assertEqual(await rows.all(), [row])
    },
  },
  {
    name: '[O2] a reset empties the rows and keeps the cursor it is given, never touching outbox or receipts',
    async run(subject) {
      const { rows, outbox, files } = await withKeys(subject)
      const item = outboxItem('one')
      await outbox.add(item)
      await rows.takePage({
        rows: [agencyRow('a', 1)],
        gone: [],
        settled: [settledAct('two')],
        cursor: cursorAt(1),
      })
      await rows.reset({ ...cursorAt(1), after: -1 })
      assertEqual(await rows.all(), [])
      assertEqual(await rows.cursor(), { ...cursorAt(1), after: -1 })
      assertEqual(await outbox.all(), [item])
      assertEqual(await outbox.settled(), [settledAct('two')])
      assertEqual(await files.states(), [])
    },
  },
  {
    name: '[O2] what was handed in may be changed afterwards, and what was handed out too',
    async run(subject) {
      const { rows } = await withKeys(subject)
      const row = agencyRow('a', 1)
      const taken = rows.takePage({ ...nothing, rows: [row], cursor: cursorAt(1) })
      await taken
      row.leaves.push('changed')
      for (const read of await rows.all()) read.leaves.push('changed too')
      assertEqual(await rows.all(), [agencyRow('a', 1)])
    },
  },
  {
    name: '[O5] a flipped bit takes its own row and no other, and a new page mends it',
    async run(subject) {
      const { rows } = await withKeys(subject)
      const page = { ...nothing, rows: [agencyRow('a', 1), agencyRow('b', 2)], cursor: cursorAt(2) }
      await rows.takePage(page)
      await subject.damage('rows')
      assertEqual((await rows.all()).length, 1)
      assertEqual(subject.told(), ['rows'])
      await rows.takePage(page)
      assertEqual(byKey(await rows.all()), page.rows)
    },
  },
  {
    name: '[O5] what is mended begins the feed anew, keeps what opens, and is mended once',
    async run(subject) {
      const { rows } = await withKeys(subject)
      const page = { ...nothing, rows: [agencyRow('a', 1), agencyRow('b', 2)], cursor: cursorAt(2) }
      await rows.takePage(page)
      assertEqual(await rows.mend(), false)
      await subject.damage('rows')
      const left = await rows.all()
      assertEqual(await rows.mend(), true)
      assertEqual(await rows.cursor(), { ...cursorAt(2), after: -1 })
      assertEqual(await rows.all(), left)
      assertEqual(await rows.mend(), false)
      assertEqual(subject.told(), ['rows'])
    },
  },
  {
    name: '[O5] while locked nothing is read and nothing is taken',
    async run(subject) {
      const { rows, keyring } = await withKeys(subject)
      await rows.takePage({ ...nothing, rows: [agencyRow('a', 1)], cursor: cursorAt(1) })
      keyring.lock()
      assertEqual(await rejectionOf(rows.all()), 'locked')
      assertEqual(
        await rejectionOf(rows.takePage({ ...nothing, rows: [agencyRow('b', 2)], cursor: cursorAt(2) })),
        'locked',
      )
      const next = await restartUnlocked(subject)
      assertEqual(await next.rows.all(), [agencyRow('a', 1)])
      assertEqual(await next.rows.cursor(), cursorAt(1))
    },
  },
]
