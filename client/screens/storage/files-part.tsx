import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { unattended } from '../../app/unattended.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { fileSize } from '../file-size.ts'
import { type FileStanding, fileStandingWord } from '../file-standing.ts'
import { useFileRows } from './file-rows.ts'

/** Every document wanted or held, what is ready, what has no room, and freeing space by a rule that can be read. */
export function FilesPart() {
  const app = useApp()
  const { t, language } = useWords()
  const { say } = useToast()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const rows = useFileRows()
  const free = app.documents.discardable()
  const states = app.documents.states().filter(({ hash }) => free.includes(hash))
  const bytes = states.reduce((sum, { size }) => sum + size, 0)

  const remove = async () => {
    setBusy(true)
    for (const hash of free) await app.documents.remove(hash)
    setBusy(false)
    setAsking(false)
    app.syncNow()
    say('good', t('storage.freed', { size: fileSize(bytes, language) }))
  }

  return (
    <section className="ec-storage-part">
      <h2>{t('storage.files')}</h2>
      <LackingNotice canFree={free.length > 0} />
      <AllProgress />
      <p className="ec-quiet">{t('storage.freeHelp')}</p>
      <div>
        <Button
          variant="default"
          disabled={free.length === 0}
          leftSection={<Icon name="remove" size={20} />}
          onClick={() => setAsking(true)}
        >
          {free.length === 0
            ? t('storage.nothingToFree')
            : t('storage.free', { size: fileSize(bytes, language) })}
        </Button>
      </div>
      <DataTable
        label={t('storage.files')}
        rows={rows}
        rowId={({ hash }) => hash}
        empty={<p className="ec-storage-none">{t('storage.filesNone')}</p>}
        columns={[
          {
            id: 'title',
            head: t('storage.file'),
            cell: ({ title, of }) => (
              <>
                <span className="ec-storage-what">{title}</span>
                <span className="ec-quiet">{of}</span>
              </>
            ),
            sortBy: ({ title }) => title,
          },
          {
            id: 'size',
            head: t('storage.size'),
            align: 'end',
            width: '112px',
            cell: ({ size }) => fileSize(size, language),
            sortBy: ({ size }) => size,
          },
          {
            id: 'state',
            head: t('storage.fileState'),
            width: '220px',
            cell: ({ standing, document }) => (
              <>
                <StandingSign standing={standing} />
                {standing.kind === 'freed' && document && <FetchAgain document={document} />}
              </>
            ),
            sortBy: ({ standing }) => standing.kind,
          },
        ]}
      />
      <ConfirmSheet
        opened={asking}
        busy={busy}
        title={t('storage.freeTitle', { size: fileSize(bytes, language) })}
        confirm={t('storage.freeConfirm')}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      >
        <p>{t('storage.freeText')}</p>
      </ConfirmSheet>
    </section>
  )
}

/** What does not fit, and what its owner can do. */
function LackingNotice({ canFree }: { canFree: boolean }) {
  const app = useApp()
  const { t, language } = useWords()
  const { documents, bytes } = app.documents.lacking()
  if (documents === 0) return null
  return (
    <Notice tone="urgent" title={t('storage.lacking', { count: documents, size: fileSize(bytes, language) })}>
      <p>{t('storage.lackingKept')}</p>
      <p>{t(canFree ? 'storage.lackingFree' : 'storage.lackingElsewhere')}</p>
    </Notice>
  )
}

/** All documents together, while they are on their way. */
function AllProgress() {
  const app = useApp()
  const { t, language } = useWords()
  const wanted = app.documents.wanted()
  const have = new Map(app.documents.states().map((state) => [state.hash, state.have]))
  const total = wanted.reduce((sum, { size }) => sum + size, 0)
  const done = wanted.reduce((sum, { hash, size }) => sum + Math.min(size, have.get(hash) ?? 0), 0)
  if (total === 0) return null
  return done === total ? (
    <p>
      <StatusSign bare tone="good" word={t('storage.allHere', { size: fileSize(total, language) })} />
    </p>
  ) : (
    <ProgressBar
      word={t('storage.allProgress', { have: fileSize(done, language), total: fileSize(total, language) })}
      done={done}
      total={total}
      share={`${Math.min(99, Math.floor((done / total) * 100))}%`}
    />
  )
}

function StandingSign({ standing }: { standing: FileStanding }) {
  const { t } = useWords()
  const word = fileStandingWord(t, standing)
  if (standing.kind === 'ready') return <StatusSign bare tone="good" word={word} />
  if (standing.kind === 'no-room') return <StatusSign bare tone="urgent" word={word} />
  if (standing.kind === 'freed') return <StatusSign bare tone="quiet" sign="remove" word={word} />
  return <StatusSign bare tone="waiting" sign="download" word={word} />
}

function FetchAgain({ document }: { document: BallotDocument }) {
  const app = useApp()
  const { t } = useWords()
  return (
    <Button
      variant="default"
      aria-label={t('storage.fetchAgainNamed', { title: document.title })}
      onClick={() => unattended(app.documents.wantAgain(document).then(app.syncNow))}
    >
      {t('storage.fetchAgain')}
    </Button>
  )
}
