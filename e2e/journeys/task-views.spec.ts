import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { hashOpening } from '../../client/app/make-act.ts'
import { AgencyId, TaskId } from '../../shared/domain/id.ts'
import { taskHash } from '../../shared/domain/task.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { addDays, dayOf, instant } from '../../shared/lib/time.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { enrolOfficer, rowsOf } from './testing/officer.ts'
import { desk } from './testing/tablet.ts'

const today = dayOf(instant(Date.now()))
const texts = ['=Trình đề án bệnh viện vệ tinh', 'Báo cáo giải ngân vốn đầu tư công', 'Rà soát trạm y tế xã']

test('[T2] [T4] [T7] [T8] the register by agency and by paper with its charts, its address, and the file that says the same', async ({
  office,
  tabletOf,
}) => {
  const head = await enrolOfficer(office, accounts.head)
  const people = await rowsOf(head, 'person')
  const chief = people.find(({ appointments }) => appointments.some(({ role }) => role === 'prime-minister'))
  const agencies = (await rowsOf(head, 'agency')).filter(({ name }) => /^Bộ (Y tế|Tài chính)$/.test(name))
  const [first, second] = agencies
  if (!chief || !first || !second) throw new Error('no agencies')
  for (const [at, text] of texts.entries()) {
    const words = hashOpening(canonicalJson({ text, abstract: 'Về y tế cơ sở', product: 'Tờ trình' }))
    const body = {
      ...{ task: TaskId.parse(`journey-${at}`), contentHash: words.commit, ballot: null },
      source: { kind: 'directive' as const, number: '12/CT-TTg', date: addDays(today, -3) },
      leadAgency: AgencyId.parse(at === 1 ? second.id : first.id),
      ...{ supporting: [], security: 'none' as const, assigner: chief.id, deadline: addDays(today, 5 + at) },
    }
    await head.perform({ kind: 'draft-task', body, openings: [words] })
  }
  for (const drafted of await rowsOf(head, 'task')) {
    await head.perform({ kind: 'assign-task', body: { task: drafted.id, taskHash: taskHash(drafted) } })
  }

  const { page } = await tabletOf(accounts.secretary, { viewport: desk })
  await page.getByRole('link', { name: 'Nhiệm vụ' }).click()
  await page.getByRole('button', { name: 'Theo cơ quan' }).click()
  const ranking = page.getByRole('table', { name: 'Theo cơ quan', exact: true })
  await expect(ranking.getByRole('row', { name: new RegExp(first.name) })).toContainText('2')
  await expect(page.getByRole('figure', { name: 'Trạng thái nhiệm vụ theo cơ quan' })).toBeVisible()
  await checkScreen(page)

  await page.getByRole('button', { name: 'Theo văn bản' }).click()
  await page
    .getByRole('button', { name: /12\/CT-TTg/ })
    .first()
    .click()
  await expect(page.getByRole('figure', { name: /Việc còn lại của .*12\/CT-TTg/ })).toBeVisible()
  await checkScreen(page)
  await page.goBack()
  await page.goBack()
  await expect(ranking).toBeVisible()

  // From a row to its tasks; the address alone brings them back.
  await ranking.getByRole('button', { name: first.name }).click()
  const register = page.getByRole('table', { name: /Sổ theo dõi nhiệm vụ/ })
  await expect(register.getByRole('row')).toHaveCount(3)
  expect(new URL(page.url()).searchParams.get('agency')).toBe(first.id)
  await register.getByRole('button', { name: 'Thời hạn' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('deadline')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải XLSX' }).click()
  const path = await (await download).path()
  const [sheet] = await readXlsxFile(await readFile(path))
  const lines = sheet?.data ?? []
  expect(lines.map(([cell]) => cell)).toContain(
    `Đã chọn: cơ quan chủ trì hoặc phối hợp: ${first.name}; xếp theo thời hạn.`,
  )
  const at = lines.findIndex((line) => line.includes('Nội dung nhiệm vụ'))
  const [heads = [], ...rows] = lines.slice(at)
  const column = (name: string) => rows.map((row) => row[heads.indexOf(name)])
  expect(column('Nội dung nhiệm vụ')).toEqual([texts[0], texts[2]])
  expect(column('Cơ quan chủ trì')).toEqual([first.name, first.name])
  expect(column('Thời hạn').map((day) => day instanceof Date && day.toISOString().slice(0, 10))).toEqual([
    addDays(today, 5),
    addDays(today, 7),
  ])
})
