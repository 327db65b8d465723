import { unreachable } from '../lib/unreachable.ts'
import type { ActOf } from './act.ts'
import type { Ruling } from './answer.ts'
import type { DecideContext } from './decide-context.ts'
import { answersKey, progressKey } from './entity.ts'
import type { Event } from './event.ts'
import type { Proposal, ProposalBody } from './proposal.ts'
import { restoreKey } from './restore.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

/** Two officers (trust.md): what one proposes another confirms, on another device; and the revoking of devices. */

export function decidePropose(act: ActOf<'propose'>, context: DecideContext): Verdict {
  const { proposal: body } = act.body
  const fault = faultOfProposal(body, context)
  if (fault) return refused(fault)
  const { id, person: by, device } = act
  return accepted({ kind: 'proposed', proposal: { kind: 'proposal', id, body, by, device, at: context.at } })
}

export function decideConfirm(act: ActOf<'confirm'>, context: DecideContext): Verdict {
  const proposal = context.reader.get('proposal', `proposal/${act.body.proposal}`)
  if (!proposal) return refused({ kind: 'not-found' })
  if (proposal.confirmed) return refused({ kind: 'already-done' })
  if (proposal.by === act.person || proposal.device === act.device) return refused({ kind: 'same-officer' })
  // What was proposed must still make sense: the register may have moved between the two officers.
  const fault = faultOfProposal(proposal.body, context)
  if (fault) return refused(fault)
  const { id, body } = proposal
  return accepted({ kind: 'confirmed', proposal: id, body, by: act.person }, effectOf(proposal, act, context))
}

function faultOfProposal(body: ProposalBody, { reader, announced }: DecideContext): Refusal | null {
  if (body.kind === 'begin-epoch') {
    if (reader.get('restore', restoreKey(body.epoch))) return { kind: 'already-done' }
    if (!announced) return { kind: 'wrong-state', state: 'not-restored' }
    const isTheSame =
      announced.epoch === body.epoch && announced.size === body.size && announced.root === body.root
    return isTheSame ? null : { kind: 'stale-content' }
  }
  if (body.kind === 'end-restore') {
    const restore = reader.get('restore', restoreKey(body.epoch))
    if (!restore) return { kind: 'not-found' }
    return restore.ended === null ? null : { kind: 'already-done' }
  }
  if (body.kind === 'enrol-device') {
    const device = reader.get('device', `device/${body.device}`)
    if (!device) return { kind: 'not-found' }
    return device.phase.state === 'pending' ? null : { kind: 'already-done' }
  }
  const ballot = reader.get('ballot', `ballot/${body.ballot}`)
  if (!ballot) return { kind: 'not-found' }
  if (ballot.phase.state !== 'closed') return { kind: 'wrong-state', state: ballot.phase.state }
  // What came of it was told to all by the count that stood then (B4, B9).
  if (ballot.outcome) return { kind: 'wrong-state', state: ballot.outcome.kind }
  if (body.kind === 'rule-silence') {
    const progress = reader.get('progress', progressKey(body.ballot, body.person))
    return progress?.silence?.kind === 'not-reached' ? null : { kind: 'not-found' }
  }
  const answers = reader.get('answers', answersKey(body.ballot, body.person))
  return answers?.revisions.some((revision) => revision.act === body.act && revision.held !== null)
    ? null
    : { kind: 'not-found' }
}

function effectOf({ body, by }: Proposal, act: ActOf<'confirm'>, context: DecideContext): Event {
  const { at } = context
  switch (body.kind) {
    case 'enrol-device':
      return { kind: 'device-enrolled', device: body.device }
    case 'rule-silence':
    case 'rule-held': {
      const { ballot, person, reason } = body
      const decision: Ruling['decision'] = !body.counts
        ? { kind: 'do-not-count' }
        : body.kind === 'rule-held'
          ? { kind: 'count-late', act: body.act }
          : { kind: 'count-silence' }
      return { kind: 'ruled', ballot, person, ruling: { at, by: [by, act.person], reason, decision } }
    }
    case 'begin-epoch': {
      const { epoch, size, root, reason } = body
      const keptTo = context.announced?.keptTo ?? at
      return { kind: 'epoch-began', epoch, size, root, keptTo, reason, by: [by, act.person] }
    }
    case 'end-restore': {
      const { epoch, missing, reason } = body
      return { kind: 'restore-ended', epoch, missing, reason, by: [by, act.person] }
    }
    default:
      return unreachable(body)
  }
}

export function decideRevocation(act: ActOf<'revoke-device'>, { reader }: DecideContext): Verdict {
  const { device: id, reason, wipe } = act.body
  const device = reader.get('device', `device/${id}`)
  if (!device) return refused({ kind: 'not-found' })
  if (device.phase.state === 'revoked') return refused({ kind: 'already-done' })
  return accepted({ kind: 'device-revoked', device: id, reason, wipe })
}

/** A revoked device's only act that takes effect: it says that nothing is left on it. */
export function decideWiped(act: ActOf<'report-wiped'>, { reader }: DecideContext): Verdict {
  const device = reader.get('device', `device/${act.device}`)
  if (device?.phase.state !== 'revoked')
    return refused({ kind: 'wrong-state', state: device?.phase.state ?? '' })
  return accepted({ kind: 'device-wiped', device: act.device })
}
