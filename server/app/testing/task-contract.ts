import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyOf } from '../../../shared/domain/act.ts'
import { AgencyId, Hash, PersonId, type TaskId, UnitId } from '../../../shared/domain/id.ts'
import type { ConclusionContent } from '../../../shared/domain/item-session.ts'
import { completionOf, type Task, type TaskContent, taskHash } from '../../../shared/domain/task.ts'
import { beginProof } from '../../../shared/domain/task-file.ts'
import { statusOf } from '../../../shared/domain/task-status.ts'
import { commitTo } from '../../../shared/ledger/commitment.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { addDays, dayMs, dayOf, hourMs, instant } from '../../../shared/lib/time.ts'
import type { Database } from '../database.ts'
import { createDocuments } from '../document.ts'
import { replayLedger } from '../replay.ts'
import { createTaskFileArrival } from '../task-file-arrival.ts'
import { createMeetingWorld, itemId, type MeetingWorld, meeting, openingOf } from './meeting-world.ts'
import { person, startAt, testCrypto } from './test-office.ts'

const startsAt = instant(startAt + hourMs)
const today = dayOf(startAt)
const deadline = addDays(today, 5)
const [health, finance] = [AgencyId.parse('health'), AgencyId.parse('finance')]
const everybody = [
  ...['pm', 'm2', 'm4', 'mhealth', 'clk', 'clk2'],
  ...['fin', 'sec', 'foreign', 'head', 'auditor', 'admin'],
]

const conclusion: ConclusionContent = {
  text: 'Thống nhất chủ trương',
  assignments: [
    { agency: health, text: 'Trình đề án', deadline, product: 'Đề án' },
    { agency: finance, text: 'Bố trí kinh phí', deadline: null, product: '' },
  ],
}

