import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Hash } from '../../../shared/domain/id.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { fileSize } from '../file-size.ts'

type Row = { hash: Hash; title: string; of: string; size: number; percent: number; isHere: boolean }

/** Every document wanted or held, what is ready, and freeing space by a rule that can be read. */
export function FilesPart() {
  const app = useApp()
  const { t, language } = useWords()
  const { say } = useToast()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const rows = useRows()
  const free = app.documents.discardable()
  const states = app.documents.states().filter(({ hash }) => free.includes(hash))
  const bytes = states.reduce((sum, { size }) => sum + size, 0)

  const remove = async () => {
    setBusy(true)
    for (const hash of free) await app.documents.remove(hash)
    setBusy(false)
    setAsking(false)
    say('good', t('storage.freed', { size: fileSize(bytes, language) }))
  }

  return (
    <section className="ec-storage-part">
      <h2>{t('storage.files')}</h2>
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
            width: '180px',
            cell: ({ isHere, percent }) =>
              isHere ? (
                <StatusSign bare tone="good" word={t('storage.ready')} />
              ) : (
                <StatusSign
                  bare
                  tone="waiting"
                  sign="download"
                  word={percent > 0 ? t('storage.fetching', { percent }) : t('storage.notBegun')}
                />
              ),
            sortBy: ({ percent }) => percent,
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

/**
 * What ballots name, in their order, and then what lies here and no ballot names any more. What was made of a document for
 * its readers counts with it.
 */
function useRows(): Row[] {
  const { ballots, documents } = useApp()
  const { t } = useWords()
  const states = new Map(documents.states().map((state) => [state.hash, state]))
  const rows = new Map<Hash, Row>()
  const named = new Set<Hash>()
  for (const { ballot, content } of ballots.list()) {
    for (const document of content.documents) {
      if (rows.has(document.hash)) continue
      const files = documents.filesOf(document)
      for (const { hash } of files) named.add(hash)
      const size = files.reduce((sum, file) => sum + file.size, 0)
      const have = files.reduce((sum, { hash }) => sum + (states.get(hash)?.have ?? 0), 0)
      rows.set(document.hash, {
        hash: document.hash,
        title: document.title,
        of: t('storage.ofBallot', { number: ballot.number ?? '' }),
        size,
        percent: percentOf(have, size),
        isHere: documents.isReadable(document),
      })
    }
  }
  for (const { hash, size, have, isComplete } of states.values()) {
    if (named.has(hash)) continue
    const title = t('storage.unnamed')
    rows.set(hash, { hash, title, of: '', size, percent: percentOf(have, size), isHere: isComplete })
  }
  return [...rows.values()]
}

const percentOf = (have: number, size: number) => Math.floor((have / Math.max(1, size)) * 100)
