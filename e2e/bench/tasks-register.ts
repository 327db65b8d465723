import type { ActIntake } from '../../server/app/act-intake.ts'
import type { Event } from '../../shared/domain/event.ts'
import { ActId, AgencyId, Hash, PersonId, TaskId } from '../../shared/domain/id.ts'
import type { Role } from '../../shared/domain/people.ts'
import { SourceKind, TaskContent } from '../../shared/domain/task.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { addDays, type Day } from '../../shared/lib/time.ts'

/** A register as large as the official one, written through the ledger's own door: one entry a task, with all that came of it. */

export type RegisterSize = { tasks: number; agencies: number; progress: number }

export const agencyAt = (at: number): AgencyId => AgencyId.parse(`bo-${String(at + 1).padStart(2, '0')}`)
const secretary = PersonId.parse('sec')
export const clerk = PersonId.parse('clerk')
export const chief = PersonId.parse('pm')
export const head = PersonId.parse('head')

const hashOf = (text: string): Hash => Hash.parse(sha256Hex(utf8(text)))
const verbs = ['Trình đề án', 'Báo cáo kết quả', 'Ban hành thông tư về', 'Rà soát, sửa đổi quy định về']
const matters = [
  'bệnh viện vệ tinh',
  'giải ngân vốn đầu tư công',
  'nhà ở xã hội',
  'chuyển đổi số',
  'hậu quả bão lũ',
]
const perBatch = 200

export async function writeRegister(
  { appendServer }: Pick<ActIntake, 'appendServer'>,
  { tasks, agencies, progress }: RegisterSize,
  today: Day,
): Promise<void> {
  const person = (id: PersonId, role: Role, agency: AgencyId | null): Event => ({
    kind: 'person-set',
    person: {
      ...{ kind: 'person', id, name: `Đồng chí ${id}` },
      appointments: [{ role, title: role, agency, from: addDays(today, -900), to: null }],
    },
  })
  await appendServer(() => [
    { id: 'bench/settings', events: [{ kind: 'settings-set', settings: { kind: 'settings', changes: [] } }] },
    ...Array.from({ length: agencies }, (_, at) => ({
      id: `bench/agency-${at}`,
      events: [
        {
          kind: 'agency-set' as const,
          agency: { kind: 'agency' as const, id: agencyAt(at), name: `Bộ số ${at + 1}` },
        },
      ],
    })),
    {
      id: 'bench/people',
      events: [
        person(chief, 'prime-minister', null),
        person(secretary, 'secretary', agencyAt(0)),
        person(head, 'head-of-office', agencyAt(0)),
        person(clerk, 'clerk', agencyAt(6)),
      ],
    },
  ])
  const perTask = Math.round(progress / tasks)
  for (let from = 0; from < tasks; from += perBatch) {
    const entries = Array.from({ length: Math.min(perBatch, tasks - from) }, (_, i) =>
      entryOf(from + i, { agencies, perTask, today }),
    )
    await appendServer(() => entries)
  }
}

function entryOf(
  at: number,
  { agencies, perTask, today }: { agencies: number; perTask: number; today: Day },
) {
  const task = TaskId.parse(`task-${at}`)
  const paper = Math.floor(at / 4)
  const value = canonicalJson(
    TaskContent.parse({
      text: `${verbs[at % verbs.length]} ${matters[at % matters.length]}, nhiệm vụ thứ ${at}; báo cáo Thủ tướng Chính phủ`,
      abstract: `Về ${matters[paper % matters.length]} năm ${2024 + (paper % 3)}`,
      product: 'Tờ trình, dự thảo Nghị định',
    }),
  )
  const contentHash = hashOf(value)
  const by = chief
  const noteCommit = hashOf(`note ${at}`)
  const deadline = addDays(today, (at % 700) - 600)
  const product = { number: `${at}/TTr`, date: deadline }
  // About three in four are done, as in the official example, and most of them on time.
  const isDone = at % 700 < 590
  const isLate = at % 8 === 0
  const events: Event[] = [
    {
      kind: 'task-drafted',
      ...{ task, by, contentHash, security: 'none', assigner: by, deadline, origin: null },
      source: {
        kind: SourceKind.options[paper % 4] ?? 'directive',
        ...{ number: `${paper}/CT-TTg`, date: addDays(deadline, -60) },
      },
      leadAgency: agencyAt(at % agencies),
      supporting: [agencyAt((at * 7 + 3) % agencies)],
    },
    { kind: 'task-assigned', task, by, deadline },
    { kind: 'task-received', task, by },
    ...Array.from({ length: perTask }, (_, i): Event => {
      const isLast = isDone && i === perTask - 1
      const percent = isLast ? 100 : Math.min(95, (i + 1) * 10)
      return {
        kind: 'task-reported',
        task,
        by,
        noteCommit,
        percent,
        product: isLast ? product : null,
        isStale: false,
      }
    }),
    ...(isDone
      ? [
          {
            kind: 'task-checked' as const,
            ...{ task, by, noteCommit, report: ActId.parse(`bench-report-${at}`.padEnd(22, '-')) },
            doneOn: addDays(deadline, isLate ? 3 : -1),
          },
        ]
      : []),
  ]
  return { id: `bench/task-${at}`, events, words: [{ hash: contentHash, text: value }] }
}
