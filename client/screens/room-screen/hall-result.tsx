import './hall-result.css'
import { useRef, useState } from 'react'
import type { RoomSaid, RoomVote } from '../../../shared/domain/room-vote.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { pageAfter } from './page-after.ts'
import { useFittingPages } from './use-fitting-pages.ts'

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

/** Who said what, by what was said, each in the order of the State; more names than one picture holds take turns. */
export function HallResult({ no, vote, now }: { no: number; vote: Closed; now: Instant }) {
  const { t } = useWords()
  const [since] = useState(now)
  const { options, question, result, chosen } = vote
  const optionWord = (place: number) => t('room.option', { no: place + 1 })
  const shortOf = (said: RoomSaid) =>
    said.kind === 'chosen' ? said.options.map(optionWord).join(', ') : t(`room.said.${said.kind}`)
  const headingOf = (said: RoomSaid) => {
    if (said.kind !== 'chosen') return shortOf(said)
    const [only, ...more] = said.options
    const label = only === undefined || more.length > 0 ? '' : ` (${options[only] ?? ''})`
    return `${shortOf(said)}${label}`
  }
  const groups = groupsOf(vote)
  const place = useRef<HTMLDivElement>(null)
  const pages = useFittingPages(place, vote)
  const page = pageAfter(now - since, pages)
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
      <div className="ec-hall-names-place">
        <div
          ref={place}
          className="ec-hall-names"
          data-many={pages > 1 || undefined}
          style={{ translate: `calc(${-page} * (100% + 2.4 * var(--u)))` }}
        >
          {groups.map(({ said, names }) => (
            <section key={keyOf(said)} className={`ec-hall-said-${said.kind}`}>
              <h2>
                <Sign said={said} />
                <strong>{names.length}</strong> {headingOf(said)}
              </h2>
              <ul>
                {names.map((name) => (
                  <li key={name}>
                    <Sign said={said} />
                    {name}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
      {pages > 1 && (
        <p className="ec-hall-pages">
          {groups.map(({ said, names }) => (
            <span key={keyOf(said)} className={`ec-hall-said-${said.kind}`}>
              <strong>{names.length}</strong> {shortOf(said)}
            </span>
          ))}
          <span className="ec-hall-page">{t('room.page', { no: page + 1, of: pages })}</span>
        </p>
      )}
    </section>
  )
}

/** Before each name too: on a later page its heading is out of sight. */
const Sign = ({ said }: { said: RoomSaid }) => (
  <span className="ec-hall-sign" aria-hidden>
    {signs[said.kind]}
  </span>
)

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
