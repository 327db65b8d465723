import type { TFunction } from 'i18next'
import { permit, type Subject } from '../../shared/domain/access.ts'
import type { RailItem } from '../ui/rail.tsx'
import { paths } from './paths.ts'

const railHolds = 6

/**
 * The places of whoever is here, by what they are: the main ones in the rail, the member's own first (screens.md, "Frame").
 * What belongs to the person and the device stands in the person's menu for members, and for whoever's rail it would overfill.
 */
export function placesOf(t: TFunction, subject: Subject, waiting: number) {
  const rail = mainPlaces(t, subject, waiting)
  const own: RailItem[] = [
    { id: 'devices', word: t('program.place.devices'), icon: 'device', href: paths.devices },
    { id: 'storage', word: t('program.place.storage'), icon: 'folder', href: paths.storage },
  ]
  if (subject.isMember) {
    own.unshift({ id: 'receipts', word: t('program.place.receipts'), icon: 'stamp', href: paths.receipts })
    if (permit(subject, { action: 'read-statistics' }).allow) own.unshift(statistics(t))
  } else if (rail.length + own.length <= railHolds) return { rail: [...rail, ...own], menu: [] }
  return { rail, menu: own }
}

const statistics = (t: TFunction): RailItem => ({
  id: 'statistics',
  word: t('statistics.place'),
  icon: 'report',
  href: paths.statistics,
})

function mainPlaces(t: TFunction, subject: Subject, waiting: number): RailItem[] {
  const is = (role: Subject['roles'][number]) => subject.roles.includes(role)
  const office = is('secretary') || is('head-of-office')
  const places: RailItem[] = []
  if (subject.isMember) {
    places.push(
      {
        id: 'home',
        word: t('program.place.home'),
        icon: 'tasks',
        href: paths.home,
        count: waiting,
        countWord: t('program.place.homeWaiting', { count: waiting }),
      },
      { id: 'meetings', word: t('program.place.meetings'), icon: 'meeting', href: paths.meetings },
      { id: 'ballots', word: t('program.place.ballots'), icon: 'ballot', href: paths.ballots },
      { id: 'tasks', word: t('tasks.place'), icon: 'mission', href: paths.tasks },
      { id: 'search', word: t('program.place.search'), icon: 'search', href: paths.search },
    )
  }
  if (!subject.isMember && (is('substitute') || is('guest'))) {
    places.push({ id: 'meetings', word: t('program.place.meetings'), icon: 'meeting', href: paths.meetings })
  }
  if (office) {
    places.push(
      { id: 'desk', word: t('program.place.desk'), icon: 'desk', href: paths.desk },
      { id: 'desk-meetings', word: t('program.place.meetings'), icon: 'meeting', href: paths.deskMeetings },
      { id: 'desk-ballots', word: t('program.place.deskBallots'), icon: 'ballot', href: paths.deskBallots },
      { id: 'desk-tasks', word: t('tasks.place'), icon: 'mission', href: paths.deskTasks },
      { id: 'directives', word: t('directives.place'), icon: 'book', href: paths.directives },
    )
    if (!subject.isMember) places.push(statistics(t))
  }
  if (is('clerk')) {
    if (!subject.isMember) {
      places.push({ id: 'tasks', word: t('tasks.deskPlace'), icon: 'mission', href: paths.tasks })
    }
    places.push({ id: 'agency', word: t('program.place.agency'), icon: 'document', href: paths.agency })
  }
  if (is('auditor')) {
    places.push({ id: 'ledger', word: t('program.place.ledger'), icon: 'book', href: paths.ledger })
  }
  if (is('admin')) {
    places.push(
      { id: 'people', word: t('program.place.people'), icon: 'people', href: paths.people },
      { id: 'agencies', word: t('agencies.place'), icon: 'folder', href: paths.agencies },
      { id: 'mail', word: t('mail.place'), icon: 'send', href: paths.mail },
    )
  }
  return places
}

/** Where each begins. */
export const homeOf = (subject: Subject): string => {
  if (subject.isMember) return paths.home
  if (subject.roles.includes('secretary') || subject.roles.includes('head-of-office')) return paths.desk
  if (subject.roles.includes('admin')) return paths.people
  if (subject.roles.includes('auditor')) return paths.ledger
  if (subject.roles.includes('clerk')) return paths.tasks
  if (subject.roles.includes('substitute') || subject.roles.includes('guest')) return paths.meetings
  return paths.storage
}
