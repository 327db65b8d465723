import type { Snippet } from '../../app/search-port.ts'

/** Words found, in what stands around them. */
export const Marked = ({ snippet: { before, match, after } }: { snippet: Snippet }) => (
  <>
    {before}
    <mark>{match}</mark>
    {after}
  </>
)
