import type { Question } from './access.ts'
import type { Act, ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import { type Directive, directiveHash, directiveKey } from './directive.ts'
import { factsOfDirective } from './directive-access.ts'
import { directiveBodies } from './directive-act.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import type { Hash } from './id.ts'
import { faultOfNote } from './task-fault.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

/** How the Office keeps the library of directives (D1, D2, D3). */

type DirectiveAct = Extract<Act, { kind: keyof typeof directiveBodies }>

export const isDirectiveAct = (act: Act): act is DirectiveAct => Object.hasOwn(directiveBodies, act.kind)

export function questionOfDirectiveAct(act: DirectiveAct, reader: EntityReader): Question | null {
  const row = reader.get('directive', directiveKey(act.body.directive))
  if (!row) return act.kind === 'draft-directive' ? { action: act.kind, directive: null } : null
  return { action: act.kind, directive: factsOfDirective(row) }
}

export function readsOfDirectiveAct(act: DirectiveAct): EntityKey[] {
  const key = directiveKey(act.body.directive)
  if (act.kind !== 'withdraw-directive' || act.body.replacedBy === null) return [key]
  return [key, directiveKey(act.body.replacedBy)]
}

export function decideDirective(act: DirectiveAct, context: DecideContext): Verdict {
  const row = context.reader.get('directive', directiveKey(act.body.directive))
  const { directive: id } = act.body
  const by = act.person
  if (act.kind === 'draft-directive') {
    if (row && row.phase.state !== 'draft') return wrongState(row)
    const entered = enteredBy(act, context)
    if ('fault' in entered) return refused(entered.fault)
    const { directive: _, ...facts } = act.body
    return accepted({ kind: 'directive-drafted', directive: id, by, ...facts, files: entered.files })
  }
  if (!row) return refused({ kind: 'not-found' })
  switch (act.kind) {
    case 'publish-directive': {
      if (row.phase.state !== 'draft') return wrongState(row)
      if (act.body.directiveHash !== directiveHash(row)) return refused({ kind: 'stale-content' })
      if (!isComplete(row, context)) return refused({ kind: 'directive-incomplete' })
      return accepted({ kind: 'directive-published', directive: id, by })
    }
    case 'amend-directive': {
      if (row.phase.state !== 'published') return wrongState(row)
      const fault = faultOfNote(act.body.noteCommit, true, context)
      if (fault) return refused(fault)
      const entered = enteredBy(act, context)
      if ('fault' in entered) return refused(entered.fault)
      // Files of any version stay readable (D1): what had some cannot become a placeholder (D3).
      if (act.body.security !== 'none' && row.files.length > 0) {
        return refused({ kind: 'secret-item-holds-files' })
      }
      if (!isComplete(act.body, context)) return refused({ kind: 'directive-incomplete' })
      const { directive: _, ...facts } = act.body
      return accepted({ kind: 'directive-amended', directive: id, by, ...facts, files: entered.files })
    }
    case 'withdraw-directive': {
      if (row.phase.state === 'withdrawn') return wrongState(row)
      const { noteCommit, replacedBy } = act.body
      const fault = faultOfNote(noteCommit, row.phase.state === 'published', context)
      if (fault) return refused(fault)
      if (replacedBy !== null) {
        const other = context.reader.get('directive', directiveKey(replacedBy))
        if (!other || other.id === id) return refused({ kind: 'not-found' })
        if (other.phase.state !== 'published') {
          return refused({ kind: 'directive-not-in-force', state: other.phase.state })
        }
      }
      return accepted({ kind: 'directive-withdrawn', directive: id, by, replacedBy, noteCommit })
    }
  }
}

const wrongState = ({ phase }: Directive): Verdict => refused({ kind: 'wrong-state', state: phase.state })

/** D3: a marked one has no words and no files. */
function enteredBy(
  { body }: ActOf<'draft-directive'> | ActOf<'amend-directive'>,
  context: DecideContext,
): { files: Hash[] } | { fault: Refusal } {
  const content = context.directiveContent(body.contentHash)
  if (!content) return { fault: { kind: 'content-malformed' } }
  const { abstract, issuer, signer, documents } = content
  const hasWords = abstract !== '' || issuer !== '' || signer !== '' || documents.length > 0
  if (body.security !== 'none' && hasWords) return { fault: { kind: 'secret-directive-holds-words' } }
  const missing = documents.find(({ hash, size, pages }) => {
    const file = context.file(hash)
    return !file || file.size !== size || file.pages !== pages
  })
  if (missing) return { fault: { kind: 'file-missing', hash: missing.hash } }
  return { files: [...new Set(documents.map(({ hash }) => hash))] }
}

type Entered = Pick<Directive, 'contentHash' | 'number' | 'date' | 'security'>

/** What a task of it will name (T1). */
function isComplete({ contentHash, number, date, security }: Entered, context: DecideContext): boolean {
  if (number.trim() === '' || date === null) return false
  if (security !== 'none') return true
  const content = context.directiveContent(contentHash)
  return content !== undefined && content.abstract.trim() !== '' && content.issuer.trim() !== ''
}
