import { describe, expect, it } from 'vitest'
import { createPresence } from './presence.ts'

const limits = { presenceStateBytes: 100, presenceClients: 2, presenceEntries: 5 }
const an = { person: 'an', device: 'tablet' }
const binh = { person: 'binh', device: 'phone' }
const entry = (client: number, clock: number, state: unknown) => ({
  client,
  clock,
  state: JSON.stringify(state),
})

function room() {
  const presence = createPresence<string>(limits)
  presence.hear('first', an, [entry(1, 1, { page: 3 })])
  return presence
}

describe('presence', () => {
  it('[O3] person and device are what the gate says, whatever the client writes', () => {
    const presence = createPresence<string>(limits)
    const forged = entry(1, 1, { page: 3, person: 'binh', device: 'x' })
    expect(presence.hear('first', an, [forged])).toEqual([
      entry(1, 1, { page: 3, person: 'an', device: 'tablet' }),
    ])
  })

  it('[O3] nobody speaks for the client of another, not even to say that it has gone', () => {
    const presence = room()
    expect(presence.hear('second', binh, [entry(1, 9, { page: 5 }), entry(1, 9, null)])).toEqual([])
    expect(presence.everyone()).toEqual([entry(1, 1, { page: 3, ...an })])
  })

  it('older and repeated states are passed over; a goodbye at the same clock counts', () => {
    const presence = room()
    expect(presence.hear('first', an, [entry(1, 0, {}), entry(1, 1, {})])).toEqual([])
    expect(presence.hear('first', an, [entry(1, 1, null)])).toEqual([entry(1, 1, null)])
    expect(presence.everyone()).toEqual([])
  })

  it('the same device on a new socket takes over, and the end of its old socket ends nothing', () => {
    const presence = room()
    expect(presence.hear('again', an, [entry(1, 1, { page: 3 })])).toHaveLength(1)
    expect(presence.leave('first')).toEqual([])
    expect(presence.leave('again')).toEqual([entry(1, 1, null)])
  })

  it('[O6] one socket speaks for few clients; further ones are passed over', () => {
    const presence = room()
    const heard = presence.hear('first', an, [entry(2, 1, {}), entry(3, 1, {})])
    expect(heard?.map(({ client }) => client)).toEqual([2])
  })

  it.each([
    ['no JSON', '{'],
    ['a number', '1'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['too long', JSON.stringify({ x: 'x'.repeat(100) })],
  ])('[O6] a state that is %s breaks the message', (_what, state) => {
    expect(room().hear('first', an, [{ client: 1, clock: 5, state }])).toBe(null)
  })

  it('[O6] too many entries break the message', () => {
    const entries = Array.from({ length: 6 }, (_, client) => entry(client, 1, {}))
    expect(room().hear('first', an, entries)).toBe(null)
  })
})
