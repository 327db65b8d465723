import { type IconName, iconPaths } from './icon-paths.ts'

type IconProps = {
  name: IconName
  /** CSS pixels; 24 unless told. */
  size?: number
  /** Said by screen readers; without it the icon is decoration beside a word. */
  title?: string
}

/** A sign in strokes, in the colour of the text around it. */
export function Icon({ name, size = 24, title }: IconProps) {
  const strokes = (
    <path
      d={iconPaths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
  const box = { width: size, height: size, viewBox: '0 0 24 24', style: { flexShrink: 0 } } as const
  if (title === undefined)
    return (
      <svg {...box} aria-hidden="true" focusable="false">
        {strokes}
      </svg>
    )
  return (
    <svg {...box} role="img" aria-label={title}>
      {strokes}
    </svg>
  )
}