/** From the conclusion of an item to the confirmed result, through the server's own doors; in memory and in PostgreSQL. */
export function testTasks(name: string, open: () => Promise<{ database: Database; close(): Promise<void> }>) {
  describe(`tasks (${name})`, () => {
    let world: MeetingWorld
    let opened: Awaited<ReturnType<typeof open>>
    let salts = 0
    beforeAll(async () => {
      opened = await open()
      world = await createMeetingWorld(opened.database)
      await world.append('agencies', [
        { kind: 'agency-set', agency: { kind: 'agency', id: health, name: 'Bộ Y tế' } },
        { kind: 'agency-set', agency: { kind: 'agency', id: finance, name: 'Bộ Tài chính' } },
      ])
      await world.enlist('clk', 'clerk', 'health')
      const { mail } = opened.database
      await mail.setAddress('agency/health', 'vanthu@health.vn', person('admin'), startAt)
      await mail.setAddress('person/m2', 'm2@chinhphu.vn', person('admin'), startAt)
      await world.enlist('clk2', 'clerk', 'health')
      await world.enlist('fin', 'clerk', 'finance')
      await world.enlist('mhealth', 'minister', 'health')
      await world.invite(startsAt, instant(startsAt + 3 * hourMs))
      world.set(startsAt)
      for (const who of ['pm', 'm2', 'm3', 'm4', 'mhealth']) {
        await world.act(who, 'join-session', { meeting, how: 'in-room' })
      }
      await world.act('pm', 'open-session', { meeting })
    })
    afterAll(() => opened.close())

    const note = (value: string) => {
      salts += 1
      const salt = new Uint8Array(32).fill(salts)
      return { commit: Hash.parse(commitTo(salt, value)), salt: base64(salt), value }
    }
    const tasks = async (): Promise<Task[]> => {
      const rows = await opened.database.ledger.read.rows(['task/'])
      return rows.flatMap(({ entity }) => (entity.kind === 'task' ? [entity] : []))
    }
    const ofAgency = async (agency: AgencyId): Promise<Task> => {
      const task = (await tasks()).find(({ leadAgency }) => leadAgency === agency)
      if (!task) throw new Error(`no task of ${agency}`)
      return task
    }
    const keysFor = async (who: string, kind: string) =>
      (await world.pageFor(who)).rows.flatMap(({ key }) => (key.startsWith(`${kind}/`) ? [key] : []))
    const whoHolds = async (key: string) => {
      const held = await Promise.all(
        everybody.map(async (who) =>
          (await keysFor(who, key.split('/')[0] ?? '')).includes(key) ? [who] : [],
        ),
      )
      return held.flat()
    }
    const say = async (
      who: string,
      kind:
        | 'urge-task'
        | 'answer-urging'
        | 'cancel-task'
        | 'report-progress'
        | 'report-done'
        | 'ask-extension'
        | 'decide-extension',
      task: TaskId,
      text: string,
      more: Record<string, unknown> = {},
      openings: ReturnType<typeof note>[] = [],
    ) => {
      const words = note(text)
      const body = { task, noteCommit: words.commit, ...more } as BodyOf<typeof kind>
      return await world.act(who, kind, body, [words, ...openings])
    }

    const standing = async () => ({ meeting, conclusions: await world.conclusions() })

    it('[M9] the conclusion of the meeting makes drafts, and tells of them whom it concerns', async () => {
      const { contentHash, opening } = openingOf(conclusion)
      const item = itemId('b')
      expect(await world.act('pm', 'conclude-item', { meeting, item, contentHash }, [opening])).toBe(
        'accepted',
      )
      await world.act('pm', 'end-session', { meeting })
      expect(await tasks()).toEqual([])
      expect(await world.act('head', 'conclude-meeting', await standing())).toBe('accepted')
      expect((await tasks()).map(({ phase, deadline: due }) => [phase.state, due]).sort()).toEqual([
        ['draft', null],
        ['draft', deadline],
      ])
      const { id } = await ofAgency(health)
      expect(await whoHolds(`task/${id}`)).toEqual(['pm', 'sec', 'foreign', 'head'])
      expect(await whoHolds(`task-origin/${meeting}/b/${id}`)).toEqual(['pm', 'm2', 'sec', 'head'])
      const page = await world.pageFor('sec')
      const row = page.rows.find(({ key }) => key === `task/${id}`)
      expect(row?.openings.map(({ value }) => value)[0]).toContain('"text":"Trình đề án"')
    })

    it('[T1][T7][D2] assigned, it goes to its agency; another agency is told that it is not there', async () => {
      const { id, contentHash: _, source, ...task } = await ofAgency(health)
      const content: TaskContent = { text: 'Trình đề án', abstract: 'Kết luận phiên họp', product: 'Đề án' }
      const { contentHash, opening } = openingOf(content)
      const { leadAgency, supporting, security, assigner } = task
      const body = { leadAgency, supporting, security, assigner, deadline, ballot: null }
      const full = { ...body, task: id, contentHash, source: { ...source, number: '90/TB-VPCP' } }
      expect(await world.act('sec', 'draft-task', full, [opening])).toBe('accepted')
      const assign = { task: id, taskHash: taskHash(await ofAgency(health)) }
      expect(await world.act('sec', 'assign-task', assign)).toBe('not-allowed')
      expect(await world.act('fin', 'receive-task', { task: id })).toBe('not-found')
      expect(await world.act('pm', 'assign-task', assign)).toBe('accepted')
      const readers = ['pm', 'mhealth', 'clk', 'clk2', 'sec', 'foreign', 'head']
      expect(await whoHolds(`task/${id}`)).toEqual(readers)
      expect(await world.act('fin', 'receive-task', { task: id })).toBe('not-found')
      expect(JSON.stringify((await world.pageFor('fin')).rows)).not.toContain(id)
      // The agency learns nothing of the item that its task comes from.
      const page = JSON.stringify(await world.pageFor('clk'))
      expect([`${meeting}/b`, '"item":"b"', 'Nội dung b'].filter((trace) => page.includes(trace))).toEqual([])
    })

    it('[O1][T3][T4] two desks report at once; an extension is asked and refused', async () => {
      const { id } = await ofAgency(health)
      expect(await world.act('clk', 'receive-task', { task: id })).toBe('accepted')
      expect(await say('clk', 'report-progress', id, 'Đã lập tổ soạn thảo', { percent: 30 })).toBe('accepted')
      expect(await say('clk2', 'report-progress', id, 'Đã lấy ý kiến', { percent: 50 })).toBe('accepted')
      expect((await ofAgency(health)).reports.map(({ isStale }) => isStale)).toEqual([false, true])
      const to = addDays(deadline, 10)
      expect(await say('clk', 'ask-extension', id, 'Chờ địa phương', { to })).toBe('accepted')
      const extension = (await ofAgency(health)).extensions[0]?.act
      expect(await say('head', 'decide-extension', id, '', { extension, to: null })).toBe('reason-missing')
      expect(await say('pm', 'decide-extension', id, 'Việc gấp', { extension, to: null })).toBe('accepted')
      expect(await say('sec', 'urge-task', id, 'Đề nghị báo cáo')).toBe('accepted')
    })

    it('[D2][O9] how an agency splits its task is in its own feed, with its words, and in nobody else’s', async () => {
      const task = (await ofAgency(health)).id
      const [name, what] = [note('Vụ Pháp chế'), note('Soạn thảo')]
      const of = { agency: health, unit: UnitId.parse('legal') }
      const set = { agency: health, nameCommit: name.commit, isRetired: false }
      for (const unit of [of.unit, UnitId.parse('drugs')])
        expect(await world.act('clk', 'set-unit', { ...set, unit }, [name])).toBe('accepted')
      const part = { ...of, task, noteCommit: what.commit, due: deadline }
      expect(await world.act('clk', 'give-part', part, [what])).toBe('accepted')
      for (const key of ['agency-units/health', `task-split/health/${task}`])
        expect(await whoHolds(key)).toEqual(['mhealth', 'clk', 'clk2'])
      const row = (await world.pageFor('clk2')).rows.find(({ key }) => key === 'agency-units/health')
      expect(row?.openings.map(({ value }) => value)).toContain('Vụ Pháp chế')
      expect(row?.value).toMatchObject({ units: [{ id: 'legal' }, { id: 'drugs' }] })
    })

    it('[T6] urged by rule: once, whichever servers there are; seen by its agency, and answered by it', async () => {
      const { id } = await ofAgency(health)
      await world.urge()
      expect((await ofAgency(health)).urgings).toHaveLength(1)
      world.pass(2 * dayMs)
      await world.urge()
      await world.urge()
      const { urgings } = await ofAgency(health)
      expect(urgings.map(({ by, rule }) => [by, rule?.when, rule?.days])).toEqual([
        ['sec', undefined, undefined],
        [null, 'before', 3],
      ])
      const urging = urgings[1]?.act
      expect(await say('clk', 'answer-urging', id, 'Sẽ trình tuần này', { urging })).toBe('accepted')
      const row = (await world.pageFor('clk')).rows.find(({ key }) => key === `task/${id}`)
      expect(row?.value.kind === 'task' && row.value.urgings[1]?.answers).toHaveLength(1)
    })

    it('[T5][D2][O2] a file follows its report, and opens to the task’s readers once whoever named it has shown it', async () => {
      const { id } = await ofAgency(health)
      const { blobs, ledger } = opened.database
      const deps = { ledger: ledger.read, blobs, appendServer: world.appendServer, log: () => {} }
      const arrival = createTaskFileArrival(deps)
      const documents = createDocuments({ ...opened.database, ledger: ledger.read })
      const bytes = utf8('%PDF-1.7 phụ lục')
      const hash = Hash.parse(sha256Hex(bytes))
      const nameOf = note('phu-luc.pdf')
      const named = { hash, size: bytes.length, nameCommit: nameOf.commit }
      const report = async (who: string, proof: Hash) => {
        const more = { percent: 60, attached: [{ ...named, proof }] }
        return await say(who, 'report-progress', id, 'Kèm phụ lục', more, [nameOf])
      }
      // Somebody who knows no more of a document than its hash.
      expect(await report('clk2', hash)).toBe('accepted')
      expect(await arrival.arrive(id, hash)).toBe('not-yet')
      await blobs.begin(hash, bytes.length, PersonId.parse('sec'), world.now())
      await blobs.write(hash, 0, bytes)
      await blobs.markReady(hash, 1)
      expect(await arrival.arrive(id, hash)).toBe('not-proven')
      expect(await documents.questionsFor(hash)).toEqual([])

      const proof = beginProof(id)
      proof.update(bytes)
      expect(await report('clk', Hash.parse(proof.digestHex()))).toBe('accepted')
      expect((await ofAgency(health)).files).toBeUndefined()
      expect(await arrival.arrive(id, hash)).toBe('here')
      expect(await arrival.arrive(id, hash)).toBe('here')
      expect((await ofAgency(health)).files).toEqual([hash])
      expect(await documents.questionsFor(hash)).toMatchObject([{ action: 'read-task' }])
      const row = (await world.pageFor('mhealth')).rows.find(({ key }) => key === `task/${id}`)
      expect(row?.openings.map(({ value }) => value)).toContain('phu-luc.pdf')
    })

    it('[T2][T3][T5] finished late, confirmed by the Office', async () => {
      const { id } = await ofAgency(health)
      world.pass(8 * dayMs)
      const to = addDays(deadline, 30)
      expect(await say('clk', 'ask-extension', id, 'Xin thêm', { to })).toBe('deadline-passed')
      const doneOn = dayOf(world.now())
      expect(statusOf(await ofAgency(health), doneOn)).toBe('overdue')
      const product = { number: '45/TTr-BYT', date: doneOn }
      expect(await say('clk', 'report-done', id, '', { product })).toBe('accepted')
      const report = completionOf(await ofAgency(health))?.act
      if (!report) throw new Error('no report')
      const words = note('')
      const body = { task: id, report, doneOn, noteCommit: words.commit }
      expect(await world.act('clk', 'confirm-task', body, [words])).toBe('not-allowed')
      expect(await world.act('sec', 'confirm-task', body, [words])).toBe('accepted')
      expect(statusOf(await ofAgency(health), doneOn)).toBe('done-late')
    })

    it('[T6][M1][D2] who has an address is written to, once for each cause, and not of what it is about', async () => {
      const { mail } = opened.database
      const letters = await mail.take(world.now(), instant(world.now() + hourMs), 50)
      const told = letters.map(({ owner, notice }) => `${owner} ${notice.kind}`)
      expect(told.sort()).toEqual([
        'agency/health task-assigned',
        'agency/health task-urged',
        'agency/health task-urged',
        'person/m2 meeting-invited',
      ])
      const texts = JSON.stringify(letters)
      expect(['Trình đề án', 'Việc gấp', 'Kết luận'].filter((words) => texts.includes(words))).toEqual([])
      expect(await mail.take(world.now(), instant(world.now() + hourMs), 50)).toEqual([])
      const [first] = letters
      if (!first) throw new Error('no letter')
      await mail.put([first], world.now())
      const fault = { kind: 'later', code: 451, answer: 'try again' } as const
      await mail.failed(first.id, fault, world.now(), null)
      expect(await mail.counts(startAt)).toMatchObject({ waiting: 3, sent: 0, givenUp: 1 })
      expect(await mail.failures(9)).toMatchObject([{ id: first.id, state: 'given-up', tries: 1, fault }])
      expect([await mail.again(first.id, world.now()), await mail.again('none', world.now())]).toEqual([
        true,
        false,
      ])
      expect(await mail.take(world.now(), world.now(), 50)).toMatchObject([{ id: first.id, tries: 1 }])
      for (const { id } of letters) await mail.sent(id, world.now())
      expect(await mail.counts(startAt)).toEqual({ waiting: 0, sent: 4, givenUp: 0, oldestAt: null })
      await mail.removeBefore(instant(world.now() + 1))
      expect(await mail.counts(startAt)).toMatchObject({ sent: 0 })
    })

    it('[O4] the ledger makes the same rows again', async () => {
      const { ledgerKey, verifyEd25519 } = testCrypto
      const { faults } = await replayLedger(opened.database.ledger.read, ledgerKey, verifyEd25519)
      expect(faults).toEqual([])
    })
  })
}
