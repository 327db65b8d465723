import { Select } from '@mantine/core'
import { useState } from 'react'
import { AgencyId } from '../../../shared/domain/id.ts'
import { type Agency, appointmentsOn, isMemberRole } from '../../../shared/domain/people.ts'
import type { Day } from '../../../shared/lib/time.ts'
import { DayField } from '../../ui/day-field.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useAgencyChoice } from '../agency-choice.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'

/** One agency is closed, another does its work: what that does to tasks and people is said before it is signed. */
export function AgencyMergeSheet({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf, people } = useDirectory()
  const choice = useAgencyChoice().filter(({ value }) => value !== agency.id)
  const today = app.today()
  const [chosen, setChosen] = useState<string | null>(null)
  const [from, setFrom] = useState<Day | null>(today)
  const into = AgencyId.safeParse(chosen).data ?? null
  const inPost = people.flatMap((person) =>
    appointmentsOn(person, today)
      .filter((held) => held.agency === agency.id)
      .map(({ role, title }) => ({ role, title })),
  )
  const desks = inPost.filter(({ role }) => role === 'clerk').map(({ title }) => title)
  const members = inPost.filter(({ role }) => isMemberRole(role)).map(({ title }) => title)
  const heir = into === null ? t('agencies.theOther') : agencyOf(into)
  const names = { from: agency.name, into: heir }
  return (
    <AuthoritySheet
      title={t('agencies.mergeOf', { name: agency.name })}
      warning={t('agencies.mergeWarning')}
      confirm={t('agencies.mergeSign')}
      done={t('agencies.merged', names)}
      disabled={into === null || from === null}
      perform={() => app.agencies.merge({ agency: agency.id, into: into ?? agency.id, from: from ?? today })}
      onClose={onClose}
    >
      <Select
        label={t('agencies.into')}
        required
        searchable
        filter={foldedFilter}
        data={choice}
        value={chosen}
        onChange={setChosen}
        data-autofocus
      />
      <DayField label={t('agencies.closedFrom')} required latest={today} value={from} onChange={setFrom} />
      <ul className="ec-agencies-facts">
        <li>{t('agencies.effect.tasks', names)}</li>
        <li>{t('agencies.effect.figures', names)}</li>
        {desks.length > 0 && <li>{t('agencies.effect.desks', { ...names, desks: desks.join('; ') })}</li>}
        {members.length > 0 && <li>{t('agencies.effect.members', { posts: members.join('; ') })}</li>}
      </ul>
    </AuthoritySheet>
  )
}
