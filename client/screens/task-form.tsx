import './task-form.css'
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { AgencyId, type BallotId, DirectiveId, PersonId } from '../../shared/domain/id.ts'
import { memberAppointmentOn } from '../../shared/domain/people.ts'
import { SecurityMark, SourceKind, type TaskSource } from '../../shared/domain/task.ts'
import { cleanText } from '../../shared/lib/text.ts'
import type { Day } from '../../shared/lib/time.ts'
import { type DirectiveView, sourceOf } from '../app/directive-desk.ts'
import { noticeOf, numberedForm, unnumberedOf } from '../app/notice-number.ts'
import type { TaskView } from '../app/task-view.ts'
import { DayField } from '../ui/day-field.tsx'
import { foldedFilter } from '../ui/folded-filter.ts'
import { useWords } from '../ui/i18n.ts'
import { AgencyFields } from './agency-fields.tsx'
import { useApp } from './app-context.tsx'
import { AuthoritySheet } from './authority-sheet.tsx'
import { directiveName } from './directive-words.ts'
import { TaskBallotField } from './task-ballot-field.tsx'
import { useDirectory } from './use-directory.ts'

type TaskFormProps = {
  /** Null: a new one. */
  view: TaskView | null
  /** The paper of the library that a new one comes from. */
  directive?: DirectiveView
  onClose: () => void
}

