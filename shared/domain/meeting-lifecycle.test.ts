import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { agendaHash } from './agenda-item.ts'
import { DocumentId } from './id.ts'
import type { MeetingState } from './meeting.ts'
import { meetingBodies, meetingDeliveries } from './meeting-act.ts'
import { testActTable } from './testing/act-table.ts'
import { person } from './testing/cabinet.ts'
import { itemId, MeetingOffice, matterOf, meetingId, secretMatter } from './testing/meeting-office.ts'

/**
 * The life of a meeting as one table: every state, every act, what follows. Written by hand; a cell that is missing does not
 * compile, and one that is wrong fails. Where an act is well-formed and its author may do it, only the state decides here.
 */

type Kind = keyof typeof meetingBodies
type Cell = 'accepted' | `refused:${string}`

/** `never sent`: cancelled before it was sent out. */
const states = [
  'none',
  'draft',
  'submitted',
  'returned',
  'approved',
  'invited',
  'in-session',
  'ended',
  'concluded',
  'cancelled',
  'never sent',
] as const
type State = (typeof states)[number]

const wrong = 'refused:wrong-state'
const absent = 'refused:not-found'
const ok = 'accepted'

// Columns in the order of `states`.
const table: Record<Kind, readonly Cell[]> = {
  'draft-meeting': [ok, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'draft-agenda-item': [absent, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'drop-agenda-item': [absent, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'submit-meeting': [absent, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'return-meeting': [absent, wrong, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong],
  'approve-meeting': [absent, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'invite-to-meeting': [absent, wrong, wrong, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong],
  'cancel-meeting': [absent, ok, ok, ok, ok, ok, wrong, wrong, wrong, wrong, wrong],
  'change-meeting': [absent, wrong, wrong, wrong, ok, ok, wrong, wrong, wrong, wrong, wrong],
  'change-agenda-item': [absent, wrong, wrong, wrong, ok, ok, wrong, wrong, wrong, wrong, wrong],
  'withdraw-agenda-item': [absent, wrong, wrong, wrong, ok, ok, ok, wrong, wrong, wrong, wrong],
  'admit-to-item': [absent, ok, ok, ok, ok, ok, ok, wrong, wrong, wrong, wrong],
  'dismiss-from-item': [absent, ok, ok, ok, ok, ok, ok, wrong, wrong, wrong, wrong],
  'decide-absence': [absent, wrong, wrong, wrong, wrong, ok, wrong, wrong, wrong, wrong, wrong],
  'hand-out-paper': [absent, wrong, wrong, wrong, wrong, ok, ok, wrong, wrong, wrong, wrong],
  'return-paper': [absent, wrong, wrong, wrong, wrong, ok, ok, ok, ok, ok, absent],
  'reply-to-invitation': [absent, absent, absent, absent, absent, ok, ok, wrong, wrong, wrong, absent],
  'take-position': [absent, absent, absent, absent, absent, ok, wrong, wrong, wrong, wrong, absent],
  // Evidence of what happened, for as long as the papers can be read.
  'mark-item-delivered': [absent, absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
  'share-item-layer': [absent, absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
  'mark-item-opened': [absent, absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
}

const kinds = Object.keys(meetingBodies).filter((kind): kind is Kind => Object.hasOwn(meetingBodies, kind))
const reason = 'lý do'
const meeting = meetingId

function officeIn(state: State): MeetingOffice {
  const office = new MeetingOffice()
  if (state === 'none') return office
  office.drafted()
  office.mustTake(office.admit('b', 'guest2'))
  office.mustTake(office.draftItem('s', null, secretMatter))
  const cancel = () => office.mustTake(office.act('cancel-meeting', 'head', { meeting, reason }))
  if (state === 'draft') return office
  if (state === 'never sent') {
    cancel()
    return office
  }
  office.mustTake(office.submit())
  if (state === 'returned') office.mustTake(office.act('return-meeting', 'head', { meeting, reason }))
  if (state === 'returned' || state === 'submitted') return office
  office.mustTake(office.approve())
  if (state === 'approved') return office
  office.mustTake(office.invite())
  office.mustTake(office.reply('m3', { kind: 'absent', reason }))
  office.mustTake(office.handOut('m4', '01'))
  if (state === 'cancelled') cancel()
  if (state === 'in-session' || state === 'ended' || state === 'concluded') put(office, state)
  return office
}

function put(office: MeetingOffice, state: Extract<MeetingState, 'in-session' | 'ended' | 'concluded'>) {
  const phase = { state, by: person('pm'), at: office.now }
  office.rows.set(`meeting/${meeting}`, { ...office.meeting, phase })
}

function actFor(kind: Kind, office: MeetingOffice): Act {
  const item = itemId('b')
  const there = office.rows.has(`meeting/${meeting}`)
  const hash = there ? agendaHash(office.meeting, office.items) : office.matter('b').contentHash
  switch (kind) {
    case 'draft-meeting':
      return office.draftMeeting({ title: 'Phiên họp khác' })
    case 'draft-agenda-item':
      return office.draftItem('c')
    case 'drop-agenda-item':
      return office.act(kind, 'sec', { meeting, item })
    case 'submit-meeting':
      return office.act(kind, 'sec', { meeting, agendaHash: hash })
    case 'approve-meeting':
      return office.act(kind, 'head', { meeting, agendaHash: hash })
    case 'return-meeting':
    case 'cancel-meeting':
      return office.act(kind, 'head', { meeting, reason })
    case 'invite-to-meeting':
      return office.invite()
    case 'change-meeting':
      return office.act(kind, 'head', { ...office.schedule({ chair: 'm2' }), reason })
    case 'change-agenda-item':
      return office.changeItem('b', ['m2'], matterOf('b-changed'))
    case 'withdraw-agenda-item':
      return office.act(kind, 'head', { meeting, item, reason })
    case 'admit-to-item':
      return office.admit('a', 'guest')
    case 'dismiss-from-item':
      return office.act(kind, 'sec', { meeting, item, person: person('guest2') })
    case 'decide-absence':
      return office.act(kind, 'head', { meeting, person: person('m3'), approved: true, reason: '' })
    case 'share-item-layer':
      return office.act(kind, 'm2', {
        meeting,
        item,
        document: DocumentId.parse('paper'),
        readers: [person('m3')],
      })
    case 'hand-out-paper':
      return office.handOut('m5', '02')
    case 'return-paper':
      return office.takeBack('m4', '01')
    case 'reply-to-invitation':
      return office.reply('m2', { kind: 'attends', how: 'remote' })
    case 'take-position':
      return office.takePosition('m2', 'b', { contentHash: office.matter('b').contentHash })
    case 'mark-item-delivered':
      return office.act(kind, 'm2', { meeting, item, contentHash: office.matter('b').contentHash })
    case 'mark-item-opened':
      return office.act(kind, 'm2', {
        meeting,
        item,
        files: matterOf('b').documents.map((paper) => paper.hash),
      })
  }
}

describe('every act about a meeting in every state', () => {
  testActTable({
    rules: { whole: '[M1]', each: '[M1]', asking: '[O3]' },
    kinds,
    states,
    table,
    officeIn,
    actFor,
    asksIn: 'invited',
  })

  test('[O9] waits offline where it is a member’s own word, and needs the server where it is authority', () => {
    const waiting = kinds.filter((kind) => meetingDeliveries[kind] === 'queue')
    expect(waiting).toEqual([
      'reply-to-invitation',
      'take-position',
      'mark-item-delivered',
      'share-item-layer',
      'mark-item-opened',
    ])
  })

  test('[O9] of a revoked device has no effect', () => {
    for (const kind of kinds) {
      const office = officeIn('invited')
      const act = actFor(kind, office)
      office.revoked.add(act.device)
      expect([kind, office.take(act).kind]).toEqual([kind, 'refused'])
    }
  })
})
