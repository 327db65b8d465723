import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../../shared/lib/time.ts'
import { cookieValue, sessionCookie, setCookie } from './office-cookie.ts'
import { sessionIdleMs, sessionMaxMs } from './session.ts'
import { createTestOffice, startAt, type TestOffice } from './testing/test-office.ts'

const attempt = (
  office: TestOffice,
  more: { account?: string; password?: string; known?: string; address?: string },
) =>
  office.desk.signIn({
    account: 'minister',
    password: 'wrong',
    known: null,
    address: '192.0.2.1',
    ...more,
  })

const right = { password: 'right minister' }

async function guess(office: TestOffice, times: number, more: Parameters<typeof attempt>[1] = {}) {
  for (let i = 0; i < times; i++) await attempt(office, more)
}

describe('sign-in', () => {
  it('[O3] opens a session for the person of the account, however it is typed', async () => {
    const office = await createTestOffice()
    for (const account of ['minister', ' Minister ', 'MINISTER']) {
      const signed = await attempt(office, { account, ...right })
      expect(signed.ok && [signed.value.session.person, signed.value.session.device]).toEqual([
        'minister',
        null,
      ])
    }
  })

  it.each([
    ['a wrong password', { account: 'minister' }],
    ['an account that nobody has', { account: 'nobody' }],
    ['text that no account can have', { account: 'a\u0000b' }],
    ['half a character', { account: '\ud800' }],
    ['a person out of post', { account: 'former', password: 'right former' }],
  ])('[O3] %s gets the one answer, after as many pauses', async (_name, more) => {
    const office = await createTestOffice()
    const answers = []
    for (let i = 0; i < 8; i++) answers.push(await attempt(office, more))
    expect(answers).toEqual(answers.map(() => ({ ok: false, error: { kind: 'wrong-credentials' } })))
    expect(office.pauses).toEqual([1000, 2000, 4000])
  })

  it('[O3] guessing gets slow and stays possible: nobody is locked out', async () => {
    const office = await createTestOffice()
    await guess(office, 30)
    expect(Math.max(...office.pauses)).toBe(16_000)
    expect((await attempt(office, right)).ok).toBe(true)
    office.pauses.length = 0
    await guess(office, 5)
    expect(office.pauses).toEqual([])
  })

  it('[O3] guesses at once wait in line, one of each address, the others are turned away', async () => {
    const office = await createTestOffice()
    await guess(office, 5)
    const one = await Promise.all([1, 2, 3].map(() => attempt(office, {})))
    expect(
      one
        .filter(({ ok }) => !ok)
        .map((it) => (it.ok ? '' : it.error.kind))
        .sort(),
    ).toEqual(['too-many-attempts', 'too-many-attempts', 'wrong-credentials'])
    const many = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((i) => attempt(office, { address: `192.0.2.${i}` })),
    )
    expect(many.filter((it) => !it.ok && it.error.kind === 'too-many-attempts')).toHaveLength(2)
  })

  it('[O3] a browser that the minister has used before does not wait behind strangers', async () => {
    const office = await createTestOffice()
    const first = await attempt(office, right)
    const known = first.ok ? first.value.known : ''
    await guess(office, 40)
    office.pauses.length = 0
    expect((await attempt(office, { ...right, known })).ok).toBe(true)
    expect(office.pauses).toEqual([])
  })

  it('[O3] a mark is worth nothing for another account, or when it is made up', async () => {
    const office = await createTestOffice()
    const own = await attempt(office, { account: 'guest', password: 'right guest' })
    const marks = [own.ok ? own.value.known : '', `${'0'.repeat(32)}.${'0'.repeat(64)}`, 'x', '']
    await guess(office, 5)
    for (const known of marks) await attempt(office, { known })
    expect(office.pauses).toEqual([1000, 2000, 4000, 8000])
  })

  it('[O3] attempts are forgotten after a quarter of an hour', async () => {
    const office = await createTestOffice()
    await guess(office, 6)
    office.pass(16 * minuteMs)
    await guess(office, 1)
    expect(office.pauses).toEqual([1000])
  })
})

describe('sessions', () => {
  it('[O3] end when they are not used, and end anyway', async () => {
    const office = await createTestOffice()
    const idle = await office.cookieOf('head', true)
    office.pass(sessionIdleMs)
    expect(await office.desk.sessions.identify(idle)).toBe(null)
    const used = await office.cookieOf('head', true)
    for (let passed = 0; passed + hourMs < sessionMaxMs; passed += hourMs) {
      expect(await office.desk.sessions.identify(used)).not.toBe(null)
      office.pass(hourMs)
    }
    office.pass(hourMs)
    expect(await office.desk.sessions.identify(used)).toBe(null)
  })

  it('[O5] end with the device, and with the post', async () => {
    const office = await createTestOffice()
    const cookie = await office.cookieOf('minister', true)
    const identity = await office.desk.sessions.identify(cookie)
    expect(identity?.subject).toEqual({
      person: 'minister',
      device: 'device-minister',
      roles: ['minister'],
      agencies: [],
      ministries: ['health'],
      isMember: true,
      at: startAt,
    })
    const { device } = identity?.session ?? { device: null }
    if (device === null) throw new Error('no device')
    await office.append('revoked', [{ kind: 'device-revoked', device, reason: 'lost', wipe: true }])
    expect(await office.desk.sessions.identify(cookie)).toBe(null)
    expect(await office.desk.sessions.identify(await office.cookieOf('former', false))).toBe(null)
  })

  it('[O3] signing out is not undone by a request under way', async () => {
    const office = await createTestOffice()
    const cookie = await office.cookieOf('head', true)
    office.pass(hourMs)
    await Promise.all([office.desk.sessions.identify(cookie), office.desk.sessions.end(cookie)])
    expect(await office.desk.sessions.identify(cookie)).toBe(null)
    expect(await office.desk.sessions.end(cookie)).toBe(null)
  })

  it('[O5] no token stands in the database', async () => {
    const office = await createTestOffice()
    const opened = await office.desk.sessions.open(
      (await office.desk.sessions.identify(await office.cookieOf('head', true)))?.person.id ?? never(),
      null,
    )
    expect(opened?.token).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(opened?.session)).not.toContain(opened?.token)
  })
})

it('[O3] cookies are read and written strictly', () => {
  expect(setCookie(sessionCookie, 'abc', dayMs)).toBe(
    '__Host-session=abc; Path=/; Max-Age=86400; Secure; HttpOnly; SameSite=Strict',
  )
  const read = (header: string | null) => cookieValue(header, sessionCookie)
  expect(read('a=b; __Host-session=x=y')).toBe('x=y')
  expect(
    [null, '', '__Host-session', 'x__Host-session=1', '__Host-session=1;__Host-session=2'].map(read),
  ).toEqual([null, null, null, null, null])
})

const never = (): never => {
  throw new Error('nobody')
}
