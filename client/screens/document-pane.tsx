import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { ballotOf, type DossierId } from '../../shared/domain/dossier.ts'
import { formatInstant } from '../../shared/lib/time.ts'
import { unattended } from '../app/unattended.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { useToast } from '../ui/toast.tsx'
import { useApp } from './app-context.tsx'
import { documentNamed } from './document-named.ts'
import { type DocumentTarget, fromWhereOneWas } from './document-target.ts'
import { Reader } from './reader/reader.tsx'
import type { LedPages } from './reader/use-led-pages.ts'
import { useSearchDossier } from './use-search-dossier.ts'

type DocumentPaneProps = {
  /** Null where it is nobody's dossier yet. */
  dossier: DossierId | null
  document: BallotDocument
  /** The dossier in its order, for what lies before and after and what links name. */
  documents: readonly BallotDocument[]
  target: DocumentTarget
  onOpen: (document: BallotDocument, target: DocumentTarget) => void
  /** Where somebody may lead through it. */
  led?: LedPages | null
}

/** One document, read from the sealed store; what is missing or broken is said, and the rest of the dossier goes on. */
export function DocumentPane(props: DocumentPaneProps) {
  const { dossier, document, documents, target, onOpen, led = null } = props
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const onSearchDossier = useSearchDossier(dossier)
  const ballot = dossier && ballotOf(dossier)
  const isHere = app.documents.isReadable(document)
  const [openedAt] = useState(() => app.now())
  // biome-ignore lint/correctness/useExhaustiveDependencies: which of the two is here shows once one is
  const source = useMemo(() => app.documents.drawn(document), [app, document, isHere])
  const picture = useMemo(() => app.pageFiles.pictures(document.hash), [app, document])
  const name = app.me().person?.name ?? ''

  const onShown = () => {
    if (dossier === null) return
    unattended(app.openedDocuments.add(dossier, document.hash))
    if (ballot !== null && app.me().subject.isMember) unattended(app.ballots.markOpened(ballot))
  }

  const held = ballot === null ? undefined : app.copy.reader.get('ballot', `ballot/${ballot}`)
  if (!isHere && held?.phase.state === 'recalled') {
    const text = t('ballot.document.withdrawnText')
    return <EmptyState title={t('ballot.document.withdrawn')} text={text} sign="undo" />
  }
  const isLacking = app.documents.isLacking(document)
  const isFreed = app.documents.isFreed(document) && !isLacking
  if (!isHere) {
    return (
      <EmptyState
        title={t('ballot.document.notHere')}
        text={t(`ballot.document.${isLacking ? 'noRoomText' : isFreed ? 'freedText' : 'notHereText'}`)}
        sign="download"
        action={
          isFreed && (
            <Button
              onClick={() => {
                unattended(app.documents.wantAgain(document).then(app.syncNow))
              }}
            >
              {t('ballot.document.fetchAgain')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <Reader
      source={source}
      picture={picture}
      texts={() => app.pageFiles.text(document.hash)}
      textless={app.pageFiles.textless(document.hash)}
      isDamaged={(page) => app.pageFiles.isDamaged(document.hash, page)}
      placeKey={document.hash}
      noted={dossier && { dossier, document: document.id, hash: document.hash }}
      documents={documents}
      target={target}
      led={led}
      onOpen={onOpen}
      onSearchDossier={onSearchDossier}
      onShown={onShown}
      watermark={`${name} · ${formatInstant(openedAt)}`}
      openFile={({ name: file, place }) => {
        const named = documentNamed(documents, file)
        return named ? () => onOpen(named, { ...fromWhereOneWas, goTo: place === '' ? null : place }) : null
      }}
      onTurn={(way) => {
        const at = documents.findIndex(({ id }) => id === document.id)
        const next = documents[way === 'forward' ? at + 1 : at - 1]
        if (next === undefined) {
          toast.say('quiet', t(way === 'forward' ? 'viewer.turn.last' : 'viewer.turn.first'))
          return
        }
        onOpen(next, fromWhereOneWas)
      }}
    />
  )
}
