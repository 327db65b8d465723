import type { PersonId } from '../../../shared/domain/id.ts'
import type { Account } from './first-people.ts'
import type { Office } from './office.ts'
import { need, type Officer, rowsOf, tabletIn } from './officer.ts'
import { enrol, type Tablet, unlock } from './tablet.ts'

/** Another tablet of somebody who has one (of whoever has enrolled on a screen unless told): a code handed out, enrolled, proposed and confirmed by two officers, unlocked. */
export async function enrolSecond(
  tablet: Tablet,
  office: Office,
  { secretary, head }: { secretary: Officer; head: Officer },
  account: Account,
  whose?: PersonId,
): Promise<void> {
  const person = whose ?? (await tabletIn(head, 'active')).person
  const { code } = need(await head.api.handOutCode(person))
  await enrol(tablet, office, account, { code })
  await tablet.page.getByRole('heading', { name: 'Chờ hai cán bộ xác nhận thiết bị' }).waitFor()
  const { id: device } = await tabletIn(head, 'pending')
  await secretary.perform({ kind: 'propose', body: { proposal: { kind: 'enrol-device', device } } })
  const [proposal] = await rowsOf(head, 'proposal')
  if (!proposal) throw new Error('nothing is proposed')
  await head.perform({ kind: 'confirm', body: { proposal: proposal.id } })
  await tablet.page.getByRole('button', { name: 'Mở khóa để kiểm tra lại' }).click()
  await unlock(tablet.page)
}
