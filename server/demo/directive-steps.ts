import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { DirectiveContent, directiveHash } from '../../shared/domain/directive.ts'
import { DirectiveId, Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayOf, instant, minuteMs } from '../../shared/lib/time.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoDirective } from './demo-directives.ts'
import type { DemoStep } from './demo-step.ts'
import type { ActDraft } from './software-device.ts'

/** A paper of the library of the demonstration: entered by the Office on its day, and published. */
export function directiveStepsOf(
  demo: DemoDirective,
  documents: readonly BallotDocument[],
  calendar: DemoCalendar,
): DemoStep[] {
  const { id, type, number, day, abstract, issuer, signer, isForAll } = demo
  const directive = DirectiveId.parse(id)
  const value = canonicalJson(DirectiveContent.parse({ abstract, issuer, signer, documents: [...documents] }))
  const contentHash = Hash.parse(sha256Hex(utf8(value)))
  const enteredAt = calendar.at([day, '16:30'])
  const facts = { contentHash, type, number, date: dayOf(enteredAt), security: 'none' as const, isForAll }
  const step = (minutes: number, draft: ActDraft): DemoStep => ({
    at: instant(enteredAt + minutes * minuteMs),
    label: `${id}/${draft.kind}`,
    by: 'vanphong1',
    draft,
    prev: [],
  })
  return [
    step(0, {
      kind: 'draft-directive',
      body: { directive, ...facts },
      openings: [{ commit: contentHash, salt: '', value }],
    }),
    step(1, {
      kind: 'publish-directive',
      body: { directive, directiveHash: directiveHash(facts) },
      openings: [],
    }),
  ]
}
