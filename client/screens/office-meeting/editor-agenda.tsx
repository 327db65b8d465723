import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { AgendaItemId } from '../../../shared/domain/id.ts'
import { blankItem } from '../../app/agenda-item-editing.ts'
import { rankBetween } from '../../app/agenda-rank.ts'
import { endIn, startIn } from '../../app/meeting-editing.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { AgendaRow } from './agenda-row.tsx'
import { EditorItemFields } from './editor-item-fields.tsx'
import { lengthWords } from './length-words.ts'
import { type SheetGap, sheetGapWords } from './sheet-gaps.ts'
import type { ItemDossiers } from './use-item-dossiers.ts'
import type { SheetInHand } from './use-meeting-sheet.ts'

type EditorAgendaProps = {
  hand: SheetInHand
  dossiers: ItemDossiers
  gaps: readonly SheetGap[]
  mode: 'draft' | 'change'
  view: OfficeMeetingView | null
}

const mostItems = 60

/** The items in their order, one of them open to be written. */
export function EditorAgenda({ hand, dossiers, gaps, mode, view }: EditorAgendaProps) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const { agencyOf } = useDirectory()
  const [openId, setOpenId] = useState<AgendaItemId | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const { items, meeting } = hand.sheet
  const titleOf = (title: string) => title.trim() || t('agenda.untitled')

  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length || from === to) return
    hand.moveItem(from, to)
    setSaid(t('agenda.moved', { title: titleOf(item.title), no: to + 1, count: items.length }))
  }
  const remove = (at: number) => {
    const item = items[at]
    if (!item) return
    const was = hand.kept
    hand.removeItem(item.id)
    const words = { title: titleOf(item.title) }
    const wasSent = mode === 'change' && item.basedOn !== null
    toast.offerUndo(t(wasSent ? 'agenda.withdrawn' : 'agenda.removed', words), () => hand.put(was))
  }
  const add = () => {
    const rank = rankBetween(items.at(-1)?.rank ?? null, null) ?? items.at(-1)?.rank ?? 'V'
    const item = blankItem(app.officeMeetings.newItem(), rank)
    hand.addItem(item)
    setOpenId(item.id)
  }
  const toggle = (at: number) => {
    const id = items[at]?.id ?? null
    setOpenId(id === openId ? null : id)
  }
  // The same functions at each drawing, so that a row whose item is as before is left alone.
  const latest = useRef({ move, remove, toggle })
  latest.current = { move, remove, toggle }
  const [hands] = useState(() => ({
    move: (from: number, to: number) => latest.current.move(from, to),
    remove: (at: number) => latest.current.remove(at),
    toggle: (at: number) => latest.current.toggle(at),
  }))
  const empty = gaps.find(({ gap }) => gap.kind === 'agenda-empty')
  const wasSentWithFiles = (id: AgendaItemId) => {
    const stored = view?.items.find(({ item }) => item.id === id)?.item
    return stored !== undefined && stored.versions.length > 0 && stored.files.length > 0
  }
  return (
    <section className="ec-editor-part" aria-label={t('agenda.agenda')}>
      <div className="ec-agenda-head">
        <h2>{t('agenda.agenda')}</h2>
        <AgendaSum minutes={items.map((item) => item.minutes)} from={startIn(meeting)} to={endIn(meeting)} />
      </div>
      {items.length === 0 ? (
        <p className="ec-quiet">{t('agenda.agendaEmpty')}</p>
      ) : (
        <>
          <p className="ec-quiet">{t('agenda.orderHint')}</p>
          <ol className="ec-agenda" onDragEnd={() => setDragged(null)}>
            {items.map((item, i) => {
              const isOpen = item.id === openId
              const own = gaps.filter((gap) => gap.of === 'item' && gap.id === item.id)
              return (
                <AgendaRow
                  key={item.id}
                  {...{ item, isOpen, dragged }}
                  at={i}
                  agency={item.leadAgency === null ? '' : agencyOf(item.leadAgency)}
                  count={items.length}
                  gaps={own.length}
                  uploads={dossiers.items.filter(({ to }) => to.of === item.id).length}
                  onToggle={hands.toggle}
                  onDrag={setDragged}
                  onMove={hands.move}
                  onRemove={hands.remove}
                >
                  {isOpen && (
                    <EditorItemFields
                      item={item}
                      meeting={view?.meeting.id ?? null}
                      no={i + 1}
                      gaps={own}
                      dossier={dossiers.of(item.id)}
                      wasSentWithFiles={wasSentWithFiles(item.id)}
                      patch={hand.patchItem}
                    />
                  )}
                </AgendaRow>
              )
            })}
          </ol>
        </>
      )}
      {empty && <StatusSign bare tone="urgent" word={sheetGapWords(t, empty)} />}
      <div role="status" className="ec-unseen">
        {said}
      </div>
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={20} />}
          disabled={items.length >= mostItems}
          onClick={add}
        >
          {t('agenda.addItem')}
        </Button>
      </div>
    </section>
  )
}

type AgendaSumProps = { minutes: readonly number[]; from: number | null; to: number | null }

/** Planned minutes beside the meeting's own length. */
function AgendaSum({ minutes, from, to }: AgendaSumProps) {
  const { t } = useWords()
  const planned = minutes.reduce((sum, each) => sum + each, 0)
  const span = from === null || to === null || to <= from ? null : Math.round((to - from) / 60_000)
  if (planned === 0 || span === null) return null
  return planned > span ? (
    <StatusSign
      bare
      tone="waiting"
      word={t('agenda.sumOver', {
        planned: lengthWords(t, planned),
        over: lengthWords(t, planned - span),
      })}
    />
  ) : (
    <span className="ec-quiet">
      {t('agenda.sum', { planned: lengthWords(t, planned), span: lengthWords(t, span) })}
    </span>
  )
}
