import type { Question, Subject } from '../../shared/domain/access.ts'
import type { BallotAnswers, BallotProgress, HeldReason, Revision } from '../../shared/domain/answer.ts'
import { stands } from '../../shared/domain/answer-heads.ts'
import { type Ballot, type BallotContent, currentVersion } from '../../shared/domain/ballot.ts'
import { type OpenAnswer, openAnswers } from '../../shared/domain/choice.ts'
import { type EntityReader, readerOver } from '../../shared/domain/entity.ts'
import type { ActId, BallotId, Hash, PersonId } from '../../shared/domain/id.ts'
import { type Point, type PointOutcome, pointsOf, responseKey } from '../../shared/domain/point.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { type Settings, settingsOn } from '../../shared/domain/settings.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { PaperFormat } from '../../shared/protocol/paper.ts'
import { closingTree } from './closing-tree.ts'
import { ballotContentOf } from './content.ts'
import { hashesIn } from './ledger-batch.ts'
import type { LedgerReads } from './ledger-port.ts'
import { type PaperFacts, signerOf, type WritePaper } from './office-paper.ts'
import type { Clock } from './ports.ts'

/** The summary report of a closed ballot (B14): what its rows say, gathered for whoever may read all of it. */

export type BallotReportFacts = PaperFacts & {
  ballot: Ballot
  closedAt: Instant
  content: BallotContent
  leadAgency: string
  tally: Tally
  /** Number of the last count's leaf. */
  countedAt: number
  settings: Settings
  /** Of each member, what stands and what is held aside; nothing that a later answer has replaced. */
  voices: Voice[]
  progress: BallotProgress[]
  points: ReportPoint[]
  ledger: { closing: { size: number; root: Hash }; checkpoint: { size: number; note: string } }
}

export type Voice = {
  person: PersonId
  act: ActId
  n: number
  at: Instant
  versionHash: Hash
  held: HeldReason | null
  /** Without issues whose text is no longer kept. */
  answers: OpenAnswer[]
}

/** What the lead agency was to respond to, and did (B15). */
type ReportPoint = Point & {
  response: { outcome: PointOutcome; reason: string; place: string } | null
}

export type BallotReports = {
  /** Empty where there is no such ballot. */
  questionsFor(ballot: BallotId): Promise<(Question & { action: 'read-ballot-report' })[]>
  /** Null where there is no closed ballot with its words. */
  make(
    ballot: BallotId,
    subject: Subject,
    format: PaperFormat,
  ): Promise<{ fileName: string; bytes: Bytes } | null>
}

type Deps = { ledger: LedgerReads; clock: Clock; write: WritePaper<BallotReportFacts> }

export const createBallotReports = ({ ledger, clock, write }: Deps): BallotReports => ({
  questionsFor: async (id) => {
    const ballot = await ballotOf(id, ledger)
    return ballot ? [{ action: 'read-ballot-report', ballot: factsOf(ballot) }] : []
  },
  make: async (id, subject, format) => {
    const facts = await factsFor(id, subject, ledger, clock)
    if (facts === null) return null
    const name = facts.ballot.number?.replaceAll('/', '-') ?? id
    return {
      fileName: `bao-cao-tong-hop-${name}.${format}`,
      bytes: await write(facts, format),
    }
  },
})

async function ballotOf(id: BallotId, ledger: LedgerReads): Promise<Ballot | null> {
  const [row] = await ledger.rows([`ballot/${id}`])
  return row?.entity.kind === 'ballot' ? row.entity : null
}

async function factsFor(
  id: BallotId,
  subject: Subject,
  ledger: LedgerReads,
  clock: Clock,
): Promise<BallotReportFacts | null> {
  const ballot = await ballotOf(id, ledger)
  const version = ballot && currentVersion(ballot)
  if (!ballot || !version || ballot.phase.state !== 'closed') return null
  const rows = await ledger.rows([
    ...[`tally/${id}`, `answers/${id}/`, `progress/${id}/`, `response/${id}/`],
    ...['person/', 'settings', `agency/${ballot.leadAgency}`],
  ])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const tally = reader.get('tally', `tally/${id}`)
  const counts = rows.find(({ key }) => key === `tally/${id}`)?.trail ?? []
  const [first, last] = [counts[0], counts.at(-1)]
  // After the rows: whatever is printed lies below it.
  const checkpoint = await ledger.checkpoint()
  if (!tally || first === undefined || last === undefined || !checkpoint) return null

  const standing = reader
    .list('answers')
    .flatMap((answers) => spokenIn(answers).map((revision) => ({ answers, revision })))
  const openings = await ledger.openings([
    ...ballot.versions.map(({ hash }) => hash),
    ...standing.flatMap(({ revision }) =>
      revision.answers.flatMap(({ choiceCommit, textCommit }) => [choiceCommit, textCommit]),
    ),
    ...reader.list('response').flatMap(hashesIn),
  ])
  const opened = (hash: Hash) => openings.get(hash)?.value
  const contentOf = (hash: Hash) => ballotContentOf({ opened }, hash)
  const content = contentOf(version.hash)
  if (!content) return null
  const at = clock.now()
  const people = reader.list('person')
  const { root, size } = await closingTree(first + 1, checkpoint.size, ledger)
  return {
    ballot,
    closedAt: ballot.phase.at,
    content,
    leadAgency: reader.list('agency')[0]?.name ?? ballot.leadAgency,
    tally,
    countedAt: last,
    settings: settingsOn(reader.list('settings')[0], dayOf(ballot.phase.at)),
    voices: standing.map(
      ({ answers: { person }, revision: { act, n, at: saidAt, versionHash, held, answers } }) => ({
        ...{ person, act, n, at: saidAt, versionHash, held },
        answers: openAnswers(answers, versionHash, { opened, content: contentOf }),
      }),
    ),
    progress: reader.list('progress'),
    points: pointsIn(tally, reader, opened),
    ledger: { closing: { size, root }, checkpoint },
    people,
    signer: signerOf(people, subject, at),
    at,
  }
}

function pointsIn(tally: Tally, reader: EntityReader, opened: (hash: Hash) => string | undefined) {
  return pointsOf(tally, reader.list('answers'), opened).map((point): ReportPoint => {
    const given = reader.get('response', responseKey(point.ballot, point.issue, point.point))?.given.at(-1)
    if (!given) return { ...point, response: null }
    const { outcome, noteCommit, placeCommit } = given
    const said = { reason: opened(noteCommit) ?? '', place: opened(placeCommit) ?? '' }
    return { ...point, response: { outcome, ...said } }
  })
}

const spokenIn = ({ revisions, heads }: BallotAnswers): Revision[] =>
  revisions.filter(({ act, held }) => heads.includes(act) || !stands(held))
