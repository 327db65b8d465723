import type { Directive, DirectiveContent } from '../../shared/domain/directive.ts'
import { dayMs, type Instant, instant, startOfDay } from '../../shared/lib/time.ts'
import { directiveContentIn } from './tablet-context.ts'
import { isOfDirective } from './trail-links.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A paper of the library in the trail of the matter that it is about. */
export type DirectiveStep = {
  kind: 'directive'
  at: Instant
  directive: Directive
  content: DirectiveContent | null
}

/** Null where it is no paper of the library, or one that this device does not hold. */
export function directiveStep(
  key: string,
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
): DirectiveStep | null {
  const directive = isOfDirective(key) ? copy.reader.get('directive', key) : undefined
  if (!directive) return null
  return {
    kind: 'directive',
    at: hourOf(directive),
    directive,
    content: directiveContentIn(copy, directive.contentHash) ?? null,
  }
}

/** The paper's own day, at the end of it: what led to it stands before it. */
function hourOf({ date, phase, versions: [first] }: Directive): Instant {
  const entered = first?.at ?? phase.at
  return date === null ? entered : instant(Math.min(entered, startOfDay(date) + dayMs - 1))
}
