import { foldText } from '../../shared/lib/text.ts'

/** Which document of a dossier a link means by a file's name: the title as it is, or as people make file names of titles. */
export function documentNamed<T extends { title: string }>(
  documents: readonly T[],
  file: string,
): T | undefined {
  const wanted = plainName(file)
  if (wanted === '') return undefined
  return (
    documents.find(({ title }) => plainName(title) === wanted) ??
    onlyOne(documents.filter(({ title }) => plainName(title).startsWith(`${wanted} `)))
  )
}

const plainName = (text: string) =>
  foldText(text)
    .replace(/\.pdf$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** What could be two files is neither. */
const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
