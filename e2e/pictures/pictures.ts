import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArgs, requireChromium } from '../../tools/find-chromium.ts'
import { desk, enrol, lying, openTablet, statusLine } from '../journeys/testing/tablet.ts'
import { createCamera } from './camera.ts'
import { openDemo } from './demo-office.ts'
import { takeEntry, takePending, takeRevoked } from './entry-pictures.ts'
import { takeMeetings } from './meeting-pictures.ts'
import { go, takeLooks, takeMember } from './member-pictures.ts'
import { takeOffice } from './office-pictures.ts'
import { takeReader, takeSearch } from './reader-pictures.ts'
import { takeRoom } from './room-pictures.ts'

// Every screen over the demonstration, in both positions of a tablet and on a desk: `npm run pictures [-- FOLDER]`.

const folder = resolve(process.argv[2] ?? join(tmpdir(), 'e-cabinet-pictures'))
const faults: string[] = []
const take = createCamera(folder, (fault) => faults.push(fault))
const office = await openDemo()
const browser = await chromium.launch({ executablePath: await requireChromium(), args: [...chromiumArgs] })
const open = async (viewport = desk) =>
  openTablet(office, await browser.newContext({ viewport, locale: 'vi-VN', hasTouch: viewport !== desk }))
const signedIn = async (account: string) => {
  const tablet = await open()
  await enrol(tablet, office, account)
  await statusLine(tablet.page).getByText('Đã đồng bộ lúc').waitFor()
  return tablet.page
}
try {
  const minister = await open(lying)
  await takeEntry(take, minister, office, 'bt-yte')
  await takeMember(take, minister)
  await takeReader(take, minister.page)
  await takeSearch(take, minister.page)

  const secretary = await signedIn('vanphong1')
  await takeMeetings(take, {
    member: minister.page,
    chair: await signedIn('thutuong'),
    office: secretary,
  })
  await takeLooks(take, minister.page)

  await go(secretary, 'Bàn làm việc')
  await takeOffice(take, secretary, await signedIn('lanhdao-vp'))

  const admin = await signedIn('quantri')
  await take(admin, 'admin-people')
  await take(await signedIn('kiemtra'), 'auditor-ledger')
  const clerk = await signedIn('daumoi-yte')
  await clerk.getByRole('button').filter({ hasText: 'PLYK' }).or(clerk.getByRole('article')).first().click()
  await take(clerk, 'clerk-ballots')

  await admin.setViewportSize(desk)
  await go(admin, 'Thiết bị')
  await admin.getByRole('button', { name: 'Trao mã đăng ký' }).click()
  await admin.getByRole('combobox', { name: 'Người nhận mã' }).fill('Bộ Y tế')
  await admin.getByRole('option', { name: /^Bộ trưởng Bộ Y tế/ }).click()
  await admin.getByRole('button', { name: 'Tạo mã' }).click()
  const code = (
    await admin
      .getByText(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
      .first()
      .textContent()
  )?.trim()
  await take(admin, 'admin-code')
  await takePending(take, await open(lying), office, 'bt-yte', code ?? '')
  await takeRevoked(take, minister, admin)

  const hall = await browser.newContext({ viewport: desk, locale: 'vi-VN' })
  await takeRoom(take, await hall.newPage(), `http://localhost:${office.port}`)
} finally {
  await browser.close()
  await office.close()
}
console.log(folder)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
