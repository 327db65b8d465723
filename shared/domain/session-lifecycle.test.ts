import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { ActId } from './id.ts'
import { sessionBodies, sessionDeliveries } from './session-act.ts'
import { testActTable } from './testing/act-table.ts'
import { actId, hashOf, person } from './testing/cabinet.ts'
import { itemId, meetingId, reasonOf } from './testing/meeting-office.ts'
import { SessionOffice, voteName } from './testing/session-office.ts'

/**
 * Every act in session in every state of the meeting, as one table. Written by hand; a cell that is missing does not compile,
 * and one that is wrong fails. The acts are well-formed and their authors may do them: only the state decides here.
 */

type Kind = keyof typeof sessionBodies
type Cell = 'accepted' | `refused:${string}` | `held:${string}`

/** `open`: in session, before any item; `item`: with a current one, a request, and a block; `vote`: with a vote under way. */
const states = ['none', 'draft', 'invited', 'open', 'paused', 'item', 'vote', 'ended', 'concluded'] as const
type State = (typeof states)[number]

const ok = 'accepted'
const absent = 'refused:not-found'
const wrong = 'refused:wrong-state'
const done = 'refused:already-done'
const voting = 'refused:vote-under-way'
const notNow = 'refused:item-not-current'

// Columns in the order of `states`.
const table: Record<Kind, readonly Cell[]> = {
  'open-session': [absent, absent, ok, wrong, wrong, wrong, wrong, wrong, wrong],
  'pause-session': [absent, absent, wrong, ok, done, ok, ok, wrong, wrong],
  'resume-session': [absent, absent, wrong, done, ok, done, done, wrong, wrong],
  'end-session': [absent, absent, wrong, ok, ok, ok, voting, wrong, wrong],
  'hand-over-chair': [absent, absent, wrong, ok, ok, ok, ok, wrong, wrong],
  'conclude-meeting': [absent, 'refused:not-allowed', wrong, wrong, wrong, wrong, wrong, ok, wrong],
  'draft-minutes': [absent, 'refused:not-allowed', wrong, ok, ok, ok, ok, ok, ok],
  'sign-minutes': [absent, 'refused:not-allowed', wrong, wrong, wrong, wrong, wrong, wrong, ok],
  'start-item': [absent, 'refused:not-allowed', wrong, ok, wrong, ok, voting, wrong, wrong],
  'finish-item': [absent, 'refused:not-allowed', wrong, notNow, wrong, ok, voting, wrong, wrong],
  'call-speaker': [absent, 'refused:not-allowed', wrong, notNow, wrong, ok, ok, wrong, wrong],
  'finish-speaker': [absent, 'refused:not-allowed', wrong, done, wrong, done, done, wrong, wrong],
  'propose-for-block': [absent, absent, wrong, ok, wrong, done, done, wrong, wrong],
  'adopt-in-block': [absent, absent, wrong, absent, wrong, ok, ok, wrong, wrong],
  'conclude-item': [absent, absent, wrong, ok, ok, ok, ok, ok, wrong],
  'record-session': [absent, absent, wrong, ok, ok, ok, ok, ok, wrong],
  'open-vote': [absent, absent, wrong, notNow, wrong, ok, done, wrong, wrong],
  'extend-vote': [absent, absent, absent, absent, absent, absent, ok, wrong, wrong],
  'close-vote': [absent, absent, absent, absent, absent, absent, ok, wrong, wrong],
  'cancel-vote': [absent, absent, absent, absent, absent, absent, ok, wrong, wrong],
  'cast-vote': [absent, absent, absent, absent, absent, absent, ok, 'held:late', 'held:late'],
  'enter-paper-vote': [absent, 'refused:not-allowed', absent, absent, absent, absent, ok, ok, wrong],
  'confirm-paper-vote': [absent, 'refused:not-allowed', absent, absent, absent, absent, ok, ok, wrong],
  'refuse-paper-vote': [absent, 'refused:not-allowed', absent, absent, absent, absent, ok, ok, wrong],
  'mark-presence': [absent, 'refused:not-allowed', ok, ok, ok, ok, ok, wrong, wrong],
  // Three hours after the end, which the table stands in.
  'open-room-screen': [absent, 'refused:not-allowed', ok, ok, ok, ok, ok, ok, ok],
  'close-room-screen': [absent, absent, ok, ok, ok, ok, ok, ok, ok],
  'join-session': [absent, absent, ok, ok, ok, ok, ok, wrong, wrong],
  'leave-session': [absent, absent, ok, ok, ok, ok, ok, wrong, wrong],
  // What members say is taken in a pause, too.
  'request-to-speak': [absent, absent, wrong, ok, ok, ok, ok, wrong, wrong],
  'withdraw-request': [absent, absent, wrong, absent, absent, ok, ok, wrong, wrong],
  'pull-from-block': [absent, absent, wrong, absent, absent, ok, ok, wrong, wrong],
}

const kinds = Object.keys(sessionBodies).filter((kind): kind is Kind => Object.hasOwn(sessionBodies, kind))
const meeting = meetingId
const item = itemId('a')
const request = actId('m3-asks')
const paperId = 'm4-on-paper'

