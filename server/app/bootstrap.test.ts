import { describe, expect, it } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import { createActIntake } from './act-intake.ts'
import { loadBootstrap, parseBootstrap } from './bootstrap.ts'
import { hashCode } from './enrolment-code.ts'
import { createMemoryDatabase } from './testing/memory-database.ts'
import { testCrypto } from './testing/test-office.ts'

const at = instant(Date.UTC(2026, 2, 2, 2))
const appointment = { role: 'admin', title: 'Quản trị', agency: 'vpcp', from: '2026-01-01', to: null }
const good = {
  agencies: [{ id: 'vpcp', name: 'Văn phòng Chính phủ' }],
  people: [
    { account: 'quantri', name: 'Quản trị', appointments: [appointment] },
    {
      account: 'bt-yte',
      name: 'Bộ trưởng',
      appointments: [{ ...appointment, role: 'minister', title: 'Bộ trưởng Bộ Y tế', agency: null }],
    },
  ],
}
const parse = (value: unknown) => parseBootstrap(JSON.stringify(value), at)

function emptyOffice() {
  const database = createMemoryDatabase().connect()
  const clock = { now: () => at }
  const { signals } = database
  const uptime = { downBetween: async () => null }
  const log = () => undefined
  const { appendServer } = createActIntake({
    store: database.ledger,
    crypto: testCrypto,
    clock,
    uptime,
    signals,
    log,
  })
  let dice = 0
  const random = (length: number) => {
    dice += 1
    return Uint8Array.from({ length }, (_, i) => (dice * 31 + i * 7) % 256)
  }
  const hasher = { hash: async (password: string) => `plain:${password}` }
  return { database, appendServer, hasher, clock, random }
}

describe('the first people of a real office', () => {
  it('[G1][O3] are in post, can sign in, and have a code for their first device', async () => {
    const office = emptyOffice()
    const parsed = parse(good)
    if (!parsed.ok) throw new Error(parsed.error.kind)
    const loaded = await loadBootstrap(parsed.value, office)
    if (!loaded.ok) throw new Error(loaded.error.kind)
    expect(loaded.value.map(({ account, name }) => [account, name])).toEqual([
      ['quantri', 'Quản trị'],
      ['bt-yte', 'Bộ trưởng'],
    ])
    const people = await office.database.ledger.read.rowsOfKind('person')
    expect(people.map(({ entity }) => entity.name).sort()).toEqual(['Bộ trưởng', 'Quản trị'])
    for (const { account, password, code } of loaded.value) {
      const known = await office.database.accounts.byName(account)
      if (!known) throw new Error(`no account ${account}`)
      expect(known.passwordHash).toBe(`plain:${password}`)
      expect(await office.database.codes.use(hashCode(code, known.person), known.person, at)).toBe(true)
    }
    expect(await loadBootstrap(parsed.value, office)).toEqual({
      ok: false,
      error: { kind: 'bootstrap-not-empty' },
    })
  })

  it.each([
    ['not JSON', parseBootstrap('{', at), { kind: 'bootstrap-unreadable', where: '' }],
    ['nobody', parse({ ...good, people: [] }), { kind: 'bootstrap-unreadable', where: 'people' }],
    [
      'a capital in an account',
      parse({ ...good, people: [{ ...good.people[0], account: 'QuanTri' }] }),
      { kind: 'bootstrap-unreadable', where: 'people.0.account' },
    ],
    [
      'a day that is none',
      parse({
        ...good,
        people: [{ ...good.people[0], appointments: [{ ...appointment, from: '2026-02-30' }] }],
      }),
      { kind: 'bootstrap-unreadable', where: 'people.0.appointments.0.from' },
    ],
    [
      'an account twice',
      parse({ ...good, people: [good.people[0], good.people[0]] }),
      { kind: 'bootstrap-account-twice', account: 'quantri' },
    ],
    [
      'an agency nobody defined',
      parse({ ...good, agencies: [] }),
      { kind: 'bootstrap-agency-unknown', agency: 'vpcp' },
    ],
    ['no officer', parse({ ...good, people: [good.people[1]] }), { kind: 'bootstrap-without-officer' }],
    [
      'an officer no longer in post',
      parse({
        ...good,
        people: [{ ...good.people[0], appointments: [{ ...appointment, to: '2026-03-01' }] }],
      }),
      { kind: 'bootstrap-without-officer' },
    ],
  ])('[O6] %s is refused', (_name, parsed, error) => {
    expect(parsed).toEqual({ ok: false, error })
  })
})
