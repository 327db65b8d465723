import type { Directive } from './directive.ts'
import type { AgencyId } from './id.ts'
import type { Role } from './people.ts'

/** Who may read and keep the library of directives (D2); a part of access.ts, which asks it. */

export type DirectiveFacts = {
  /** Nobody but the Office knows of a draft, or of one that was dropped as such. */
  wasPublished: boolean
  isForAll: boolean
  agencies: readonly AgencyId[]
}

export type DirectiveQuestion =
  | {
      action: 'read-directive' | 'publish-directive' | 'amend-directive' | 'withdraw-directive'
      directive: DirectiveFacts
    }
  | { action: 'draft-directive'; directive: DirectiveFacts | null }
  /** Over the pages of all of it; of what is found each paper is asked about by itself. */
  | { action: 'search-directives'; directive: null }

export const factsOfDirective = ({ versions, isForAll, agencies }: Directive): DirectiveFacts => ({
  wasPublished: versions.length > 0,
  isForAll,
  agencies,
})

type DirectivePermission = { allow: true } | { allow: false; reason: 'role' | 'scope' | 'phase' }
type DirectiveSubject = { roles: readonly Role[]; isMember: boolean; agencies: readonly AgencyId[] }

const when = (test: boolean, reason: 'role' | 'scope' | 'phase'): DirectivePermission =>
  test ? { allow: true } : { allow: false, reason }

export function permitDirective(subject: DirectiveSubject, question: DirectiveQuestion): DirectivePermission {
  const isOffice = subject.roles.includes('secretary') || subject.roles.includes('head-of-office')
  const isClerk = subject.roles.includes('clerk')
  if (question.action === 'search-directives') return when(isOffice || subject.isMember || isClerk, 'role')
  if (question.action !== 'read-directive') return when(isOffice, 'role')
  if (isOffice) return { allow: true }
  const { wasPublished, isForAll, agencies } = question.directive
  if (!wasPublished) return { allow: false, reason: 'phase' }
  if (subject.isMember) return { allow: true }
  if (!isClerk) return { allow: false, reason: 'role' }
  return when(isForAll || agencies.some((agency) => subject.agencies.includes(agency)), 'scope')
}

/** Who finds the row; see scope.ts. */
export function scopesOfDirective({ versions, isForAll, agencies }: Directive): string[] {
  if (versions.length === 0) return ['desk']
  return ['desk', 'members', ...(isForAll ? ['clerks'] : []), ...agencies.map((one) => `agency/${one}`)]
}
