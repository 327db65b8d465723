import { useNavigate } from 'react-router'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { formatHour } from '../../../shared/lib/time.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp } from '../app-context.tsx'
import { DossierPanes } from '../dossier-panes.tsx'
import { paths } from '../paths.ts'
import { ReadySign } from '../ready-sign.tsx'
import { ItemOverview } from './item-overview.tsx'
import { ItemPapers } from './item-papers.tsx'
import { LeadBar } from './lead-bar.tsx'
import { PositionBar } from './position-bar.tsx'
import { PositionPane } from './position-pane.tsx'
import { SessionBar } from './session-bar.tsx'
import { useLead } from './use-lead.ts'

type ItemDossierProps = { meeting: MeetingView; view: ItemView }

/** An item's papers, its words, and one's position at the side. */
export function ItemDossier({ meeting: { meeting }, view }: ItemDossierProps) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { dossier, content, item, no, planned, isOver } = view
  const isCurrent = app.sessions.get(meeting.id)?.current?.item.id === item.id
  const work = useLead(meeting.id, item.id, isCurrent && !isOver)
  const documents = isOver ? noDocuments : content.documents
  const head = (
    <>
      <SessionBar meeting={meeting.id} here={item.id} />
      <PageTitle
        over={
          <span className="ec-dossier-facts">
            <span>
              {t('meeting.item', { no })} · <When at={meeting.startsAt} />
            </span>
            {item.withdrawn === null && (
              <span>
                {t('meeting.planned', { from: formatHour(planned.from), to: formatHour(planned.to) })}
              </span>
            )}
            {!isOver && <ReadySign dossiers={[dossier]} />}
          </span>
        }
        title={content.title}
        onBack={() => void navigate(paths.meeting(meeting.id))}
      />
    </>
  )
  return (
    <DossierPanes
      dossier={dossier}
      documents={documents}
      {...(work && {
        lead: { to: work.to, onPlace: work.onPlace, bar: <LeadBar work={work} documents={documents} /> },
      })}
      sign="meeting"
      words={{
        documents: t('meeting.documents'),
        overview: t('meeting.itemOverview'),
        takenAway: t('meeting.paperTakenAway'),
      }}
      head={head}
      papers={(hand) => !isOver && <ItemPapers meeting={meeting} view={view} hand={hand} />}
      overview={(list) => <ItemOverview meeting={meeting} view={view} papers={list} />}
      side={
        view.speaksFor === null
          ? null
          : {
              label: t('meeting.position.title'),
              title: t('meeting.position.open'),
              pane: () => <PositionPane meeting={meeting} view={view} />,
              bar: (onOpen) => <PositionBar view={view} onOpen={onOpen} />,
            }
      }
    />
  )
}

const noDocuments: readonly BallotDocument[] = []
