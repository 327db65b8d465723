import './meeting.css'
import { Button } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { AgendaItemId, MeetingId } from '../../../shared/domain/id.ts'
import { useWords } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { ItemDossier } from './item-dossier.tsx'

/** One item of an agenda by its address; absent and forbidden look alike (D2). */
export function ItemScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams()
  const meeting = MeetingId.safeParse(params['meeting'])
  const id = AgendaItemId.safeParse(params['item'])
  const view = meeting.success ? app.meetings.get(meeting.data) : null
  const item = [...(view?.items ?? []), ...(view?.withdrawn ?? [])].find((each) => each.item.id === id.data)
  if (!app.me().person) return <ThingSkeleton />
  if (!view || !item) {
    return (
      <Page>
        <PageTitle title={t('meeting.itemNotHere')} />
        <p>{t('meeting.notHereText')}</p>
        <div>
          <Button
            variant="default"
            mt="md"
            onClick={() => void navigate(view ? paths.meeting(view.meeting.id) : paths.meetings)}
          >
            {t(view ? 'meeting.toMeeting' : 'meeting.toList')}
          </Button>
        </div>
      </Page>
    )
  }
  return <ItemDossier key={item.dossier} meeting={view} view={item} />
}
