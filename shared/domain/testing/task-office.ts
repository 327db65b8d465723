import { utf8 } from '../../lib/bytes.ts'
import { canonicalJson } from '../../lib/canonical-json.ts'
import type { Instant } from '../../lib/time.ts'
import { dayOf } from '../../lib/time.ts'
import type { BodyOf } from '../act.ts'
import { mergeEntries } from '../agency-merge.ts'
import { readerOver } from '../entity.ts'
import { BallotId, Hash, TaskId, UnitId } from '../id.ts'
import type { ConclusionContent } from '../item-session.ts'
import type { Agency, Person } from '../people.ts'
import { completionOf, type Task, type TaskContent, taskHash, taskKey } from '../task.ts'
import { beginProof, type TaskFile } from '../task-file.ts'
import type { ImportWrite } from '../task-import.ts'
import type { TaskOrigin } from '../task-origin.ts'
import type { PartState } from '../unit.ts'
import { eventsOf, type Verdict } from '../verdict.ts'
import { agency, at, cabinetOf, day, hashOf, leadAgency, person, post, someone } from './cabinet.ts'
import type { Given } from './given.ts'
import { visitors } from './meeting-office.ts'
import { SessionOffice } from './session-office.ts'

export const taskId = (id = 'task'): TaskId => TaskId.parse(id)
export const unitId = (id = 'legal'): UnitId => UnitId.parse(id)
export const finance = agency('finance')

/** Two desks of health, one of finance, the minister of each. */
export const deskPeople: readonly Person[] = [
  someone('clk', post('clerk', { agency: leadAgency })),
  someone('clk2', post('clerk', { agency: leadAgency })),
  someone('fin', post('clerk', { agency: finance })),
  someone('mhealth', post('minister', { agency: leadAgency })),
  someone('mfin', post('minister', { agency: finance })),
]

export const agencies: readonly Agency[] = [
  { kind: 'agency', id: leadAgency, name: 'Bộ Y tế' },
  { kind: 'agency', id: finance, name: 'Bộ Tài chính' },
]

const words: TaskContent = {
  text: 'Trình đề án bệnh viện vệ tinh',
  abstract: 'Về tăng cường khám chữa bệnh ở tuyến dưới',
  product: 'Tờ trình, dự thảo đề án',
}

/** The Office with its register of tasks; one task for health, due on Friday of next week. */
export class TaskOffice extends SessionOffice {
  private notes = 0

  constructor(
    people: readonly Person[] = [
      ...cabinetOf(5),
      ...visitors,
      someone('admin', post('admin')),
      ...deskPeople,
    ],
  ) {
    super(people)
    if (people.length > 0) for (const one of agencies) this.rows.set(`agency/${one.id}`, one)
  }

  task(id = 'task'): Task {
    const task = readerOver(this.rows).get('task', taskKey(taskId(id)))
    if (!task) throw new Error(`no task ${id}`)
    return task
  }

  get tasks(): Task[] {
    return readerOver(this.rows).list('task', 'task/')
  }

  get origins(): TaskOrigin[] {
    return readerOver(this.rows).list('task-origin', 'task-origin/')
  }

  note(text: string): Hash {
    this.notes += 1
    const commit = hashOf(`note ${this.notes} ${text}`)
    this.openings.set(commit, text)
    return commit
  }

  addTask(content: Partial<TaskContent> = {}): Hash {
    const full = { ...words, ...content }
    const hash = hashOf(canonicalJson(full))
    this.taskContents.set(hash, full)
    return hash
  }

  draftTask(given: Partial<BodyOf<'draft-task'>> = {}, by = 'sec') {
    return this.act('draft-task', by, {
      task: taskId(),
      contentHash: this.addTask(),
      source: { kind: 'directive', number: '12/CT-TTg', date: day('2026-02-20') },
      leadAgency,
      supporting: [finance],
      security: 'none',
      assigner: person('pm'),
      deadline: day('2026-03-13'),
      ballot: null,
      ...given,
    })
  }

  assign(id = 'task', by = 'head') {
    return this.act('assign-task', by, { task: taskId(id), taskHash: taskHash(this.task(id)) })
  }

  assigned(given: Partial<BodyOf<'draft-task'>> = {}): this {
    this.mustTake(this.draftTask(given))
    this.mustTake(this.assign(given.task))
    return this
  }

  noted<K extends 'cancel-task' | 'urge-task'>(kind: K, by: string, text = 'lý do', id = 'task') {
    return this.act(kind, by, { task: taskId(id), noteCommit: this.note(text) } as BodyOf<K>)
  }

  linkTask(from: string | null, to: string | null, by = 'sec', text = 'Nối nhầm') {
    const ballot = (id: string | null) => (id === null ? null : BallotId.parse(id))
    const body = { task: taskId(), from: ballot(from), to: ballot(to), noteCommit: this.note(text) }
    return this.act('link-task', by, body)
  }

  /** As a tablet names it: the proof is what whoever has the bytes can say. */
  file(text = 'phụ lục', name = 'phu-luc.pdf', id = 'task'): TaskFile {
    const bytes = utf8(text)
    const proof = beginProof(taskId(id))
    proof.update(bytes)
    const named = { hash: hashOf(text), size: bytes.length, nameCommit: this.note(name) }
    return { ...named, proof: Hash.parse(proof.digestHex()) }
  }

  receive(by = 'clk', id = 'task') {
    return this.act('receive-task', by, { task: taskId(id) })
  }

