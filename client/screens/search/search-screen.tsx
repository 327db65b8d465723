import './search.css'
import { Button, TextInput } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import {
  ballotOf,
  type DossierId,
  directiveOf,
  itemOf,
  parseDossier,
} from '../../../shared/domain/dossier.ts'
import type { OpenApp } from '../../app/open-app.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { FoundBallotCard } from './found-ballot-card.tsx'
import { FoundDirectiveCard } from './found-directive-card.tsx'
import { FoundItemCard } from './found-item-card.tsx'
import { FoundMeetingCard } from './found-meeting-card.tsx'
import { FoundNotes } from './found-notes.tsx'
import { type SearchWork, useSearch } from './use-search.ts'

/** Everything on this device by its words. They stand in no address and in no history of the browser. */
export function SearchScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { dossier, leaveDossier } = useDossierInAddress()
  const work = useSearch(dossier?.id ?? null)
  const { query, setQuery } = work
  const { person, subject } = app.me()
  if (person && !subject.isMember) {
    return (
      <Page>
        <NotAllowed />
      </Page>
    )
  }
  return (
    <Page width="wide">
      <div className="ec-search">
        <PageTitle title={t('search.title')} under={t(dossier ? 'search.underIn' : 'search.under')} />
        {dossier && <DossierChip title={dossier.title} onLeave={leaveDossier} />}
        <search className="ec-search-field">
          <TextInput
            type="search"
            size="lg"
            aria-label={t('search.field')}
            placeholder={t('search.field')}
            description={t('search.hint')}
            inputWrapperOrder={['input', 'description']}
            autoFocus={query === ''}
            autoComplete="off"
            spellCheck={false}
            value={query}
            leftSection={<Icon name="search" size={22} />}
            rightSection={
              query !== '' && (
                <button
                  type="button"
                  className="ec-plain-button ec-square"
                  aria-label={t('search.clear')}
                  onClick={() => setQuery('')}
                >
                  <Icon name="close" size={20} />
                </button>
              )
            }
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </search>
        <Coverage work={work} isWhole={dossier === null} />
        <Results work={work} leaveDossier={dossier && leaveDossier} />
      </div>
    </Page>
  )
}

/** An opaque id is all that an address holds of the dossier looked through; one that is not here limits nothing. */
function useDossierInAddress() {
  const app = useApp()
  const [address, setAddress] = useSearchParams()
  const id = parseDossier(address.get('in'))
  return {
    dossier: id && namedDossier(app, id),
    leaveDossier: () => setAddress({}, { replace: true }),
  }
}

function namedDossier(app: OpenApp, id: DossierId): { id: DossierId; title: string } | null {
  const of = itemOf(id)
  if (of) {
    const items = app.meetings.get(of.meeting)
    const found = [...(items?.items ?? []), ...(items?.withdrawn ?? [])].find(({ dossier }) => dossier === id)
    return found ? { id, title: found.content.title } : null
  }
  const directive = directiveOf(id)
  if (directive) {
    const found = app.directives.get(directive)
    return found
      ? { id, title: [found.directive.number, found.content?.abstract].filter(Boolean).join(' · ') }
      : null
  }
  const ballot = ballotOf(id)
  const view = ballot && app.ballots.get(ballot)
  return view ? { id, title: [view.ballot.number, view.content.title].filter(Boolean).join(' · ') } : null
}

/** That not everything is looked through stands before one's eyes, and is taken away by a touch. */
function DossierChip({ title, onLeave }: { title: string; onLeave: () => void }) {
  const { t } = useWords()
  return (
    <div className="ec-search-only">
      <span className="ec-search-only-words">
        <Icon name="folder" size={20} />
        <span className="ec-search-only-word ec-quiet">{t('search.onlyIn')}</span>
        <span className="ec-search-only-title">{title}</span>
      </span>
      <button
        type="button"
        className="ec-plain-button ec-square"
        aria-label={t('search.everywhere')}
        title={t('search.everywhere')}
        onClick={onLeave}
      >
        <Icon name="close" size={20} />
      </button>
    </div>
  )
}

/** What can be found at all, so that nobody takes silence for absence. */
function Coverage({ work: { state, found }, isWhole }: { work: SearchWork; isWhole: boolean }) {
  const { t } = useWords()
  return (
    <div className="ec-search-coverage ec-quiet" role="status">
      {isWhole && found && found.ballots.length > 0 && (
        <p>{t('search.found', { count: found.ballots.length })}</p>
      )}
      {isWhole && found && found.meetings.length > 0 && (
        <p>{t('search.foundMeetings', { count: found.meetings.length })}</p>
      )}
      {isWhole && found && found.directives.length > 0 && (
        <p>{t('search.foundDirectives', { count: found.directives.length })}</p>
      )}
      {isWhole && found && found.items.length > 0 && (
        <p>{t('search.foundItems', { count: found.items.length })}</p>
      )}
      <p>
        {state.kind === 'building'
          ? t('search.building', { done: state.done, total: state.total })
          : t('search.ready', { count: state.documents })}
      </p>
      {state.missing > 0 && <p>{t('search.missing', { count: state.missing })}</p>}
      {state.textless > 0 && <p>{t('search.textless', { count: state.textless })}</p>}
    </div>
  )
}

type ResultsProps = { work: SearchWork; leaveDossier: (() => void) | null }

function Results({ work: { isAsked, found, state, query }, leaveDossier }: ResultsProps) {
  const { t } = useWords()
  if (!isAsked) {
    return (
      <EmptyState
        title={t('search.startTitle')}
        text={t('search.startText')}
        sign="search"
        action={
          <Button variant="default" component={Link} to={paths.directives}>
            {t('directives.open')}
          </Button>
        }
      />
    )
  }
  if (!found) return null
  if (
    found.ballots.length + found.meetings.length + found.items.length + found.notes.length === 0 &&
    found.directives.length === 0 &&
    found.query === query
  ) {
    return state.kind === 'building' ? (
      <p role="status">{t('search.noneYet')}</p>
    ) : (
      <EmptyState
        title={t('search.noneTitle')}
        text={t(leaveDossier ? 'search.noneInText' : 'search.noneText', { query })}
        sign="search"
        action={leaveDossier ? <Button onClick={leaveDossier}>{t('search.everywhere')}</Button> : undefined}
      />
    )
  }
  return (
    <div className="ec-search-results">
      {found.notes.length > 0 && <FoundNotes notes={found.notes} query={found.query} />}
      {found.meetings.map((meeting) => (
        <FoundMeetingCard key={meeting.view.meeting.id} found={meeting} />
      ))}
      {found.directives.map((directive) => (
        <FoundDirectiveCard key={directive.view.directive.id} found={directive} query={found.query} />
      ))}
      {found.items.map((item) => (
        <FoundItemCard key={item.view.dossier} found={item} query={found.query} />
      ))}
      {found.ballots.map((ballot) => (
        <FoundBallotCard key={ballot.view.ballot.id} found={ballot} query={found.query} />
      ))}
    </div>
  )
}
