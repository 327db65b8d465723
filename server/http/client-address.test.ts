import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { addressKey, clientAddress } from './client-address.ts'

const from = (forwarded: string | undefined) => {
  const message = new IncomingMessage(new Socket())
  if (forwarded !== undefined) message.headers['x-forwarded-for'] = forwarded
  return message
}

it('[O3] what a client writes about its address is believed only as far as trusted proxies wrote it', () => {
  const forwarded = 'forged, 203.0.113.9, 10.0.0.2'
  expect([0, 1, 2, 3, 4].map((proxies) => clientAddress(from(forwarded), proxies))).toEqual([
    '',
    '10.0.0.2',
    '203.0.113.9',
    'forged',
    '',
  ])
  expect(clientAddress(from(undefined), 1)).toBe('')
})

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1', 'fe80:0:0:0'],
])('[O6] limits count %s as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
