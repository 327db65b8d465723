import type { AgencyId, PersonId } from '../../shared/domain/id.ts'
import { appointmentsOn, type Person } from '../../shared/domain/people.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp, useAppVersion } from './app-context.tsx'
import { byRank } from './by-rank.ts'

export type Directory = {
  /** In the order of their posts. */
  people: Person[]
  nameOf(id: PersonId): string
  /** The post of today, where it says more than the name. */
  postOf(person: Person): string
  agencyOf(id: AgencyId): string
}

/** Names for ids, from what this device holds. */
export function useDirectory(): Directory {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { reader } = app.copy
  const today = app.today()
  return {
    // Asked for by few: most lines of a long list only want a name.
    get people() {
      return reader.list('person').sort(byRank(today))
    },
    nameOf: (id) => reader.get('person', `person/${id}`)?.name ?? t('tally.unknownMember', { id }),
    postOf: (person) => {
      const posts = appointmentsOn(person, today).map(({ title }) => title)
      return posts.filter((title) => title !== person.name).join('; ')
    },
    agencyOf: (id) => reader.get('agency', `agency/${id}`)?.name ?? id,
  }
}
