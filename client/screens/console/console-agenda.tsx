import { useEffect, useRef } from 'react'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { bringIntoSight } from '../../ui/bring-into-sight.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { minutesOf } from '../clock-words.ts'

type ConsoleAgendaProps = { view: SessionView; shown: string | null; onChoose: (item: string) => void }

/** The items in their order: what is being discussed, what is done, minutes used of those planned, who objects. */
export function ConsoleAgenda({ view: { items }, shown, onChoose }: ConsoleAgendaProps) {
  const { t } = useWords()
  const list = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry that is marked is another when another item is shown
  useEffect(() => {
    const entry = list.current?.querySelector('[aria-current]')
    if (list.current && entry) bringIntoSight(list.current, entry)
  }, [shown])
  return (
    <nav ref={list} className="ec-console-agenda" aria-label={t('session.console.agenda')}>
      <h2>{t('session.console.agenda')}</h2>
      {items.length === 0 && <p className="ec-quiet">{t('session.console.agendaNone')}</p>}
      <ol>
        {items.map((each) => (
          <li key={each.item.id}>
            <button
              type="button"
              className="ec-plain-button ec-console-entry"
              aria-current={each.item.id === shown ? 'true' : undefined}
              data-current={each.isCurrent || undefined}
              onClick={() => onChoose(each.item.id)}
            >
              <span className="ec-console-no ec-figures">{each.no}</span>
              <span className="ec-console-words">
                <span className="ec-console-title">{each.content.title}</span>
                <Facts item={each} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Facts({ item: each }: { item: SessionItem }) {
  const { t } = useWords()
  const { row, item, usedMs, stances } = each
  const count = (stance: string) => stances.filter((one) => one.stance === stance).length
  const against = count('objection')
  const speakers = count('wishes-to-speak')
  const state = each.isCurrent
    ? 'current'
    : row.block?.adopted
      ? 'block'
      : row.spans.length > 0
        ? 'done'
        : 'waiting'
  const tone = { current: 'good', block: 'good', done: 'quiet', waiting: 'quiet' } as const
  return (
    <span className="ec-console-state">
      <StatusSign
        bare
        tone={tone[state]}
        sign={state === 'waiting' ? 'clock' : state === 'current' ? 'right' : 'check'}
        word={t(`session.console.itemState.${state}`)}
      />
      <span className="ec-quiet ec-figures">
        {usedMs > 0
          ? t('session.console.minutes', { used: minutesOf(usedMs), planned: item.plannedMinutes })
          : t('session.console.planned', { count: item.plannedMinutes })}
      </span>
      {against > 0 && (
        <StatusSign bare tone="urgent" word={t('session.console.objections', { count: against })} />
      )}
      {speakers > 0 && (
        <StatusSign
          bare
          tone="waiting"
          sign="opinion"
          word={t('session.console.speakers', { count: speakers })}
        />
      )}
      {row.block && !row.block.adopted && (
        <StatusSign
          bare
          tone="waiting"
          word={t(
            row.block.pulled.length > 0 ? 'session.console.pulledFromBlock' : 'session.console.inBlock',
          )}
        />
      )}
    </span>
  )
}
