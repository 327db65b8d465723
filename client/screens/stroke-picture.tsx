import { memo } from 'react'
import type { ShownAnnotation } from '../app/annotation-handle.ts'
import { strokePoints } from '../pdf/mark-hits.ts'

/** What is drawn of them all; a picture this small shows no more. */
const mostPoints = 400
const margin = 4
/** CSS pixels. */
const tallest = 56
const widest = 220

type StrokePictureProps = { strokes: readonly ShownAnnotation[] }

/** Handwriting as it stands on its page, small; drawn anew only where it has changed. */
export const StrokePicture = memo(
  Picture,
  (was, is) =>
    was.strokes.length === is.strokes.length && was.strokes.every((each, at) => each === is.strokes[at]),
)

function Picture({ strokes }: StrokePictureProps) {
  const lines = strokes.flatMap(({ geometry, offset, colour, width }) =>
    geometry.kind === 'ink'
      ? geometry.strokes.map((stroke) => ({
          ...{ colour, width },
          points: strokePoints(stroke).map(({ x, y }) => [x + offset.dx, -(y + offset.dy)] as const),
        }))
      : [],
  )
  const all = lines.flatMap(({ points }) => points)
  if (all.length === 0) return null
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
  const [left, top] = [least(xs) - margin, least(ys) - margin]
  const [wide, high] = [most(xs) + margin - left, most(ys) + margin - top]
  const scale = Math.min(1, widest / wide, tallest / high)
  const every = Math.ceil(all.length / mostPoints)
  return (
    <svg
      className="ec-stroke-picture"
      aria-hidden="true"
      width={wide * scale}
      height={high * scale}
      viewBox={[left, top, wide, high].join(' ')}
    >
      {lines.map(({ points, colour, width }, at) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: strokes are drawn anew together
          key={at}
          points={points
            .filter((_, i) => i % every === 0 || i === points.length - 1)
            .map((point) => point.join(','))
            .join(' ')}
          stroke={colour}
          strokeWidth={Math.max(width, 1 / scale)}
        />
      ))}
    </svg>
  )
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
