import { Hash, TaskId } from '../../shared/domain/id.ts'
import { factsOfTask } from '../../shared/domain/task-access.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { failure, json, notFound } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

export function taskRoutes({ taskFiles }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'POST',
      path: '/api/tasks/:task/files/:hash',
      access: 'report-progress',
      device: 'needed',
      rate: { perMinute: 120, burst: 60 },
      body: noBody,
      ask: async ({ params }) => {
        const id = TaskId.safeParse(params['task'])
        const task = id.success ? await taskFiles.taskOf(id.data) : null
        return task ? [{ action: 'report-progress' as const, task: factsOfTask(task) }] : []
      },
      handle: async ({ params }) => {
        const hash = Hash.safeParse(params['hash'])
        const outcome = hash.success
          ? await taskFiles.arrive(TaskId.parse(params['task']), hash.data)
          : 'not-yet'
        if (outcome === 'not-yet') return notFound
        return outcome === 'here' ? json({ kind: 'here' }) : failure(422, { kind: 'proof-failed' })
      },
    }),
  ]
}
