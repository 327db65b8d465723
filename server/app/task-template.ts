import type { LedgerReads } from './ledger-port.ts'

/** The workbook to begin with, as of today's agencies (server/reports/task-template.ts). */
export type WriteTemplate = (facts: {
  agencies: readonly { id: string; name: string; formerNames: readonly string[] }[]
}) => Promise<Uint8Array<ArrayBuffer>>

export type TaskTemplates = { make(): Promise<Uint8Array<ArrayBuffer>> }

export const createTaskTemplates = (deps: {
  ledger: Pick<LedgerReads, 'rowsOfKind'>
  write: WriteTemplate
}): TaskTemplates => ({
  make: async () => {
    const rows = (await deps.ledger.rowsOfKind('agency')).map(({ entity }) => entity)
    const agencies = rows
      .filter(({ successor }) => !successor)
      .map(({ id, name, formerNames = [] }) => {
        const merged = rows.flatMap((one) => (one.successor === id ? [one.name] : []))
        return { id, name, formerNames: [...formerNames, ...merged] }
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    return await deps.write({ agencies })
  },
})
