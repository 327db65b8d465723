import './hall-result.css'
import type { CSSProperties } from 'react'
import type { RoomSaid, RoomVote } from '../../../shared/domain/room-vote.ts'
import { useWords } from '../../ui/i18n.ts'

type Closed = Extract<RoomVote, { state: 'closed' }>

const kinds = ['agree', 'disagree', 'other', 'not-voted', 'held'] as const
const signs: Record<RoomSaid['kind'], string> = {
  agree: '✓',
  chosen: '✓',
  disagree: '✗',
  other: '…',
  'not-voted': '–',
  held: '–',
}

/** Who said what, all names on one picture: read downwards, in the order of the State. */
export function HallResult({ no, vote }: { no: number; vote: Closed }) {
  const { t } = useWords()
  const { entries, options, question, result, chosen } = vote
  const columns = entries.length > 30 ? 4 : 3
  const rows = Math.max(1, Math.ceil(entries.length / columns))
  const optionWord = (place: number) => t('room.option', { no: place + 1 })
  const saidWord = (said: RoomSaid) =>
    said.kind === 'chosen' ? said.options.map(optionWord).join(', ') : t(`room.said.${said.kind}`)
  const counts = [
    ...options.map((label, place) => ({
      key: `option-${place}`,
      word: `${optionWord(place)}: ${label}`,
      count: entries.filter(({ said }) => said.kind === 'chosen' && said.options.includes(place)).length,
    })),
    ...kinds
      .map((kind) => ({
        key: kind,
        word: t(`room.said.${kind}`),
        count: entries.filter(({ said }) => said.kind === kind).length,
      }))
      .filter(
        ({ key, count }) => count > 0 || (options.length === 0 && (key === 'agree' || key === 'disagree')),
      ),
  ]
  return (
    <section className="ec-hall-result">
      <div className="ec-hall-result-head">
        <div>
          <p className="ec-hall-no">{t('room.item', { no })}</p>
          <h1 className="ec-hall-result-question">{question}</h1>
        </div>
        <p className={`ec-hall-verdict ec-hall-verdict-${result}`}>
          {chosen === null ? t(`room.result.${result}`) : t('room.chosen', { option: optionWord(chosen) })}
        </p>
      </div>
      <ul className="ec-hall-counts">
        {counts.map(({ key, word, count }) => (
          <li key={key}>
            <strong>{count}</strong> {word}
          </li>
        ))}
      </ul>
      <ol className="ec-hall-names" style={{ '--rows': rows, '--columns': columns } as CSSProperties}>
        {entries.map(({ name, post, said }) => (
          <li key={`${name} ${post}`} className={`ec-hall-said-${said.kind}`}>
            <span className="ec-hall-sign" aria-hidden>
              {signs[said.kind]}
            </span>
            <span className="ec-hall-who">{name}</span>
            <span className="ec-hall-word">{saidWord(said)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
