import { useMediaQuery } from '@mantine/hooks'

/** Tablets held upright, and windows too narrow for two panes. The same words stand in the style sheets. */
const portrait = '(orientation: portrait) and (max-width: 1199px), (max-width: 899px)'

/** True where list and thing follow one another and the rail lies at the bottom. */
export const usePortrait = (): boolean => useMediaQuery(portrait, false, { getInitialValueInEffect: false })