/** A draft of a task by hand, or one that came from a conclusion, completed (T1, M9). */
export function TaskForm({ view, directive: from, onClose }: TaskFormProps) {
  const app = useApp()
  const { t } = useWords()
  const { people, nameOf } = useDirectory()
  const { task, content } = view ?? { task: null, content: null }
  const [text, setText] = useState(content?.text ?? '')
  const [abstract, setAbstract] = useState(content?.abstract ?? from?.content?.abstract ?? '')
  const [product, setProduct] = useState(content?.product ?? '')
  // The number of the notice, where another task of the meeting has it already.
  const [notice] = useState(() => view && noticeOf(view, app.tasks.list()))
  const source = notice ?? task?.source ?? (from ? sourceOf(from.directive) : null)
  const unnumbered = view ? unnumberedOf(view, app.tasks.list()) : []
  const [isForAll, setForAll] = useState(false)
  const [kind, setKind] = useState<SourceKind>(source?.kind ?? 'directive')
  const [number, setNumber] = useState(source?.number ?? '')
  const [date, setDate] = useState<Day | null>(source?.date ?? null)
  const [linked, setLinked] = useState<DirectiveId | null>(source?.directive ?? null)
  const [lead, setLead] = useState<string | null>(task?.leadAgency ?? null)
  const [supporting, setSupporting] = useState<string[]>(task?.supporting ?? [])
  const [deadline, setDeadline] = useState<Day | null>(task?.deadline ?? null)
  const [security, setSecurity] = useState<SecurityMark>(task?.security ?? from?.directive.security ?? 'none')
  const fromBallot = view?.origin && 'ballot' in view.origin ? view.origin.ballot : null
  const [ballot, setBallot] = useState<BallotId | null>(fromBallot)
  const today = app.today()
  const members = people.filter((one) => memberAppointmentOn(one, today) !== undefined)
  const [assigner, setAssigner] = useState<string | null>(task?.assigner ?? members[0]?.id ?? null)

  const isSecret = security !== 'none'
  const clean = (words: string) => (isSecret ? '' : cleanText(words).trim())
  const leadAgency = AgencyId.safeParse(lead)
  const who = PersonId.safeParse(assigner)
  const library = app.directives
    .list()
    .filter(({ directive }) => directive.phase.state === 'published' || directive.id === linked)
  /** What stands on the paper is filled in, and can be written otherwise. */
  const link = (value: string | null) => {
    const id = DirectiveId.safeParse(value).data ?? null
    const chosen = id && app.directives.get(id)
    setLinked(chosen?.directive.id ?? null)
    if (!chosen) return
    const named = sourceOf(chosen.directive)
    setKind(named.kind)
    setNumber(named.number)
    setDate(named.date)
    if (chosen.content) setAbstract(chosen.content.abstract)
  }
  const isReady = leadAgency.success && who.success && (isSecret || clean(text) !== '')
  const paper: TaskSource = {
    ...{ kind, number: cleanText(number).trim(), date },
    ...(linked !== null && { directive: linked }),
  }
  const canServeAll = unnumbered.length > 0 && paper.number !== '' && date !== null
  const save = async () => {
    if (!leadAgency.success || !who.success) throw new Error('the form is not complete')
    const others = isForAll && canServeAll ? unnumbered : []
    for (const one of others) {
      const form = numberedForm(one, paper)
      const done = form && (await app.tasks.draft(one.task.id, form))
      // What was written stays; the next tap goes on with the rest.
      if (done && (!done.ok || done.value.kind === 'refused')) return done
    }
    return await app.tasks.draft(task?.id ?? null, {
      content: { text: clean(text), abstract: clean(abstract), product: clean(product) },
      source: paper,
      leadAgency: leadAgency.data,
      supporting: supporting.flatMap((one) => AgencyId.safeParse(one).data ?? []),
      security,
      assigner: who.data,
      deadline,
      // A link that is there stays by itself.
      ballot: ballot === fromBallot ? null : ballot,
    })
  }
  return (
    <AuthoritySheet
      wide
      title={t(task ? 'tasks.form.editTitle' : 'tasks.form.newTitle')}
      confirm={t('tasks.form.save')}
      done={t('tasks.form.saved')}
      disabled={!isReady}
      perform={save}
      onClose={onClose}
    >
      {isSecret ? (
        <p>{t('tasks.form.secretText')}</p>
      ) : (
        <Textarea
          label={t('tasks.form.text')}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className="ec-task-fields">
        <AgencyFields lead={lead} supporting={supporting} onLead={setLead} onSupporting={setSupporting} />
        <DayField label={t('tasks.form.deadline')} value={deadline} onChange={setDeadline} />
        {library.length > 0 && (
          <Select
            label={t('directives.form.fromLibrary')}
            placeholder={t('directives.form.noneChosen')}
            clearable
            searchable
            filter={foldedFilter}
            data={library.map(({ directive, content: words }) => ({
              value: directive.id,
              label: [directiveName(t, directive), words?.abstract].filter(Boolean).join(' · '),
            }))}
            value={linked}
            onChange={link}
          />
        )}
        <Select
          label={t('tasks.form.sourceKind')}
          allowDeselect={false}
          data={SourceKind.options.map((value) => ({ value, label: t(`tasks.source.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(SourceKind.safeParse(value).data ?? kind)}
        />
        <TextInput
          label={t('tasks.form.number')}
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayField label={t('tasks.form.date')} value={date} onChange={setDate} />
        <Select
          label={t('tasks.form.assigner')}
          required
          searchable
          filter={foldedFilter}
          data={members.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          value={assigner}
          onChange={setAssigner}
        />
        <Select
          label={t('tasks.form.security')}
          allowDeselect={false}
          data={SecurityMark.options.map((value) => ({ value, label: t(`tasks.security.${value}`) }))}
          value={security}
          onChange={(value) => setSecurity(SecurityMark.safeParse(value).data ?? security)}
        />
      </div>
      {notice && <p className="ec-quiet">{t('tasks.form.noticeKnown')}</p>}
      {canServeAll && (
        <Checkbox
          label={t('tasks.form.noticeForAll', { count: unnumbered.length })}
          checked={isForAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
        />
      )}
      <TaskBallotField ballot={ballot} isFixed={fromBallot !== null} onChange={setBallot} />
      {!isSecret && (
        <>
          <Textarea
            label={t('tasks.form.abstract')}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={1000}
            value={abstract}
            onChange={(event) => setAbstract(event.currentTarget.value)}
          />
          <TextInput
            label={t('tasks.form.product')}
            maxLength={500}
            value={product}
            onChange={(event) => setProduct(event.currentTarget.value)}
          />
        </>
      )}
    </AuthoritySheet>
  )
}
