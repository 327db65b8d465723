import './hall-result.css'
import { useRef } from 'react'
import type { RoomSaid, RoomVote } from '../../../shared/domain/room-vote.ts'
import { useWords } from '../../ui/i18n.ts'
import { useFittingSize } from './use-fitting-size.ts'

type Closed = Extract<RoomVote, { state: 'closed' }>

const signs: Record<RoomSaid['kind'], string> = {
  agree: '✓',
  chosen: '✓',
  disagree: '✗',
  other: '…',
  'not-voted': '–',
  held: '–',
}

type Group = { said: RoomSaid; names: string[] }

/** Who said what, all names on one picture, by what was said, each in the order of the State. */
export function HallResult({ no, vote }: { no: number; vote: Closed }) {
  const { t } = useWords()
  const { options, question, result, chosen } = vote
  const optionWord = (place: number) => t('room.option', { no: place + 1 })
  const headingOf = (said: RoomSaid) => {
    if (said.kind !== 'chosen') return t(`room.said.${said.kind}`)
    const [only, ...more] = said.options
    const label = only === undefined || more.length > 0 ? '' : ` (${options[only] ?? ''})`
    return `${said.options.map(optionWord).join(', ')}${label}`
  }
  const groups = groupsOf(vote)
  const place = useRef<HTMLDivElement>(null)
  useFittingSize(place, vote)
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
      <div ref={place} className="ec-hall-names">
        {groups.map(({ said, names }) => (
          <section key={keyOf(said)} className={`ec-hall-said-${said.kind}`}>
            <h2>
              <span className="ec-hall-sign" aria-hidden>
                {signs[said.kind]}
              </span>
              <strong>{names.length}</strong> {headingOf(said)}
            </h2>
            <ul>
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

const keyOf = (said: RoomSaid): string =>
  said.kind === 'chosen' ? `chosen ${said.options.join(' ')}` : said.kind

/** For and against are told also where nobody said so. */
function groupsOf({ options, entries }: Closed): Group[] {
  const asked: RoomSaid[] =
    options.length > 0
      ? options.map((_, place) => ({ kind: 'chosen', options: [place] }))
      : [{ kind: 'agree' }, { kind: 'disagree' }]
  const last: RoomSaid[] = [{ kind: 'other' }, { kind: 'not-voted' }, { kind: 'held' }]
  const several = entries.flatMap(({ said }) =>
    said.kind === 'chosen' && said.options.length !== 1 ? [said] : [],
  )
  const groups = new Map<string, Group>()
  for (const said of [...asked, ...several, ...last]) groups.set(keyOf(said), { said, names: [] })
  for (const { name, said } of entries) groups.get(keyOf(said))?.names.push(name)
  const isAsked = new Set(asked.map(keyOf))
  return [...groups].flatMap(([key, group]) => (group.names.length > 0 || isAsked.has(key) ? [group] : []))
}
