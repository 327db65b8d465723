import type { Rect } from '../../shared/domain/annotation.ts'
import type { MarkPage, MarkSink, ShownMark } from './mark.ts'

export type HandParts = {
  sink: MarkSink
  pages: ReadonlyMap<number, MarkPage>
  marksOn(page: number): readonly ShownMark[]
  repaint(page: number): void
  ratio(): number
  /** Pen, finger or both: which of them writes has changed. */
  onHands(): void
  /** CSS pixels of the page before one's eyes. */
  inSight(page: MarkPage): Rect
}

/** One gesture from touching down to lifting. */
export type Gesture = {
  move(event: PointerEvent): void
  end(event: PointerEvent): void
  /** Another finger came, or the window lost it: as if it had never been. */
  cancel(): void
}

/** A kind of gesture. `begin` gives null where there is nothing to begin. */
export type Means = {
  begin(page: MarkPage, event: PointerEvent): Gesture | null
  shown?(marks: readonly ShownMark[]): readonly ShownMark[]
}

/** Where a hand is on a page, in points of the page. */
export function pointOn({ place, frame }: MarkPage, event: MouseEvent): [number, number] {
  const origin = place.getBoundingClientRect()
  return frame.toPage(event.clientX - origin.left, event.clientY - origin.top)
}

/** Points of the page that so many CSS pixels are. */
export const reachOf = ({ frame }: MarkPage, pixels: number): number =>
  pixels / Math.max(0.01, Math.hypot(frame.transform[0] ?? 1, frame.transform[1] ?? 0))
