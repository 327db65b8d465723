import { Hash } from '../../shared/domain/id.ts'
import { ImportQuery, workbookMediaType } from '../../shared/protocol/task-import.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { fileReply } from './file-reply.ts'
import { json, malformed, notFound } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** What a file of a register would do, before anybody signs it (T8). */
export function taskImportRoutes({ taskImports, taskTemplates, clock }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'GET',
      path: '/api/task-template',
      access: 'import-drafts',
      device: 'needed',
      rate: { perMinute: 20, burst: 20 },
      body: noBody,
      ask: async () => [{ action: 'import-drafts' as const, task: null }],
      handle: async () =>
        fileReply({ fileName: 'mau-nhiem-vu.xlsx', bytes: await taskTemplates.make() }, workbookMediaType),
    }),
    guarded({
      method: 'GET',
      path: '/api/task-imports/:hash',
      access: 'import-drafts',
      device: 'needed',
      rate: { perMinute: 30, burst: 30 },
      body: noBody,
      ask: async () => [{ action: 'import-drafts' as const, task: null }],
      handle: async ({ params, query }) => {
        const file = Hash.safeParse(params['hash'])
        const asked = ImportQuery.safeParse(query)
        if (!asked.success) return malformed
        const { assign, assigner } = asked.data
        const choices = { assign: assign === 'true', assigner, withoutProblems: false }
        const found = file.success ? await taskImports.preview(file.data, choices, clock.now()) : null
        if (!found) return notFound
        const { table, plan } = found
        return json({
          sheet: table.sheet,
          columns: [...table.columns.keys()],
          ignored: table.ignored,
          planHash: plan.hash,
          rows: plan.rows,
        })
      },
    }),
    guarded({
      method: 'GET',
      path: '/api/task-imports/:hash/progress',
      access: 'import-drafts',
      device: 'needed',
      rate: { perMinute: 300, burst: 60 },
      body: noBody,
      ask: async () => [{ action: 'import-drafts' as const, task: null }],
      handle: async ({ params }) => {
        const file = Hash.safeParse(params['hash'])
        return json({ progress: file.success ? taskImports.progress(file.data) : null })
      },
    }),
  ]
}
