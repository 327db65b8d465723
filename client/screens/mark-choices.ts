import type { MarkTool } from '../pdf/mark.ts'

/** What a hand can hold, in the order of the bar; and the colours and lines that go with it. */

export type ToolKind = Exclude<MarkTool['kind'], 'read'>

export const inkColours = [
  { word: 'blue', value: '#1f4fd8' },
  { word: 'red', value: '#c62828' },
  { word: 'black', value: '#1e1a15' },
  { word: 'green', value: '#1f7a3d' },
] as const

export const wordColours = [
  { word: 'yellow', value: '#ffd84d' },
  { word: 'green', value: '#7fd88a' },
  { word: 'pink', value: '#ff9ecb' },
  { word: 'sky', value: '#8fd0ff' },
] as const

export const widths = [
  { word: 'thin', value: 1 },
  { word: 'middle', value: 2 },
  { word: 'thick', value: 4 },
] as const

export type ColourWord = (typeof inkColours)[number]['word'] | (typeof wordColours)[number]['word']

/** What a colour is called, in whichever of the two rows it stands; null for what another program chose. */
export const colourWord = (value: string): ColourWord | null =>
  [...inkColours, ...wordColours].find((each) => each.value === value)?.word ?? null

/** Letters put on a page, in points. */
export const textSize = 14
export const textBoxWidth = 240

export const coloursFor = (kind: ToolKind) =>
  kind === 'highlight'
    ? wordColours
    : kind === 'ink' || kind === 'underline' || kind === 'strike' || kind === 'text'
      ? inkColours
      : null
