import { parseAct } from '../../../shared/domain/act.ts'
import { ActId, AgencyId, Hash } from '../../../shared/domain/id.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { ConfirmedRow, FeedCursor, OutboxItem, SettledAct } from '../ports.ts'

const hashOf = (text: string): Hash => Hash.parse(sha256Hex(utf8(text)))
const at = instant(1_790_000_000_000)

const idOf = (name: string): ActId => ActId.parse(`act-${name}-0000000000000000000`.slice(0, 26))

function actOf(name: string) {
  const act = parseAct({
    v: 1,
    id: idOf(name),
    kind: 'mark-opened',
    person: 'person-1',
    device: 'device-1',
    prev: [],
    castAt: at,
    anchor: { epoch: 0, size: 0, root: hashOf('') },
    body: { ballot: 'ballot-1', versionHash: hashOf('version') },
  })
  if (!act) throw new Error('the sample is no act')
  return act
}

/** An act that waits; its opening says `text`. */
export const outboxItem = (name: string, text = 'ý kiến khác: đề nghị bổ sung'): OutboxItem => ({
  id: idOf(name),
  act: actOf(name),
  openings: [{ commit: hashOf(text), salt: '', value: text }],
  sealed: utf8(`sealed ${name}`),
  storedAt: at,
  rejected: null,
})

export const settledAct = (name: string, text = 'ý kiến khác: đề nghị bổ sung'): SettledAct => ({
  id: idOf(name),
  act: actOf(name),
  openings: [{ commit: hashOf(text), salt: '', value: text }],
  receipt: { leaf: `{"n":1,"act":"${name}"}`, proof: 'c2sp.org/tlog-proof@v1\n' },
  settledAt: at,
})

export const agencyRow = (id: string, n: number, name = 'Bộ Y tế'): ConfirmedRow => ({
  key: `agency/${id}`,
  n,
  entity: { kind: 'agency', id: AgencyId.parse(id), name },
  openings: [],
  leaves: [],
  proofs: [],
})

export const cursorAt = (after: number): FeedCursor => ({
  epoch: 0,
  after,
  tree: { epoch: 0, size: after + 1, root: hashOf(`root ${after}`) },
  syncedAt: at,
})
