import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permit, subjectOn } from '../../../shared/domain/access.ts'
import { AgencyId, Hash, IssueId, VoteId } from '../../../shared/domain/id.ts'
import type { VoteContent } from '../../../shared/domain/vote.ts'
import { commitTo } from '../../../shared/ledger/commitment.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { hourMs, instant, secondMs } from '../../../shared/lib/time.ts'
import { isRowProven } from '../../../shared/protocol/row-proof.ts'
import { createConclusionNotices, type NoticeFacts } from '../conclusion-notice.ts'
import type { Database } from '../database.ts'
import { createMinutesPapers, type MinutesPaperFacts } from '../minutes-paper.ts'
import { replayLedger } from '../replay.ts'
import {
  createMeetingWorld,
  everybody,
  itemId,
  type MeetingWorld,
  meeting,
  openingOf,
} from './meeting-world.ts'
import { fileHash, person, startAt, testCrypto } from './test-office.ts'

const startsAt = instant(startAt + hourMs)
const endsAt = instant(startsAt + 3 * hourMs)
const issue: VoteContent['issue'] = {
  id: IssueId.parse('issue'),
  question: 'Đồng chí có tán thành?',
  form: { kind: 'opinion' },
}
const question = openingOf({ issue, text: '' })

/** One session through the server's own doors: opened, voted, ended; in memory and in PostgreSQL. */
export function testSessions(
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
) {
  describe(`a session (${name})`, () => {
    let world: MeetingWorld
    let salts = 0
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      opened = await open()
      world = await createMeetingWorld(opened.database)
      await world.invite(startsAt, endsAt)
    })
    afterAll(() => opened.close())

    const nameOf = (item: string, vote: string) => ({ meeting, item: itemId(item), vote: VoteId.parse(vote) })
    const openVote = (item: string, vote: string, seconds = 60) =>
      world.act('pm', 'open-vote', { ...nameOf(item, vote), contentHash: question.contentHash, seconds }, [
        question.opening,
      ])
    const sealed = (value: string) => {
      salts += 1
      const salt = new Uint8Array(32).fill(salts)
      return { commit: Hash.parse(commitTo(salt, value)), salt: base64(salt), value }
    }
    const sealedAnswer = (choice: string) => {
      const [said, text] = [sealed(choice), sealed('')]
      const answer = { issue: issue.id, choiceCommit: said.commit, textCommit: text.commit }
      return { answer, openings: [said, text] }
    }
    const cast = (who: string, item: string, vote: string, choice: string) => {
      const { answer, openings } = sealedAnswer(choice)
      const body = { ...nameOf(item, vote), contentHash: question.contentHash, answer }
      return world.act(who, 'cast-vote', body, openings)
    }
    const standing = async () => ({ meeting, conclusions: await world.conclusions() })
    /** What the notice would say to somebody; null for who gets none. */
    const noticeFor = async (who: string) => {
      const ledger = opened.database.ledger.read
      const [row] = await ledger.rows([`person/${who}`])
      if (row?.entity.kind !== 'person') throw new Error(`nobody called ${who}`)
      const told: NoticeFacts[] = []
      const notices = createConclusionNotices({
        ledger,
        clock: { now: world.now },
        write: async (facts) => {
          told.push(facts)
          return new Uint8Array([1])
        },
      })
      const subject = subjectOn(row.entity, null, world.now())
      const questions = await notices.questionsFor(meeting)
      if (!questions.some((question) => permit(subject, question).allow)) return null
      await notices.make({ meeting, item: null, subject, format: 'pdf' })
      const [facts] = told
      if (!facts) return null
      const said = facts.items.map(({ content, conclusion }) =>
        conclusion ? `${content.title}: ${conclusion.text}` : content.title,
      )
      return { isDraft: facts.isDraft, signer: facts.signer?.id, items: said }
    }
    const entityAt = async (key: string) => (await opened.database.ledger.read.rows([key]))[0]?.entity
    const tallyOf = async (item: string, vote: string) => {
      const entity = await entityAt(`vote-tally/${meeting}/${item}/${vote}`)
      return entity?.kind === 'vote-tally' ? entity.rounds : []
    }
    const phaseOf = async (item: string, vote: string) => {
      const entity = await entityAt(`vote/${meeting}/${item}/${vote}`)
      return entity?.kind === 'vote' ? entity.phase.state : 'none'
    }

    it('[G3][M11] is opened by the chair with the quorum', async () => {
      world.set(startsAt)
      expect(await world.act('m2', 'join-session', { meeting, how: 'in-room' })).toBe('accepted')
      expect(await world.act('pm', 'open-session', { meeting })).toBe('no-quorum')
      expect(await world.act('sub', 'join-session', { meeting, how: 'in-room' })).toBe('not-found')
      for (const who of ['pm', 'm3', 'm4']) {
        expect(await world.act(who, 'join-session', { meeting, how: 'remote' })).toBe('accepted')
      }
      expect(await world.act('head', 'open-session', { meeting })).toBe('not-allowed')
      expect(await world.act('pm', 'open-session', { meeting })).toBe('accepted')
    })

    it('[M5][D2] what is done with an item goes to who reads the item', async () => {
      expect(await world.act('sec', 'start-item', { meeting, item: itemId('b') })).toBe('accepted')
      const key = `item-session/${meeting}/b`
      const told = await Promise.all(
        everybody.map(async (who) => ((await world.rowsFor(who)).includes(key) ? [who] : [])),
      )
      expect(told.flat()).toEqual(['pm', 'm2', 'm3', 'sec', 'head'])
      const page = JSON.stringify(await world.pageFor('m4'))
      for (const trace of [`${meeting}/b`, '"item":"b"'])
        expect([trace, page.includes(trace)]).toEqual([trace, false])
    })

    it('[M6][G2] a vote is open for its time; the server closes it before anything with a later hour', async () => {
      expect(await openVote('b', 'first')).toBe('accepted')
      expect(await cast('m4', 'b', 'first', 'agree')).toBe('not-found')
      for (const who of ['pm', 'm2']) expect(await cast(who, 'b', 'first', 'agree')).toBe('accepted')
      const page = JSON.stringify(await world.pageFor('m3'))
      expect([page.includes('"value":"agree"'), page.includes('"castBy":["pm","m2"]')]).toEqual([false, true])
      world.pass(60 * secondMs + 1)
      expect(await cast('m3', 'b', 'first', 'agree')).toBe('late')
      expect(await phaseOf('b', 'first')).toBe('closed')
      const [round, ...more] = await tallyOf('b', 'first')
      expect(more).toEqual([])
      expect(round).toMatchObject({ members: 4, tally: { explicit: 2, result: { kind: 'adopted' } } })
      expect(round?.tally.entries.map(({ entry }) => entry.kind).sort()).toEqual([
        'agree',
        'agree',
        'not-voted',
        'not-voted',
      ])
    })

    it('[O4][M6] the count and one’s own casts come with the leaves that prove them; nobody has another’s', async () => {
      const { rows, leaves } = await world.pageFor('m2')
      const proven = rows.filter(({ key }) => /^(cast|vote-tally)\//.test(key))
      expect(proven.map(({ key }) => key).sort()).toEqual([
        `cast/${meeting}/b/first/m2`,
        `vote-tally/${meeting}/b/first`,
      ])
      for (const { key, value, trail } of proven) {
        const texts = leaves.filter(({ n }) => trail.includes(n)).map(({ leaf }) => leaf)
        expect([key, isRowProven(key, value, texts)]).toEqual([key, true])
      }
      const own = rows.find(({ key }) => key.startsWith('cast/'))
      expect(own?.openings.map(({ value }) => value)).toEqual(['agree', ''])
    })

    it('[M6][O2] after an absence of the server the vote waits for the chair; the clock job closes another by itself', async () => {
      expect(await openVote('b', 'second')).toBe('accepted')
      const from = world.now()
      world.pass(61 * secondMs)
      world.wasAway({ from, to: instant(from + 6 * secondMs) })
      await world.intake.tick()
      expect(await phaseOf('b', 'second')).toBe('waits')
      expect(await cast('m3', 'b', 'second', 'disagree')).toBe('accepted')
      expect(await world.act('pm', 'extend-vote', { ...nameOf('b', 'second'), seconds: 30 })).toBe('accepted')
      world.pass(31 * secondMs)
      // Too short to have kept anybody from voting.
      world.wasAway({ from, to: instant(from + 5 * secondMs) })
      await world.intake.tick()
      expect(await phaseOf('b', 'second')).toBe('closed')
      expect((await tallyOf('b', 'second'))[0]?.tally.against).toBe(1)
    })

    it('[M7][D2] a vote on paper counts when two officers have entered it; who handles the meeting reads the paper, nobody else', async () => {
      const of = { ...nameOf('b', 'first'), person: person('m4') }
      const { answer, openings } = sealedAnswer('agree')
      const paper = await world.upload('paper')
      const entered = { ...of, answer, paper, reason: 'máy hỏng' }
      expect(
        await world.act('sec', 'enter-paper-vote', { ...entered, paper: fileHash('none') }, openings),
      ).toBe('file-missing')
      const former = await world.upload('former paper')
      const enteredFirst = { ...entered, paper: former }
      expect(await world.act('sec', 'enter-paper-vote', enteredFirst, openings)).toBe('accepted')
      expect(await world.act('sec', 'enter-paper-vote', entered, openings)).toBe('accepted')
      const row = await entityAt(`paper-vote/${meeting}/b/first/m4`)
      if (row?.kind !== 'paper-vote') throw new Error('not entered')
      const may = await Promise.all(
        everybody.map(async (who) => ((await world.mayFetch(who, paper)) ? [who] : [])),
      )
      expect(may.flat()).toEqual(['sec', 'head'])
      // Held still: the sweep of unused files leaves it (O4).
      expect(await world.mayFetch('sec', former)).toBe(true)
      const confirmed = { ...of, entry: row.act }
      expect(await world.act('sec', 'confirm-paper-vote', confirmed)).toBe('same-officer')
      expect(await world.act('head', 'confirm-paper-vote', confirmed)).toBe('accepted')
      const rounds = await tallyOf('b', 'first')
      expect(rounds.map(({ papers, tally }) => [papers, tally.explicit])).toEqual([
        [[], 2],
        [['m4'], 3],
      ])
    })

    it('[M11][D2] the chair handed over reads and conducts every item; the former one keeps what is theirs', async () => {
      const handOver = { meeting, person: person('m4') }
      expect(await world.act('pm', 'hand-over-chair', handOver)).toBe('accepted')
      expect((await world.rowsFor('m4')).includes(`vote-tally/${meeting}/b/first`)).toBe(true)
      const former = await world.rowsFor('pm')
      expect(former.filter((key) => key.includes('/b'))).toEqual([`cast/${meeting}/b/first/pm`])
      expect(await world.act('pm', 'end-session', { meeting })).toBe('not-allowed')
      expect(await world.act('m4', 'end-session', { meeting })).toBe('accepted')
    })

    it('[M9][D2] the notice is a draft of the Office and the chair; concluded, each gets it with the items that they may read', async () => {
      const agency = AgencyId.parse('health')
      const conclusion = openingOf({
        text: 'Giao Bộ Y tế hoàn thiện.',
        assignments: [{ agency, text: 'Trình lại', deadline: null, product: 'Tờ trình' }],
      })
      const concluded = { meeting, item: itemId('b'), contentHash: conclusion.contentHash }
      expect(await world.act('m4', 'conclude-item', concluded, [conclusion.opening])).toBe('accepted')
      const readers = async () => {
        const told = await Promise.all(everybody.map(async (who) => [who, await noticeFor(who)] as const))
        return Object.fromEntries(told.filter(([, notice]) => notice !== null))
      }
      const both = ['Nội dung a', 'Nội dung b: Giao Bộ Y tế hoàn thiện.']
      const draft = { isDraft: true, signer: 'head', items: both }
      expect(await readers()).toEqual({ m4: draft, sec: draft, head: draft })
      // Whoever concludes names what they saw: what was concluded since is not signed unseen.
      const seen = await standing()
      const revised = openingOf({ text: 'Giao Bộ Y tế trình lại trong tháng.', assignments: [] })
      const again = { ...concluded, contentHash: revised.contentHash }
      expect(await world.act('m4', 'conclude-item', again, [revised.opening])).toBe('conclusions-changed')
      const over = { ...again, basedOn: concluded.contentHash }
      expect(await world.act('m4', 'conclude-item', over, [revised.opening])).toBe('accepted')
      expect(await world.act('head', 'conclude-meeting', seen)).toBe('conclusions-changed')
      const back = { ...concluded, basedOn: revised.contentHash }
      expect(await world.act('m4', 'conclude-item', back, [conclusion.opening])).toBe('accepted')
      expect(await world.act('head', 'conclude-meeting', { meeting })).toBe('conclusions-changed')
      expect(await world.act('head', 'conclude-meeting', await standing())).toBe('accepted')
      expect(await world.act('m4', 'conclude-item', concluded, [conclusion.opening])).toBe('wrong-state')
      const whole = { isDraft: false, signer: 'head', items: both }
      const part = { ...whole, items: ['Nội dung a'] }
      expect(await readers()).toEqual({ pm: part, m2: whole, m3: whole, m4: whole, sec: whole, head: whole })
    })

    it('[O2][D2] minutes are stored over one another, signed as they were read, and go to the Office and the chair alone', async () => {
      const section = { key: 'opening', title: 'Mở đầu', drafted: fileHash('drafted') }
      const words = (text: string) => openingOf({ sections: [{ ...section, text }] })
      const [first, second] = [words('Khai mạc'), words('Khai mạc lúc 8 giờ')]
      const draft = (who: string, { contentHash, opening }: typeof first, basedOn: Hash | null) =>
        world.act(who, 'draft-minutes', { meeting, contentHash, basedOn }, [opening])
      expect(await draft('foreign', first, null)).toBe('not-found')
      expect(await draft('head', first, null)).toBe('not-allowed')
      expect(await draft('sec', first, null)).toBe('accepted')
      expect(await draft('sec', second, null)).toBe('stale-content')
      expect(await draft('sec', second, first.contentHash)).toBe('accepted')
      const readers = await Promise.all(
        everybody.map(async (who) =>
          (await world.rowsFor(who)).includes(`minutes/${meeting}`) ? [who] : [],
        ),
      )
      expect(readers.flat()).toEqual(['m4', 'sec', 'head'])
      const sign = (who: string, { contentHash }: typeof first) =>
        world.act(who, 'sign-minutes', { meeting, contentHash })
      expect(await sign('head', first)).toBe('stale-content')
      expect(await sign('pm', second)).toBe('not-allowed')
      expect(await sign('m4', second)).toBe('accepted')
      expect(await draft('sec', first, second.contentHash)).toBe('wrong-state')
      const told: MinutesPaperFacts[] = []
      const papers = createMinutesPapers({
        ledger: opened.database.ledger.read,
        clock: { now: world.now },
        write: async (facts) => {
          told.push(facts)
          return new Uint8Array([1])
        },
      })
      await papers.make(meeting, 'pdf')
      expect(told.map((facts) => [facts.words.sections[0]?.text, facts.signer?.id, facts.hash])).toEqual([
        ['Khai mạc lúc 8 giờ', 'm4', second.contentHash],
      ])
    })

    it('[O4] the ledger makes the same rows again', async () => {
      const { ledgerKey, verifyEd25519 } = testCrypto
      const { faults } = await replayLedger(opened.database.ledger.read, ledgerKey, verifyEd25519)
      expect(faults).toEqual([])
    })
  })
}
