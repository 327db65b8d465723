import { appointmentsOn, type Person } from '../../shared/domain/people.ts'
import { civil, dayOf, type Instant } from '../../shared/lib/time.ts'
import type { PaperDate, Signature } from './official-paper.ts'

/** What is the same on every paper of the Government's Office. */

export const issuer = 'Văn phòng Chính phủ'
export const issuerCode = 'VPCP'
export const place = 'Hà Nội'

const headOfOffice = 'BỘ TRƯỞNG, CHỦ NHIỆM'

/** Left open: the registry writes the day on which it is signed. */
export function unsignedDate(at: Instant): PaperDate {
  const { month, year } = civil(at)
  return { day: null, month, year }
}

export const dateOf = (at: Instant): PaperDate => civil(at)

/** Who signs for the Office: its head, a deputy in the head's place (KT.), or a director by order (TL.). */
export function signatureOf(signer: Person | null, at: Instant): Signature {
  const title = signer
    ? appointmentsOn(signer, dayOf(at)).find(({ role }) => role === 'head-of-office')?.title
    : undefined
  if (!signer || title === undefined) return { authority: [headOfOffice], name: null }
  const post = title.replace(issuer, '').trim().toUpperCase()
  // Posts are written as names where nobody is named for them.
  const name = signer.name === title ? null : signer.name
  if (post.startsWith('PHÓ')) return { authority: [`KT. ${headOfOffice}`, post], name }
  if (post.startsWith('VỤ TRƯỞNG')) return { authority: [`TL. ${headOfOffice}`, post], name }
  return { authority: [headOfOffice], name }
}
