import type { TFunction } from 'i18next'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { ProposalBody } from '../../../shared/domain/proposal.ts'

/** What one officer proposes, said whole, so that the other knows what they confirm. */
export function proposalWords(t: TFunction, body: ProposalBody, nameOf: (id: PersonId) => string): string {
  if (body.kind === 'enrol-device') return t('ruling.proposal.device')
  if (!('ballot' in body)) return t(`restore.proposal.${body.kind}`)
  const facts = { name: nameOf(body.person), reason: body.reason }
  const kind = body.kind === 'rule-silence' ? 'silence' : 'held'
  return t(`ruling.proposal.${kind}${body.counts ? 'Counts' : 'Not'}`, facts)
}
