import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useState } from 'react'
import { AgencyId } from '../../../shared/domain/id.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { parseDay } from '../../../shared/lib/time.ts'
import type { SessionItem } from '../../app/item-session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

type Line = { key: number; agency: string | null; text: string; deadline: string | null; product: string }

/** What the chair concludes of an item: the words of the notice, and what is to be done by whom (M9). */
export function ConclusionSheet({ item: each, onClose }: { item: SessionItem; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { item, no, conclusion } = each
  const [text, setText] = useState(conclusion?.text ?? '')
  const [lines, setLines] = useState<Line[]>(() =>
    (conclusion?.assignments ?? []).map((one, key) => ({ ...one, key })),
  )
  const said = cleanText(text).trim()
  const assignments = lines.flatMap(({ agency, text: what, deadline, product }) => {
    const lead = AgencyId.safeParse(agency)
    const asked = cleanText(what).trim()
    const day = deadline === null ? null : parseDay(deadline)
    return lead.success && asked !== ''
      ? [{ agency: lead.data, text: asked, deadline: day, product: cleanText(product).trim() }]
      : []
  })
  const hasGap = assignments.length < lines.length
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const add = () => {
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1
    setLines([...lines, { key, agency: item.leadAgency, text: '', deadline: null, product: '' }])
  }
  return (
    <AuthoritySheet
      title={t('session.console.concludeTitle', { no })}
      confirm={t('session.console.concludeSave')}
      done={t('session.console.concluded')}
      disabled={said === '' || hasGap}
      perform={() =>
        app.conduct.concludeItem({ meeting: item.meeting, item: item.id }, { text: said, assignments })
      }
      onClose={onClose}
    >
      <Textarea
        label={t('session.console.concludeText')}
        required
        value={text}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={12}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <h3>{t('session.console.assignments')}</h3>
      {lines.map((line, i) => (
        <fieldset key={line.key} className="ec-console-assignment">
          <legend className="ec-unseen">
            {t('session.console.assignments')} {i + 1}
          </legend>
          <Select
            label={t('session.console.assignmentAgency')}
            data={app.copy.reader
              .list('agency')
              .map(({ id, name }) => ({ value: id, label: name }))
              .sort((a, b) => a.label.localeCompare(b.label, 'vi'))}
            searchable
            allowDeselect={false}
            value={line.agency}
            onChange={(agency) => change(line.key, { agency })}
          />
          <Textarea
            label={t('session.console.assignmentText')}
            value={line.text}
            maxLength={2000}
            autosize
            minRows={1}
            maxRows={4}
            onChange={(event) => change(line.key, { text: event.currentTarget.value })}
          />
          <div className="ec-console-row">
            <DatePickerInput
              label={t('session.console.assignmentDeadline')}
              clearable
              value={line.deadline}
              onChange={(deadline) => change(line.key, { deadline })}
            />
            <TextInput
              label={t('session.console.assignmentProduct')}
              value={line.product}
              maxLength={500}
              onChange={(event) => change(line.key, { product: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              color="gray"
              aria-label={t('session.console.assignmentRemove', { no: i + 1 })}
              onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
            >
              <Icon name="remove" size={20} />
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" size={20} />} onClick={add}>
          {t('session.console.assignmentAdd')}
        </Button>
      </div>
      {hasGap && <p className="ec-quiet">{t('session.console.assignmentGap')}</p>}
    </AuthoritySheet>
  )
}
