import { appointmentsOn } from '../../../shared/domain/people.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'

/** The heads of the Office today, by name; empty where this device knows of none. */
export function useHeads(): string {
  const app = useApp()
  const { people } = useDirectory()
  const today = app.today()
  return people
    .filter((person) => appointmentsOn(person, today).some(({ role }) => role === 'head-of-office'))
    .map(({ name }) => name)
    .join('; ')
}
