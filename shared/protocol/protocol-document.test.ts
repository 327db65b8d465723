import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actKinds } from '../domain/act.ts'
import { HeldReason } from '../domain/answer.ts'
import { Event } from '../domain/event.ts'
import { Refusal } from '../domain/verdict.ts'
import { fromUtf8 } from '../lib/bytes.ts'
import { Rejection } from './api.ts'
import { closeCode } from './close-code.ts'
import { newsMessage, outboxMapName, storedMessage } from './room.ts'
import { provenKinds } from './row-proof.ts'
import { sealingInfo } from './sealing.ts'

// Columns of tables are padded.
const document = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8').replace(/ +/g, ' ')

const kindsOf = (union: { options: readonly { shape: { kind: { value: string } } }[] }) =>
  union.options.map(({ shape }) => shape.kind.value)

const routeFiles = [
  'bundle',
  'device',
  'document',
  'ledger',
  'office',
  'restore',
  'room-screen',
  'session',
  'upload',
]
const routes = routeFiles.flatMap((name) => {
  const text = readFileSync(new URL(`../../server/http/${name}-routes.ts`, import.meta.url), 'utf8')
  return [...text.matchAll(/method: '(\w+)',\s+path: '([^']+)'/g)].map(
    ([, method, path]) => `${method} ${path}`,
  )
})

test('[O6] docs/protocol.md names every act, event, reason, route, message and close code', () => {
  const words = [
    ...actKinds,
    ...kindsOf(Event),
    ...kindsOf(Refusal),
    ...kindsOf(HeldReason),
    ...Rejection.options,
    ...provenKinds,
    outboxMapName,
  ].map((word) => `\`${word}\``)
  const numbers = [...Object.values(closeCode), storedMessage, newsMessage].map((number) => `| ${number} |`)
  const texts = [fromUtf8(sealingInfo), 'e-cabinet/enrol/1', 'e-cabinet/session/1', 'e-cabinet/order/1']
  expect(routes.length).toBeGreaterThan(15)
  const wanted = [...words, ...numbers, ...texts, ...routes.map((route) => `\`${route}`)]
  expect(wanted.filter((word) => !document.includes(word))).toEqual([])
})
