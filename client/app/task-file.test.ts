import { describe, expect, test } from 'vitest'
import type { Hash, TaskId } from '../../shared/domain/id.ts'
import { beginProof } from '../../shared/domain/task-file.ts'
import { TaskOffice, taskId } from '../../shared/domain/testing/task-office.ts'
import { type Bytes, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { createTaskFiles, type PickedFile, safeName } from './task-file.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'
import type { UploadFault } from './upload-port.ts'

const id = taskId()
const bytes: Bytes = utf8('%PDF-1.7 phụ lục')
const picked: PickedFile = {
  name: 'Phụ lục.pdf',
  size: bytes.length,
  slice: async (from, to) => bytes.slice(from, to),
}

/** A desk with a server that takes files while `line` holds, and the task's word once it has been asked for it. */
async function setUp() {
  const office = new TaskOffice().assigned()
  const desk = await meetingTablet(office, 'clk')
  const server = { line: false, fault: null as UploadFault | null, here: new Map<string, Bytes>() }
  const files = createTaskFiles({
    ...desk,
    onChange: () => {},
    hasLine: () => true,
    onArrived: () => {},
    upload: async ({ file, use }) => {
      if (!server.line) return fail({ kind: 'unreachable' })
      if (server.fault) return fail(server.fault)
      const whole = await file.slice(0, file.size)
      expect(use).toBe('attachment')
      server.here.set(sha256Hex(whole), whole)
      return ok({ hash: sha256Hex(whole) as Hash, size: file.size, pages: 1 })
    },
    api: {
      readFile: async (hash) => {
        const found = server.here.get(hash)
        return found ? ok(found) : fail({ kind: 'unreachable' })
      },
      taskFileHere: async (task: TaskId, file: Hash) => {
        office.serve({
          id: `here ${task} ${file}`,
          events: [{ kind: 'task-file-arrived', task, file }],
        })
        return ok(null)
      },
    },
  })
  const report = (what: readonly PickedFile[] = [picked]) =>
    files.sendWith(id, what, (attachment) => desk.tasks.reportProgress(id, 40, 'Kèm phụ lục', attachment))
  const pump = async () => {
    files.pump()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { office, desk, files, server, report, pump }
}

describe('a file that goes with a report', () => {
  test('[O1][T5] lies whole on the device before the report is saved, and is read there without a network', async () => {
    const { desk, files, report } = await setUp()
    expect((await report()).ok).toBe(true)
    const [word] = desk.tasks.get(id)?.words ?? []
    const attached = word && 'attached' in word.act.body ? word.act.body.attached : undefined
    const [file] = attached ?? []
    if (!file) throw new Error('nothing attached')
    const proof = beginProof(id)
    proof.update(bytes)
    expect(file).toMatchObject({ hash: sha256Hex(bytes), size: bytes.length, proof: proof.digestHex() })
    expect(desk.tasks.noteOf(file.nameCommit)).toBe('Phụ lục.pdf')
    expect(files.standing(id, file)).toEqual({ kind: 'to-send', progress: null })
    expect(await files.read(file)).toEqual(ok(bytes))
    expect([...files.kept()]).toEqual([file.hash])
  })

  test('[O2][T5] is brought when there is a line, before or after its report, and stays until the task holds it', async () => {
    const { desk, files, server, report, pump } = await setUp()
    await report()
    expect(files.unsent()).toBe(1)
    await desk.send()
    await desk.pull()
    await pump()
    const file = desk.tasks.get(id)?.task.reports[0]?.attached?.[0]
    if (!file) throw new Error('nothing attached')
    expect(files.standing(id, file)).toEqual({ kind: 'to-send', progress: null })
    server.line = true
    await pump()
    await desk.pull()
    expect(files.standing(id, file)).toEqual({ kind: 'arrived' })
    expect([files.unsent(), files.kept().size]).toEqual([0, 0])
  })

  test('[O6][T5] that the server turns away is told beside its report, which stands', async () => {
    const { desk, files, server, report, pump } = await setUp()
    server.line = true
    server.fault = { kind: 'file-refused', reason: { kind: 'macros' } }
    await report()
    await desk.send()
    await desk.pull()
    await pump()
    const [told] = desk.tasks.get(id)?.task.reports ?? []
    const [file] = told?.attached ?? []
    expect(file && files.standing(id, file)).toEqual({ kind: 'turned-away', fault: server.fault })
    expect(files.unsent()).toBe(0)
  })

  test('[O1][O6] that cannot be read leaves no report behind', async () => {
    const { desk, report } = await setUp()
    const gone = { ...picked, slice: () => Promise.reject(new Error('moved')) }
    expect(await report([picked, gone])).toEqual(fail({ kind: 'unreadable' }))
    expect(desk.tasks.get(id)?.words).toEqual([])
  })

  test('[O6] has a name that leads nowhere and hides nothing', () => {
    expect(
      ['../../etc/passwd', '.htaccess', 'a\u202efdp.exe', 'Báo cáo: quý 3.docx', '  '].map(safeName),
    ).toEqual(['etc passwd', 'htaccess', 'afdp.exe', 'Báo cáo  quý 3.docx', 'tep'])
    expect(safeName(`${'x'.repeat(500)}.pdf`)).toHaveLength(194)
  })
})
