import './changed-text.css'
import { Fragment } from 'react'
import { type TextPiece, textDifference } from '../../shared/lib/text-difference.ts'
import { useWords } from './i18n.ts'

/** A text as it is with what became of it: taken away struck through, added underlined; said aloud as both. */
export function ChangedText({ was, is }: { was: string; is: string }) {
  const { t } = useWords()
  const pieces = textDifference(was, is)
  return (
    <span className="ec-changed">
      {pieces.map(({ kind, text }, index) => {
        // A text has no other names for its pieces than their places.
        const key = `${index}/${kind}`
        if (kind === 'same') return <span key={key}>{shortened(text, placeOf(index, pieces))}</span>
        const Changed = kind === 'added' ? 'ins' : 'del'
        const word = text.trimStart()
        return (
          <Fragment key={key}>
            {text.slice(0, text.length - word.length)}
            <Changed>
              <span className="ec-unseen">{t(`interface.change.${kind}`)}: </span>
              {word}
            </Changed>
          </Fragment>
        )
      })}
    </span>
  )
}

type Place = 'first' | 'between' | 'last' | 'only'

function placeOf(index: number, pieces: readonly TextPiece[]): Place {
  if (pieces.length === 1) return 'only'
  if (index === 0) return 'first'
  return index === pieces.length - 1 ? 'last' : 'between'
}

/** Letters of what stayed that are shown at each side of a change. */
const around = 90

/** Of a long stretch that stayed, only what stands next to a change. */
function shortened(text: string, place: Place): string {
  const start = text.slice(0, around).replace(/\S*$/, '')
  const end = text.slice(-around).replace(/^\S*/, '')
  if (place === 'only' || text.length <= around * 2.5) return text
  if (place === 'first') return `…${end}`
  return place === 'last' ? `${start}…` : `${start}…${end}`
}
