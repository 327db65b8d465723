import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { AgencyId, type AgendaItemId, type MeetingId } from '../../../shared/domain/id.ts'
import type { EditorItem } from '../../app/agenda-item-editing.ts'
import { itemLimits } from '../../app/agenda-item-editing.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useAgencyChoice } from '../agency-choice.ts'
import type { Dossier } from '../shared/dossier.ts'
import { EditorDocuments } from '../shared/editor-documents.tsx'
import { useSame } from '../use-same.ts'
import { EditorReaders } from './editor-readers.tsx'
import { EditorSecrets } from './editor-secrets.tsx'
import { EditorSource } from './editor-source.tsx'
import { type SheetGap, sheetGapWords } from './sheet-gaps.ts'

type EditorItemFieldsProps = {
  item: EditorItem
  meeting: MeetingId | null
  no: number
  gaps: readonly SheetGap[]
  dossier: Dossier
  wasSentWithFiles: boolean
  patch: (id: AgendaItemId, change: () => Partial<EditorItem>) => void
}

/** One matter: what, who presents it, how long, who may read it, its papers (M1, M2, D2, D3). */
export function EditorItemFields(props: EditorItemFieldsProps) {
  const { item, no, gaps, patch } = props
  const { id } = item
  const onChange = (part: Partial<EditorItem>) => patch(id, () => part)
  // The same at each drawing: with each letter only the field is drawn in which it is typed.
  const still = useMemo(
    () => ({
      source: (source: EditorItem['source']) => patch(id, () => ({ source })),
      readers: (readers: EditorItem['readers']) => patch(id, () => ({ readers })),
      secrets: (secrets: EditorItem['secrets']) => patch(id, () => ({ secrets })),
    }),
    [id, patch],
  )
  const asked = useSame(gaps)
  const lacks = useMemo(() => asked.map(({ gap }) => gap), [asked])
  const dossier = useStillDossier(props.dossier, item.documents)
  const { t } = useWords()
  const agencies = useAgencyChoice()
  const errorFor = (test: (gap: SheetGap['gap']) => boolean) => {
    const found = gaps.find(({ gap }) => test(gap))
    return found && sheetGapWords(t, found)
  }
  const textError = (field: 'title' | 'presenter' | 'summary') =>
    // `summary-missing` is a paper that is not there (M2), and not the words of this field.
    errorFor(
      (gap) =>
        (field !== 'summary' && gap.kind === `${field}-missing`) || ('field' in gap && gap.field === field),
    )
  const hint = (field: 'title' | 'presenter' | 'summary', usual?: string) => {
    const left = itemLimits[field] - item[field].length
    return left < itemLimits[field] / 5 ? t('agenda.left', { count: Math.max(0, left) }) : usual
  }
  return (
    <div className="ec-agenda-fields">
      <Textarea
        label={t('agenda.item.title')}
        description={hint('title')}
        required
        autosize
        minRows={1}
        maxRows={6}
        value={item.title}
        error={textError('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        data-autofocus
      />
      <div className="ec-agenda-trio">
        <TextInput
          label={t('agenda.item.presenter')}
          description={hint('presenter', t('agenda.item.presenterHint'))}
          required
          value={item.presenter}
          error={textError('presenter')}
          onChange={(event) => onChange({ presenter: event.currentTarget.value })}
        />
        <Select
          label={t('agenda.item.agency')}
          required
          searchable
          filter={foldedFilter}
          placeholder={t('agenda.item.chooseAgency')}
          nothingFoundMessage={t('agenda.item.noAgency')}
          data={agencies}
          value={item.leadAgency}
          error={errorFor(({ kind }) => kind === 'agency-missing')}
          onChange={(next) => onChange({ leadAgency: next === null ? null : AgencyId.parse(next) })}
        />
        <NumberInput
          label={t('agenda.item.minutes')}
          required
          min={1}
          max={600}
          step={5}
          allowDecimal={false}
          allowNegative={false}
          value={item.minutes === 0 ? '' : item.minutes}
          error={errorFor(({ kind }) => kind === 'minutes-wrong')}
          onChange={(next) => onChange({ minutes: Math.trunc(Number(next)) || 0 })}
        />
      </div>
      <Textarea
        label={t('agenda.item.summary')}
        description={hint('summary')}
        autosize
        minRows={2}
        maxRows={14}
        value={item.summary}
        error={textError('summary')}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
      />
      <EditorSource source={item.source} meeting={props.meeting} onChange={still.source} />
      <EditorReaders
        readers={item.readers}
        error={errorFor(({ kind }) => kind === 'no-reader')}
        onChange={still.readers}
      />
      {item.secrets.length === 0 && (
        <EditorDocuments documents={item.documents} dossier={dossier} gaps={lacks} level={3} />
      )}
      <EditorSecrets
        secrets={item.secrets}
        gaps={lacks}
        why={props.wasSentWithFiles ? 'sentFiles' : item.documents.length > 0 ? 'filesFirst' : null}
        no={no}
        onChange={still.secrets}
      />
    </div>
  )
}

/** The papers of an item stay as they are while its words are written; what is done with them goes on from what stands then. */
function useStillDossier(dossier: Dossier, documents: EditorItem['documents']): Dossier {
  const items = useSame(dossier.uploads.items)
  const { former, wasSent } = dossier.replacing ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew with each drawing, and of these alone
  return useMemo(() => dossier, [items, documents, former, wasSent])
}
