import { useEffect } from 'react'
import { useParams } from 'react-router'
import { BallotId } from '../../../shared/domain/id.ts'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { BallotDossier } from './ballot-dossier.tsx'

/** One ballot by its address; absent and forbidden look alike. */
export function BallotScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { ballot } = useParams()
  const id = BallotId.safeParse(ballot)
  const view = id.success ? app.ballots.get(id.data) : null
  const version = view?.version.hash
  const { person, subject } = app.me()

  useEffect(() => {
    if (id.success && version !== undefined && subject.isMember) void app.ballots.markOpened(id.data)
  }, [app, id.data, id.success, version, subject.isMember])

  if (!person) return <ThingSkeleton />
  if (!view) {
    return (
      <NotHere
        title={t('ballot.notHere')}
        text={t('ballot.notHereText')}
        way={{ word: t('ballot.toList'), path: paths.ballots }}
      />
    )
  }
  return <BallotDossier key={view.ballot.id} view={view} />
}
