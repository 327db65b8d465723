import { useEffect } from 'react'
import { useParams } from 'react-router'
import { directiveDossier } from '../../../shared/domain/dossier.ts'
import { DirectiveId } from '../../../shared/domain/id.ts'
import { unattended } from '../../app/unattended.ts'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { DirectiveDossier } from './directive-dossier.tsx'

/** One directive by its address; absent and forbidden look alike (D2). What is opened is fetched and stays (D4). */
export function DirectiveScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const id = DirectiveId.safeParse(useParams()['directive'])
  const view = id.success ? app.directives.get(id.data) : null
  const shown = view?.directive.id ?? null
  useEffect(() => {
    if (shown !== null) unattended(app.documents.ask(directiveDossier(shown)).then(app.syncNow))
  }, [app, shown])
  if (!app.me().person) return <ThingSkeleton />
  if (!view) {
    const way = { word: t('directives.open'), path: paths.directives }
    return <NotHere title={t('directives.title')} text={t('directives.notice.notHere')} way={way} />
  }
  return <DirectiveDossier key={view.directive.id} view={view} />
}