function officeIn(state: State): SessionOffice {
  const office = new SessionOffice()
  if (state === 'none') return office
  if (state === 'draft') return office.drafted()
  office.gathered()
  if (state === 'invited') return office
  office.mustTake(office.open())
  if (state === 'paused') office.mustTake(office.act('pause-session', 'pm', { meeting, reason: 'giải lao' }))
  if (state === 'open' || state === 'paused') return office
  office.mustTake(office.startItem('a'))
  office.mustTake(office.act('request-to-speak', 'm3', { meeting, item, what: 'speak' }, { id: request }))
  office.mustTake(office.ofItem('propose-for-block', 'pm'))
  if (state === 'item') return office
  office.mustTake(office.openVote())
  office.mustTake(paper(office))
  if (state === 'vote') return office
  office.mustTake(office.closeVote())
  office.mustTake(office.act('end-session', 'pm', { meeting }))
  if (state === 'concluded') office.mustTake(office.concludeMeeting())
  return office
}

/** A cast on a vote that is not there. */
const castOnNothing = (office: SessionOffice) =>
  office.act('cast-vote', 'm2', {
    ...voteName(),
    contentHash: hashOf(''),
    answer: office.seal('agree', '', 'nothing'),
  })

const paper = (office: SessionOffice) => office.enterPaper('m4', 'agree', 'sec', { id: paperId })

function actFor(kind: Kind, office: SessionOffice): Act {
  switch (kind) {
    case 'open-session':
    case 'resume-session':
    case 'end-session':
      return office.act(kind, 'pm', { meeting })
    case 'pause-session':
      return office.act(kind, 'pm', { meeting, reason: 'giải lao' })
    case 'hand-over-chair':
      return office.act(kind, 'pm', { meeting, person: person('m2') })
    case 'conclude-meeting':
      return office.concludeMeeting()
    case 'draft-minutes':
      return office.draftMinutes()
    case 'sign-minutes':
      if (office.rows.has(`session/${meeting}`)) office.mustTake(office.draftMinutes())
      return office.signMinutes()
    case 'start-item':
      // Another one than the current, where there is one.
      return office.startItem(office.rows.has(`item-session/${meeting}/a`) ? 'b' : 'a', 'sec')
    case 'finish-item':
      return office.finishItem('a', 'sec')
    case 'call-speaker':
      return office.call(null, { by: 'sec' })
    case 'finish-speaker':
      return office.ofItem(kind, 'sec')
    case 'propose-for-block':
    case 'adopt-in-block':
      return office.ofItem(kind, 'pm')
    case 'pull-from-block':
      return office.ofItem(kind, 'm2')
    case 'conclude-item':
      return office.conclude()
    case 'record-session':
      return office.record()
    case 'open-vote':
      return office.openVote()
    case 'extend-vote':
      return office.extendVote(120)
    case 'close-vote':
      return office.closeVote()
    case 'cancel-vote':
      return office.act(kind, 'pm', { ...voteName(), reason: 'hỏi lại' })
    case 'cast-vote':
      return office.rows.has(`vote/${meeting}/a/vote`) ? office.cast('m2', 'agree') : castOnNothing(office)
    case 'enter-paper-vote':
      return office.enterPaper('m5', 'agree')
    case 'confirm-paper-vote':
      return office.confirmPaper(paper(office))
    case 'refuse-paper-vote':
      return office.refusePaper(paper(office))
    case 'mark-presence':
      return office.mark('m2', 'remote')
    case 'open-room-screen':
      return office.openRoomScreen()
    case 'close-room-screen':
      office.take(office.openRoomScreen())
      return office.act(kind, 'pm', { meeting })
    case 'join-session':
      return office.join('m2', 'remote')
    case 'leave-session':
      return office.act(kind, 'm2', { meeting })
    case 'request-to-speak':
      return office.ask('m2')
    case 'withdraw-request':
      return office.act(kind, 'm3', { meeting, item, request: ActId.parse(request) })
  }
}

describe('every act in session in every state', () => {
  testActTable({
    rules: { whole: '[M1]', each: '[M1]', asking: '[O3]' },
    kinds,
    states,
    table,
    officeIn,
    actFor,
    asksIn: 'vote',
  })

  test('[O9][M8] waits offline where it is a member’s own word, and of the chair’s acts the local record alone', () => {
    expect(kinds.filter((kind) => sessionDeliveries[kind] === 'queue').sort()).toEqual([
      'cast-vote',
      'join-session',
      'leave-session',
      'pull-from-block',
      'record-session',
      'request-to-speak',
      'withdraw-request',
    ])
  })

  test('[O5] of a revoked device has no effect; a cast is held, for it was said', () => {
    for (const kind of kinds) {
      const office = officeIn('vote')
      const act = actFor(kind, office)
      office.revoked.add(act.device)
      const told = reasonOf(office.take(act))
      expect([kind, told]).toEqual([
        kind,
        kind === 'cast-vote' ? 'held:device-revoked' : 'refused:not-allowed',
      ])
    }
  })
})
