import type { DocumentKind as BallotDocumentKind } from '../../shared/domain/ballot.ts'
import type { PointOutcome } from '../../shared/domain/point.ts'
import type { DemoHour } from './demo-calendar.ts'
import type { DocumentKind } from './documents/document-request.ts'

/** How a ballot of the demonstration is written down: its words, its papers, its hours and who said what. */

export type DemoDocument = {
  readonly title: string
  readonly kind: BallotDocumentKind
  /** What the paper looks like, and what it says it is about. */
  readonly form: DocumentKind
  readonly about: string
  readonly agency: string
  readonly number: string
  readonly pages: number
  /** What an amendment added to it (B5); it stands in the place of the paper before. */
  readonly addedClause?: { readonly article: number; readonly text: string }
  /** What it orders, each for itself, after its first sentence. */
  readonly orders?: readonly string[]
}

export type DemoIssue = {
  readonly question: string
  /** Absent for agree, disagree, other. Ids are `a`, `b`, ... in order. */
  readonly alternatives?: readonly string[]
  readonly atMost?: number
}

export type DemoWords = {
  readonly title: string
  readonly reason: string
  readonly summary: string
  readonly advice: string
  readonly issues: readonly DemoIssue[]
  readonly documents: readonly DemoDocument[]
}

/** One answer to one issue: `agree`, `disagree`, letters of alternatives (`a`, `ac`), or words of another opinion. */
export type Said =
  | 'agree'
  | { readonly against: string }
  | { readonly other: string }
  | { readonly pick: string }

export type DemoReplies = {
  /** The device never met the server: not reached. */
  readonly away: readonly string[]
  /** Delivered, not opened; and opened, not answered. */
  readonly silent: readonly string[]
  readonly reading: readonly string[]
  /** What the rest says, one for each issue. */
  readonly usual: readonly Said[]
  readonly differing: Readonly<Record<string, readonly Said[]>>
  /** A second answer that revises the first (B6). */
  readonly revised?: Readonly<Record<string, readonly Said[]>>
  /** After the deadline: held (B9). */
  readonly late?: Readonly<Record<string, readonly Said[]>>
}

/** What an agency's desk responded, the first at that hour: to whom, to which issue counted from 1 (B15). */
type DemoResponses = {
  readonly by: string
  readonly on: DemoHour
  readonly given: readonly {
    readonly to: string
    readonly issue: number
    readonly outcome: PointOutcome
    readonly reason: string
    readonly place: string
  }[]
}

export type DemoBallot = {
  readonly id: string
  readonly leadAgency: string
  readonly handlers: readonly [string, ...string[]]
  readonly issuedOn: DemoHour
  readonly deadline: DemoHour | 'soon'
  readonly words: DemoWords
  readonly replies: DemoReplies
  readonly responses?: DemoResponses
  /** A second version; `answeredBefore` spoke to the first, and have not said anything since (B5). */
  readonly amendment?: {
    readonly on: DemoHour
    readonly deadline: DemoHour
    readonly reason: string
    readonly words: DemoWords
    readonly answeredBefore: Readonly<Record<string, readonly Said[]>>
  }
}
