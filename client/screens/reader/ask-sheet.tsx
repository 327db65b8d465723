import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ballotOf, directiveOf, itemOf } from '../../../shared/domain/dossier.ts'
import { AgencyId } from '../../../shared/domain/id.ts'
import type { PageHolder } from '../../../shared/domain/task-origin.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import type { Day } from '../../../shared/lib/time.ts'
import { sourceOf } from '../../app/directive-desk.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { AgencyFields } from '../agency-fields.tsx'
import { useApp } from '../app-context.tsx'
import { directiveName } from '../directive-words.ts'
import { useQueued } from '../use-say.ts'
import type { NotedDocument } from './use-marks.ts'

type AskSheetProps = { noted: NotedDocument; page: number; quote: string; onClose: () => void }

/** A task from the page that is before one's eyes, signed and kept until there is a network (T1, O1, O9). */
export function AskSheet({ noted, page, quote, onClose }: AskSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const queued = useQueued()
  const [text, setText] = useState(quote)
  const [product, setProduct] = useState('')
  const [lead, setLead] = useState<string | null>(null)
  const [supporting, setSupporting] = useState<string[]>([])
  const [deadline, setDeadline] = useState<Day | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)

  const id = directiveOf(noted.dossier)
  const view = id && app.directives.get(id)
  const source = view ? sourceOf(view.directive) : { kind: 'directive' as const, number: '', date: null }
  const words = cleanText(text).trim()
  const leadAgency = AgencyId.safeParse(lead).data ?? null
  const today = app.today()
  const isEarly = deadline !== null && source.date !== null && deadline < source.date
  const dayFault = isEarly
    ? t('tasks.ask.beforeSource')
    : deadline !== null && deadline < today
      ? t('tasks.ask.past')
      : undefined
  const holder = holderOf(noted)
  const isReady = words !== '' && leadAgency !== null && dayFault === undefined && holder !== null
  // What the Office completes is said beforehand: it is not assigned as it arrives.
  const isWhole = view?.directive.phase.state === 'published' && deadline !== null
  const sign = async () => {
    setAsked(true)
    if (!isReady || leadAgency === null || holder === null) return
    const asked = app.tasks.ask({
      content: { text: words, abstract: view?.content?.abstract ?? '', product: cleanText(product).trim() },
      quote,
      source,
      leadAgency,
      supporting: supporting.flatMap((one) => AgencyId.safeParse(one).data ?? []),
      deadline,
      holder,
      page: { document: noted.document, file: noted.hash, number: page },
    })
    if (!asked) return
    setBusy(true)
    const isStored = await queued(() => asked, {
      saved: t('tasks.word.saved'),
      recorded: t('tasks.ask.recorded'),
    })
    setBusy(false)
    if (isStored) onClose()
  }
  const isOffline = app.status().kind === 'offline' || app.status().kind === 'server-silent'
  return (
    <ConfirmSheet
      opened
      wide
      title={t('tasks.ask.title', { page })}
      confirm={t(isOffline ? 'tasks.sheet.signOffline' : 'tasks.sheet.sign')}
      busy={isBusy}
      onConfirm={() => void sign()}
      onClose={onClose}
    >
      <p className="ec-quiet">
        {view ? t('tasks.ask.source', { name: directiveName(t, view.directive) }) : t('tasks.ask.noSource')}
      </p>
      <Textarea
        label={t('tasks.form.text')}
        description={quote === '' ? undefined : t('tasks.ask.quoteHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        error={isAsked && words === '' ? t('tasks.sheet.gap.text') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="ec-ask-fields">
        <AgencyFields
          lead={lead}
          supporting={supporting}
          fault={isAsked && leadAgency === null ? t('tasks.ask.noLead') : undefined}
          onLead={setLead}
          onSupporting={setSupporting}
        />
        <div>
          <DayField label={t('tasks.form.deadline')} value={deadline} onChange={setDeadline} />
          {dayFault !== undefined && (
            <p className="ec-ask-fault" role="alert">
              {dayFault}
            </p>
          )}
        </div>
        <TextInput
          label={t('tasks.form.product')}
          maxLength={500}
          value={product}
          onChange={(event) => setProduct(event.currentTarget.value)}
        />
      </div>
      <Notice tone="quiet" title={t(isWhole ? 'tasks.ask.atOnce' : 'tasks.ask.toComplete')} />
    </ConfirmSheet>
  )
}

function holderOf({ dossier }: NotedDocument): PageHolder | null {
  const directive = directiveOf(dossier)
  if (directive) return { directive }
  const item = itemOf(dossier)
  if (item) return item
  const ballot = ballotOf(dossier)
  return ballot && { ballot }
}
