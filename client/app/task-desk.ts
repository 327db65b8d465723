import type { BodyOf } from '../../shared/domain/act.ts'
import { type ActId, type Hash, TaskId } from '../../shared/domain/id.ts'
import { completionOf, type Task, TaskContent, taskHash, taskKey } from '../../shared/domain/task.ts'
import type { taskBodies } from '../../shared/domain/task-act.ts'
import { isTaskAct } from '../../shared/domain/task-question.ts'
import type { UrgingRule } from '../../shared/domain/urging.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { type Day, dayOf } from '../../shared/lib/time.ts'
import { commitOpening, hashOpening } from './make-act.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import type { Clock, Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import type { tabletContext } from './tablet-context.ts'
import type { Attachment } from './task-file.ts'
import { type TaskDetail, type TaskView, taskDetail, taskViews } from './task-view.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What is done with tasks: an agency's desk says, offline too (O9); the Office and the assigner decide, with the server. */

type Done = Promise<Result<Verdict, OfficeFault>>
type Stored = Promise<Result<ActId, StoreFault>>
type Noted = Exclude<keyof typeof taskBodies, 'draft-task' | 'ask-task' | 'assign-task' | 'receive-task'>

export type TaskForm = Omit<BodyOf<'draft-task'>, 'task' | 'contentHash'> & {
  content: TaskContent
}

/** What a member wants to be done, from the page before them; `quote` are the words marked there. */
type AskForm = {
  content: TaskContent
  quote: string
} & Omit<BodyOf<'ask-task'>, 'task' | 'contentHash' | 'page'> & {
    page: Omit<BodyOf<'ask-task'>['page'], 'quoteCommit'>
  }

export type TaskDesk = {
  /** What is to be done by its due date, then drafts, then what is over. */
  list(): readonly TaskView[]
  get(id: TaskId): TaskDetail | null
  /** The words of an act; null where they are not here. */
  noteOf(commit: Hash): string | null
  receive(task: TaskId): Stored
  /** Its files are on this device already (task-file.ts). */
  reportProgress(task: TaskId, percent: number, text: string, files?: Attachment | null): Stored
  reportDone(
    task: TaskId,
    product: { number: string; date: Day },
    text: string,
    files?: Attachment | null,
  ): Stored
  askExtension(task: TaskId, to: Day, reason: string, files?: Attachment | null): Stored
  answerUrging(task: TaskId, urging: ActId, text: string, files?: Attachment | null): Stored
  /** Offline too; null where the words are not such as a task may have. */
  ask(form: AskForm): Promise<Result<ActId, StoreFault>> | null
  /** `id` null: a new one. */
  draft(id: TaskId | null, form: TaskForm): Done
  assign(task: Task): Done
  /** The ballot that it comes from, put right. */
  link(task: TaskId, change: Pick<BodyOf<'link-task'>, 'from' | 'to'>, reason: string): Done
  cancel(task: TaskId, reason: string): Done
  confirm(task: Task, doneOn: Day, note: string): Done
  giveBack(task: Task, reason: string): Done
  passExtension(task: TaskId, extension: ActId, note: string): Done
  decideExtension(task: TaskId, extension: ActId, to: Day | null, reason: string): Done
  urge(task: TaskId, text: string): Done
  setUrging(rule: UrgingRule): Done
}

