import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { taskColumns } from '../../shared/domain/task-columns.ts'
import { readTaskTable } from '../intake/read-task-table.ts'
import { writeTaskTemplate } from './task-template.ts'

const agencies = [{ id: 'byt', name: 'Bộ Y tế', formerNames: [] }]

test('[T8] a template imported as it is assigns nothing: its example stands with the guide, not in the register', async () => {
  const bytes = await writeTaskTemplate({ agencies })
  const table = readTaskTable(bytes)
  expect(table.ok && table.value.sheet).toBe('Nhiệm vụ')
  expect(table.ok && table.value.rows).toEqual([])

  const sheets = await readXlsxFile(Buffer.from(bytes))
  const guide = sheets.find(({ sheet }) => sheet === 'Hướng dẫn')?.data ?? []
  expect(guide.slice(1).map(([head]) => head)).toEqual(taskColumns.map(({ head }) => head))
  expect(guide.map(([, , example]) => example)).toContain('Bộ Y tế')
})