  progress(percent: number, given: Given & { by?: string; task?: string; attached?: TaskFile[] } = {}) {
    const noteCommit = this.note(given.text ?? 'Đang làm')
    const { attached } = given
    const body = { task: taskId(given.task), percent, noteCommit, ...(attached && { attached }) }
    return this.act('report-progress', given.by ?? 'clk', body, given)
  }

  finish(given: Given & { by?: string; task?: string; number?: string; attached?: TaskFile[] } = {}) {
    const product = { number: given.number ?? '45/TTr-BYT', date: dayOf(this.now) }
    const { attached } = given
    const noteCommit = this.note(given.text ?? '')
    const body = { task: taskId(given.task), product, noteCommit, ...(attached && { attached }) }
    return this.act('report-done', given.by ?? 'clk', body, given)
  }

  private lastReport(id: string) {
    const report = completionOf(this.task(id))
    return report ? report.act : this.act('report-done', 'clk', {} as BodyOf<'report-done'>, {}).id
  }

  confirm(given: Partial<BodyOf<'confirm-task'>> & { text?: string; by?: string } = {}) {
    const { text = '', by = 'sec', task = taskId(), ...body } = given
    const report = this.lastReport(task)
    const doneOn = dayOf(this.now)
    return this.act('confirm-task', by, { task, report, doneOn, noteCommit: this.note(text), ...body })
  }

  giveBack(text = 'Chưa đủ hồ sơ', by = 'sec', id = 'task') {
    const body = { task: taskId(id), report: this.lastReport(id), noteCommit: this.note(text) }
    return this.act('return-task', by, body)
  }

  askExtension(to = '2026-03-31', given: Given & { by?: string } = {}) {
    const body = { task: taskId(), to: day(to), noteCommit: this.note(given.text ?? 'Chờ ý kiến địa phương') }
    return this.act('ask-extension', given.by ?? 'clk', body, given)
  }

  /** One task from a file, as the plan says that was seen. */
  importOne(by = 'sec', given: Partial<BodyOf<'import-tasks'>> = {}) {
    const content = { text: 'Rà soát quy hoạch', abstract: 'Về quy hoạch', product: '' }
    const write: ImportWrite = {
      task: taskId('imported'),
      row: 4,
      content,
      facts: {
        contentHash: this.addTask(content),
        source: { kind: 'directive', number: '7/CT-TTg', date: day('2026-02-20') },
        leadAgency,
        supporting: [],
        security: 'none',
        assigner: person('pm'),
        deadline: day('2026-12-01'),
      },
      given: null,
    }
    this.importPlan = { hash: hashOf('plan'), rows: [], writes: [write] }
    const choices = { assign: false, assigner: person('pm'), withoutProblems: false }
    return this.act('import-tasks', by, {
      ...{ file: hashOf('file'), planHash: hashOf('plan'), rows: 1, ...choices },
      ...given,
    })
  }

  private get lastExtension() {
    return this.task().extensions.at(-1)?.act ?? this.askExtension().id
  }

  passExtension(by = 'sec') {
    const body = { task: taskId(), extension: this.lastExtension, noteCommit: this.note('') }
    return this.act('pass-extension', by, body)
  }

  decideExtension(to: string | null, by = 'pm', text = 'Việc gấp') {
    const body = { task: taskId(), extension: this.lastExtension, noteCommit: this.note(text) }
    return this.act('decide-extension', by, { ...body, to: to === null ? null : day(to) })
  }

  answerUrging(by = 'clk') {
    const urging = this.task().urgings.at(-1)?.act ?? this.noted('urge-task', 'sec').id
    return this.act('answer-urging', by, {
      task: taskId(),
      urging,
      noteCommit: this.note('Sẽ trình tuần này'),
    })
  }

  /** With what the server adds in the same transaction. */
  merge(body: Partial<BodyOf<'merge-agency'>> = {}, who = 'admin'): Verdict {
    const from = dayOf(this.now)
    const verdict = this.take(
      this.act('merge-agency', who, { agency: leadAgency, into: finance, from, ...body }),
    )
    for (const event of eventsOf(verdict)) {
      if (event.kind !== 'agency-merged') continue
      for (const entry of mergeEntries(event, this.tasks, readerOver(this.rows))) this.serve(entry)
    }
    return verdict
  }

  setUnit(name: string, given: { id?: string; isRetired?: boolean; by?: string } = {}) {
    const { id = 'legal', isRetired = false, by = 'clk' } = given
    const nameCommit = this.note(name)
    return this.act('set-unit', by, { agency: leadAgency, unit: unitId(id), nameCommit, isRetired })
  }

  private part(id: string, text: string) {
    return { agency: leadAgency, task: taskId(), unit: unitId(id), noteCommit: this.note(text) }
  }

  givePart(
    due: string | null = null,
    given: Partial<BodyOf<'give-part'>> & { by?: string; id?: string; text?: string } = {},
  ) {
    const { by = 'clk', id = 'legal', text = 'Soạn thảo đề án', ...body } = given
    return this.act('give-part', by, { ...this.part(id, text), due: due === null ? null : day(due), ...body })
  }

  notePart(
    state: PartState,
    given: Partial<BodyOf<'note-part'>> & { by?: string; id?: string; text?: string } = {},
  ) {
    const { by = 'clk', id = 'legal', text = '', ...body } = given
    return this.act('note-part', by, { ...this.part(id, text), state, ...body })
  }

  onDay(text: string, hour = 8): this {
    this.now = at(text, hour) as Instant
    return this
  }

  concludeWith(content: ConclusionContent, item = 'a', by = 'pm') {
    return this.conclude(item, by, content)
  }
}

export const dueDay = '2026-03-13'
