import { conclusionsHash, readsOfConclusions } from '../../shared/domain/conclusions-hash.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { type Instant, minuteMs } from '../../shared/lib/time.ts'
import type { LedgerReads } from '../app/ledger-port.ts'
import type { CastAct, DemoCast } from './demo-cast.ts'
import type { DemoStep } from './demo-step.ts'
import type { ActDraft } from './software-device.ts'

/** What is told: acts at their hours, and hours at which the server's clock closes what is due. */
export type Story = {
  steps: readonly DemoStep[]
  closings: readonly Instant[]
  /** What comes within so long is taken in together, as it is on a busy day. */
  togetherMs: number
}

export type StoryPlace = {
  moveTo(at: Instant): void
  tick(): Promise<void>
  ledger: Pick<LedgerReads, 'rows'>
  cast: Pick<DemoCast, 'play'>
  onProgress(done: number, of: number): void
  stopping: AbortSignal
}

type Moment = { at: Instant; step: DemoStep | null }

export async function playStory(story: Story, place: StoryPlace): Promise<void> {
  const moments: Moment[] = [
    ...story.steps.map((step) => ({ at: step.at, step })),
    ...[...new Set(story.closings)].map((at) => ({ at, step: null })),
  ].sort((a, b) => a.at - b.at)
  // Told about as often whatever the length: a terminal is no book.
  const told = Math.max(100, Math.ceil(moments.length / 2000) * 100)
  let done = 0
  for (const scene of scenesOf(moments, story.togetherMs)) {
    place.stopping.throwIfAborted()
    const last = scene.at(-1)
    if (last) place.moveTo(last.at)
    const acts: CastAct[] = []
    for (const { at, step } of scene) {
      if (step) acts.push({ ...step, draft: await asSeen(step.draft, place.ledger), castAt: at })
    }
    if (acts.length > 0) await place.cast.play(acts)
    else await place.tick()
    const before = Math.floor(done / told)
    done += scene.length
    if (Math.floor(done / told) > before || done === moments.length) place.onProgress(done, moments.length)
  }
}

/** The conclusion of a meeting names what its signer has before them, and that is known only when it has come about (M9). */
async function asSeen(draft: ActDraft, ledger: StoryPlace['ledger']): Promise<ActDraft> {
  if (draft.kind !== 'conclude-meeting') return draft
  const { meeting } = draft.body
  const rows = await ledger.rows(readsOfConclusions(meeting))
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  return { ...draft, body: { meeting, conclusions: conclusionsHash(reader, meeting) } }
}

/** Whose hour is all that matters: opened and ended in one transaction, a session would have lasted no time. */
const aloneKinds = new Set(['open-session', 'end-session', 'start-item', 'conclude-item', 'conclude-meeting'])
const standsAlone = ({ step }: Moment): boolean => step === null || aloneKinds.has(step.draft.kind)

function scenesOf(moments: readonly Moment[], togetherMs: number): Moment[][] {
  const scenes: Moment[][] = []
  for (const moment of moments) {
    const scene = scenes.at(-1)
    const first = scene?.[0]
    const isTogether =
      first && !standsAlone(first) && !standsAlone(moment) && moment.at - first.at < togetherMs
    if (scene && isTogether) scene.push(moment)
    else scenes.push([moment])
  }
  return scenes
}

export const quarterHour = 15 * minuteMs
