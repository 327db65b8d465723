import type { PersonId } from '../../shared/domain/id.ts'
import type { ShownAnnotation } from '../app/annotation-handle.ts'
import type { ShownMark } from '../pdf/mark.ts'
import { initialsOf } from './frame/initials-of.ts'

/** Colours that tell colleagues apart; far from those of the pens. */
const authorColours = ['#7a3fa0', '#0b6e74', '#a34a00', '#3d5a1e', '#8c1d5b', '#35507d']

/** The same colour for the same person, everywhere. */
export function authorColour(person: PersonId): string {
  const sum = [...person].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) >>> 0, 7)
  return authorColours[sum % authorColours.length] ?? '#7a3fa0'
}

/** As the page paints it: a colleague's mark bears their initials. */
export function shownMark(each: ShownAnnotation, nameOf: (person: PersonId) => string): ShownMark {
  const { id, page, geometry, colour, width, offset, text, isMine, author } = each
  return {
    id,
    page,
    geometry,
    colour,
    width,
    ...offset,
    text,
    isMine,
    by: isMine ? null : { initials: initialsOf(nameOf(author)), colour: authorColour(author) },
  }
}
