import type { WatchLine } from './office-ballot.ts'

/** Where one member stands in the live grid: who has come how far, never what was said (B11). */

export const watchStages = [
  'answered',
  'opened',
  'delivered',
  'waiting',
  'conflict',
  'former',
  'held',
  'deemed',
  'not-reached',
] as const
export type WatchStage = (typeof watchStages)[number]

/** Silent members by how near the ballot has come to them; after closing by what their silence became. */
export function stageOf(line: WatchLine): WatchStage {
  if (line.standing !== 'silent') return line.standing
  if (line.silence) return line.silence.kind
  if (line.openedAt !== null) return 'opened'
  return line.deliveredAt === null ? 'waiting' : 'delivered'
}

/** How many of the documents in force a member has opened; `former`: only as they were before an amendment. */
export function openedOf({ documents }: WatchLine['openings']): {
  opened: number
  former: number
  count: number
} {
  const of = (wanted: (typeof documents)[number]['opened']['kind']) =>
    documents.filter(({ opened }) => opened.kind === wanted).length
  return { opened: of('this'), former: of('former'), count: documents.length }
}

/** Whether there is anything to tell of a member's opening documents, of any version. */
export const hasOpened = ({ documents, gone }: WatchLine['openings']): boolean =>
  documents.some(({ opened }) => opened.kind !== 'never') || gone.some(({ at }) => at !== null)

export const watchFilters = ['all', 'silent', ...watchStages] as const
export type WatchFilter = (typeof watchFilters)[number]

/**
 * B5: whoever has answered any version is never silent; an answer to a former one is counted apart, and its author is asked
 * to confirm it. `answered`: to the version of now, in conflict or held too.
 */
export type AnswerCounts = { answered: number; former: number; silent: number; total: number }

export function answerCounts(lines: readonly WatchLine[]): AnswerCounts {
  const of = (wanted: WatchLine['standing']) => lines.filter(({ standing }) => standing === wanted).length
  const [former, silent, total] = [of('former'), of('silent'), lines.length]
  return { answered: total - former - silent, former, silent, total }
}

export function isShown(line: WatchLine, filter: WatchFilter): boolean {
  if (filter === 'all') return true
  return filter === 'silent' ? line.standing === 'silent' : stageOf(line) === filter
}

export const parseWatchFilter = (text: string | null): WatchFilter =>
  watchFilters.find((filter) => filter === text) ?? 'all'

export const countOf = (lines: readonly WatchLine[], filter: WatchFilter): number =>
  lines.filter((line) => isShown(line, filter)).length
