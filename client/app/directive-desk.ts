import type { BodyOf } from '../../shared/domain/act.ts'
import {
  type Directive,
  DirectiveContent,
  directiveHash,
  isSamePaper,
  sourceKindOf,
} from '../../shared/domain/directive.ts'
import { DirectiveId, type Hash } from '../../shared/domain/id.ts'
import type { TaskSource } from '../../shared/domain/task.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { newestFirst } from './kept-directives.ts'
import { commitOpening, hashOpening } from './make-act.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import type { Random } from './ports.ts'
import { directiveContentIn } from './tablet-context.ts'
import type { TaskDesk } from './task-desk.ts'
import type { TaskView } from './task-view.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The library of directives as this device holds it, each with its tasks; and what the Office does with it. */

type Done = Promise<Result<Verdict, OfficeFault>>

export type DirectiveView = {
  directive: Directive
  /** Null where the words are not here. */
  content: DirectiveContent | null
  /** Those of its tasks that are known here. */
  tasks: readonly TaskView[]
}

export type DirectiveForm = Omit<BodyOf<'draft-directive'>, 'directive' | 'contentHash'> & {
  content: DirectiveContent
}

export type DirectiveDesk = {
  /** The newest first, by the paper's own date. */
  list(): readonly DirectiveView[]
  get(id: DirectiveId): DirectiveView | null
  newId(): DirectiveId
  /** Another one that stands with this number and year: entered twice, it may be. */
  sameNumber(form: Pick<DirectiveForm, 'number' | 'date'>, except: DirectiveId | null): DirectiveView | null
  noteOf(commit: Hash): string | null
  draft(id: DirectiveId, form: DirectiveForm): Done
  publish(directive: Directive): Done
  amend(id: DirectiveId, form: DirectiveForm, reason: string): Done
  withdraw(id: DirectiveId, replacedBy: DirectiveId | null, reason: string): Done
}

export function createDirectiveDesk(deps: {
  copy: WorkingCopy
  tasks: Pick<TaskDesk, 'list'>
  perform: Perform
  random: Random
}): DirectiveDesk {
  const { copy, tasks, perform, random } = deps
  let made: { of: readonly TaskView[]; version: number; views: readonly DirectiveView[] } | null = null

  const list = (): readonly DirectiveView[] => {
    const of = tasks.list()
    const version = copy.version()
    if (made?.of !== of || made.version !== version) {
      const byDirective = Map.groupBy(of, ({ task }) => task.source.directive)
      const views = newestFirst(copy.reader.list('directive', 'directive/')).map((directive) => ({
        directive,
        content: directiveContentIn(copy, directive.contentHash) ?? null,
        tasks: byDirective.get(directive.id) ?? [],
      }))
      made = { of, version, views }
    }
    return made.views
  }
  const worded = (text: string) => commitOpening(random, cleanText(text).trim())
  const entered = (form: DirectiveForm) => {
    const { content, ...facts } = form
    const parsed = DirectiveContent.safeParse(content)
    if (!parsed.success) return null
    const words = hashOpening(canonicalJson(parsed.data))
    return { words, facts: { ...facts, contentHash: words.commit } }
  }
  const malformed = (): Done => Promise.resolve(fail({ kind: 'content-malformed' }))

  return {
    list,
    get: (id) => list().find(({ directive }) => directive.id === id) ?? null,
    newId: () => DirectiveId.parse(hex(random(16))),
    sameNumber: (form, except) =>
      list().find(
        ({ directive: one }) =>
          one.id !== except && one.phase.state !== 'withdrawn' && isSamePaper(one, form),
      ) ?? null,
    noteOf: (commit) => copy.opened(commit) ?? null,
    draft: (directive, form) => {
      const all = entered(form)
      if (!all) return malformed()
      return perform({
        kind: 'draft-directive',
        body: { directive, ...all.facts },
        openings: [all.words],
      })
    },
    publish: (directive) =>
      perform({
        kind: 'publish-directive',
        body: { directive: directive.id, directiveHash: directiveHash(directive) },
      }),
    amend: (directive, form, reason) => {
      const all = entered(form)
      if (!all) return malformed()
      const note = worded(reason)
      const body = { directive, ...all.facts, noteCommit: note.commit }
      return perform({ kind: 'amend-directive', body, openings: [all.words, note] })
    },
    withdraw: (directive, replacedBy, reason) => {
      const note = worded(reason)
      const body = { directive, replacedBy, noteCommit: note.commit }
      return perform({ kind: 'withdraw-directive', body, openings: [note] })
    },
  }
}

/** As a task names it: what stands on the paper, and where it stands in the library. */
export const sourceOf = ({ id, type, number, date }: Directive): TaskSource => ({
  kind: sourceKindOf(type),
  number,
  date,
  directive: id,
})
