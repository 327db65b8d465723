import { hashOpening } from '../../../client/app/make-act.ts'
import { random } from '../../../server/machine.ts'
import { AgencyId, TaskId } from '../../../shared/domain/id.ts'
import { taskHash } from '../../../shared/domain/task.ts'
import { hex } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { addDays, type Day, dayOf, instant } from '../../../shared/lib/time.ts'
import { idsOf } from './arranged-meeting.ts'
import { accounts } from './first-people.ts'
import { type Officer, rowsOf } from './officer.ts'

/** A task that a story finds assigned by the Prime Minister, from an instruction of three days ago. */
export async function assignTask(
  head: Officer,
  { text, lead, deadline }: { text: string; lead: 'byt' | 'btc'; deadline: Day },
): Promise<void> {
  const words = hashOpening(canonicalJson({ text, abstract: 'Về y tế cơ sở', product: 'Tờ trình' }))
  const task = TaskId.parse(hex(random(16)))
  const assigner = (await idsOf(head))(accounts.primeMinister)
  const date = addDays(dayOf(instant(Date.now())), -3)
  const body = {
    ...{ task, contentHash: words.commit, ballot: null, assigner, deadline },
    source: { kind: 'directive' as const, number: '12/CT-TTg', date },
    ...{ leadAgency: AgencyId.parse(lead), supporting: [], security: 'none' as const },
  }
  await head.perform({ kind: 'draft-task', body, openings: [words] })
  const drafted = (await rowsOf(head, 'task')).find(({ id }) => id === task)
  if (!drafted) throw new Error('no draft')
  await head.perform({ kind: 'assign-task', body: { task, taskHash: taskHash(drafted) } })
}
