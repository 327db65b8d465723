import { AgencyId, DirectiveId, Hash, TaskId } from '../../shared/domain/id.ts'
import { TaskContent, taskHash } from '../../shared/domain/task.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { type Day, dayOf, type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { Random } from '../app/ports.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { saltedText } from './demo-content.ts'
import { demoPerson } from './demo-people.ts'
import type { DemoStep } from './demo-step.ts'
import type { DemoTask, DemoTaskStep } from './demo-tasks.ts'
import { type ActDraft, actIdOf } from './software-device.ts'

/** What befell a task of the demonstration: assigned, received, reported, urged, confirmed (T1-T6). */
export function taskStepsOf(demo: DemoTask, calendar: DemoCalendar, random: Random): DemoStep[] {
  const task = TaskId.parse(demo.id)
  const day = (offset: number): Day => dayOf(calendar.at([offset, '12:00']))
  const { text, product, source } = demo
  const value = canonicalJson(TaskContent.parse({ text, product, abstract: source.abstract }))
  const contentHash = Hash.parse(sha256Hex(utf8(value)))
  const facts = {
    contentHash,
    source: {
      ...{ kind: source.kind, number: source.number, date: day(source.day) },
      ...(source.directive !== undefined && { directive: DirectiveId.parse(source.directive) }),
    },
    leadAgency: AgencyId.parse(demo.lead),
    supporting: demo.supporting.map((one) => AgencyId.parse(one)),
    security: 'none' as const,
    assigner: demoPerson(demo.assigner),
    deadline: demo.due === null ? null : day(demo.due),
  }
  const step = (at: Instant, by: string, label: string, draft: ActDraft, prev: string[] = []): DemoStep => ({
    at,
    label: `${demo.id}/${label}`,
    by,
    draft,
    prev: prev.map((one) => `${demo.id}/${one}`),
  })
  const assignedAt = demo.assignedOn && calendar.at(demo.assignedOn)
  const draftedAt = assignedAt ? instant(assignedAt - 20 * minuteMs) : calendar.at([-2, '11:00'])
  const drafted = step(draftedAt, 'vanphong1', 'drafted', {
    kind: 'draft-task',
    body: { task, ...facts, ballot: null },
    openings: [{ commit: contentHash, salt: '', value }],
  })
  if (!assignedAt) return [drafted]
  const assigned = step(assignedAt, 'lanhdao-vp', 'assigned', {
    kind: 'assign-task',
    body: { task, taskHash: taskHash(facts) },
    openings: [],
  })
  const told = demo.story.map((one, i) => {
    const known = demo.story.slice(0, i).findLastIndex(({ what }) => what === 'progress' || what === 'done')
    const prev = known < 0 || (one.what !== 'progress' && one.what !== 'done') ? [] : [`${known}`]
    return step(calendar.at(one.on), one.by, `${i}`, draftOf(one, demo, { task, day, random }), prev)
  })
  return [drafted, assigned, ...told]
}

type Around = { task: TaskId; day: (offset: number) => Day; random: Random }

function draftOf(one: DemoTaskStep, demo: DemoTask, { task, day, random }: Around): ActDraft {
  if (one.what === 'receive') return { kind: 'receive-task', body: { task }, openings: [] }
  const opening = saltedText(one.text, random)
  const noted = { task, noteCommit: opening.commit }
  const openings = [opening]
  /** The act of the last such step before this one. */
  const lastOf = (what: DemoTaskStep['what']) => {
    const before = demo.story.slice(0, demo.story.indexOf(one))
    return actIdOf(`${demo.id}/${before.findLastIndex((each) => each.what === what)}`)
  }
  switch (one.what) {
    case 'progress':
      return { kind: 'report-progress', body: { ...noted, percent: one.percent }, openings }
    case 'done': {
      const product = { number: one.number, date: day(one.on[0]) }
      return { kind: 'report-done', body: { ...noted, product }, openings }
    }
    case 'ask':
      return { kind: 'ask-extension', body: { ...noted, to: day(one.to) }, openings }
    case 'decide': {
      const to = one.to === null ? null : day(one.to)
      return { kind: 'decide-extension', body: { ...noted, extension: lastOf('ask'), to }, openings }
    }
    case 'urge':
      return { kind: 'urge-task', body: noted, openings }
    case 'answer':
      return { kind: 'answer-urging', body: { ...noted, urging: lastOf('urge') }, openings }
    case 'return':
      return { kind: 'return-task', body: { ...noted, report: lastOf('done') }, openings }
    case 'confirm': {
      const report = lastOf('done')
      const done = demo.story.findLast(({ what }) => what === 'done')
      const doneOn = day(done?.on[0] ?? one.on[0])
      return { kind: 'confirm-task', body: { ...noted, report, doneOn }, openings }
    }
  }
}
