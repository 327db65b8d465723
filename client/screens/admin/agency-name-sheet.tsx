import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { AgencyId } from '../../../shared/domain/id.ts'
import type { Agency } from '../../../shared/domain/people.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import type { Day } from '../../../shared/lib/time.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

/** A new agency (`agency` null), or a new name of one from a day on. */
export function AgencyNameSheet({ agency, onClose }: { agency: Agency | null; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const today = app.today()
  const [words, setWords] = useState(agency?.name ?? '')
  const [code, setCode] = useState('')
  const [from, setFrom] = useState<Day | null>(today)
  const name = cleanText(words).trim()
  const id = AgencyId.safeParse(code.trim())
  const isReady = name !== '' && (agency ? name !== agency.name && from !== null : id.success)
  const perform = () =>
    agency
      ? app.agencies.rename({ agency: agency.id, name, from: from ?? today })
      : app.agencies.add({ agency: AgencyId.parse(code.trim()), name })
  return (
    <AuthoritySheet
      title={agency ? t('agencies.renameOf', { name: agency.name }) : t('agencies.add')}
      confirm={t('agencies.sign')}
      done={agency ? t('agencies.renamed', { name }) : t('agencies.added', { name })}
      disabled={!isReady}
      perform={perform}
      onClose={onClose}
    >
      <p>{t(agency ? 'agencies.renameText' : 'agencies.addText')}</p>
      <TextInput
        label={t(agency ? 'agencies.newName' : 'agencies.name')}
        required
        maxLength={200}
        autoComplete="off"
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {agency ? (
        <DayField label={t('agencies.fromDay')} required latest={today} value={from} onChange={setFrom} />
      ) : (
        <TextInput
          label={t('agencies.code')}
          description={t('agencies.codeHint')}
          required
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          value={code}
          error={code.trim() === '' || id.success ? undefined : t('agencies.codeWrong')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
    </AuthoritySheet>
  )
}
