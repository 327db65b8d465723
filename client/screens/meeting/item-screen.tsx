import './meeting.css'
import { useParams } from 'react-router'
import { AgendaItemId, MeetingId } from '../../../shared/domain/id.ts'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { ItemDossier } from './item-dossier.tsx'

/** One item of an agenda by its address; absent and forbidden look alike (D2). */
export function ItemScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const params = useParams()
  const meeting = MeetingId.safeParse(params['meeting'])
  const id = AgendaItemId.safeParse(params['item'])
  const view = meeting.success ? app.meetings.get(meeting.data) : null
  const item = [...(view?.items ?? []), ...(view?.withdrawn ?? [])].find((each) => each.item.id === id.data)
  if (!app.me().person) return <ThingSkeleton />
  if (!view || !item) {
    const way = view
      ? { word: t('meeting.toMeeting'), path: paths.meeting(view.meeting.id) }
      : { word: t('meeting.toList'), path: paths.meetings }
    return <NotHere title={t('meeting.itemNotHere')} text={t('meeting.notHereText')} way={way} />
  }
  return <ItemDossier key={item.dossier} meeting={view} view={item} />
}