export function createTaskDesk(deps: {
  copy: WorkingCopy
  me: Parameters<typeof tabletContext>[1]
  clock: Clock
  queue: QueueAct
  perform: Perform
  random: Random
}): TaskDesk {
  const { copy, clock, queue, perform, random } = deps
  let made: { of: string; views: readonly TaskView[] } | null = null

  /** Thousands of rows, asked for with every change of a screen. */
  const list = (): readonly TaskView[] => {
    const of = `${copy.version()} ${dayOf(clock.now())}`
    if (made?.of !== of) made = { of, views: taskViews(deps) }
    return made.views
  }
  const worded = (text: string) => {
    const words = commitOpening(random, cleanText(text).trim())
    return { noteCommit: words.commit, openings: [words] }
  }
  const decided = <K extends Noted>(kind: K, body: Omit<BodyOf<K>, 'noteCommit'>, text: string): Done => {
    const { noteCommit, openings } = worded(text)
    return perform({ kind, body: { ...body, noteCommit } as BodyOf<K>, openings })
  }
  const told = <K extends Noted>(
    kind: K,
    body: Omit<BodyOf<K>, 'noteCommit'>,
    text: string,
    { files, prev = [] }: { files: Attachment | null | undefined; prev?: ActId[] },
  ): Stored => {
    const { noteCommit, openings } = worded(text)
    const attached = files ? { attached: files.attached } : {}
    return queue({
      kind,
      body: { ...body, noteCommit, ...attached } as BodyOf<K>,
      prev,
      openings: [...openings, ...(files?.openings ?? [])],
    })
  }
  /** The last report that this desk knows of, its own on the way included: what does not know it is shown as such. */
  const lastReport = (task: TaskId): ActId[] => {
    const own = copy
      .outbox()
      .findLast(
        ({ act }) =>
          isTaskAct(act) &&
          act.body.task === task &&
          (act.kind === 'report-progress' || act.kind === 'report-done'),
      )
    const row = copy.reader.get('task', taskKey(task))?.reports.at(-1)?.act
    return own ? [own.id] : row ? [row] : []
  }
  const noReport = (): Done => Promise.resolve(fail({ kind: 'content-malformed' }))

  return {
    list,
    get: (id) => {
      const view = list().find(({ task }) => task.id === id)
      return view ? taskDetail(view, deps) : null
    },
    noteOf: (commit) => copy.opened(commit) ?? null,
    receive: (task) => queue({ kind: 'receive-task', body: { task } }),
    reportProgress: (task, percent, text, files) =>
      told('report-progress', { task, percent }, text, { files, prev: lastReport(task) }),
    reportDone: (task, product, text, files) =>
      told('report-done', { task, product }, text, { files, prev: lastReport(task) }),
    askExtension: (task, to, reason, files) => told('ask-extension', { task, to }, reason, { files }),
    answerUrging: (task, urging, text, files) => told('answer-urging', { task, urging }, text, { files }),
    ask: ({ content, quote, page, ...facts }) => {
      const parsed = TaskContent.safeParse(content)
      if (!parsed.success) return null
      const words = hashOpening(canonicalJson(parsed.data))
      const marked = cleanText(quote).trim()
      const quoted = marked === '' ? null : commitOpening(random, marked)
      const task = TaskId.parse(hex(random(16)))
      const where = { ...page, quoteCommit: quoted?.commit ?? null }
      return queue({
        kind: 'ask-task',
        body: { task, contentHash: words.commit, ...facts, page: where },
        openings: quoted ? [words, quoted] : [words],
      })
    },
    draft: (id, { content, ...facts }) => {
      const parsed = TaskContent.safeParse(content)
      if (!parsed.success) return noReport()
      const words = hashOpening(canonicalJson(parsed.data))
      const task = id ?? TaskId.parse(hex(random(16)))
      const body = { task, contentHash: words.commit, ...facts }
      return perform({ kind: 'draft-task', body, openings: [words] })
    },
    assign: (task) => perform({ kind: 'assign-task', body: { task: task.id, taskHash: taskHash(task) } }),
    link: (task, change, reason) => decided('link-task', { task, ...change }, reason),
    cancel: (task, reason) => decided('cancel-task', { task }, reason),
    confirm: (task, doneOn, note) => {
      const report = completionOf(task)?.act
      return report ? decided('confirm-task', { task: task.id, report, doneOn }, note) : noReport()
    },
    giveBack: (task, reason) => {
      const report = completionOf(task)?.act
      return report ? decided('return-task', { task: task.id, report }, reason) : noReport()
    },
    passExtension: (task, extension, note) => decided('pass-extension', { task, extension }, note),
    decideExtension: (task, extension, to, reason) =>
      decided('decide-extension', { task, extension, to }, reason),
    urge: (task, text) => decided('urge-task', { task }, text),
    setUrging: (rule) => perform({ kind: 'set-urging', body: { rule } }),
  }
}
