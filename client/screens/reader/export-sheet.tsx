import { Button, Checkbox, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { formatDay, formatInstant } from '../../../shared/lib/time.ts'
import type { ShownAnnotation } from '../../app/annotation-handle.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useApp } from '../app-context.tsx'
import { saveFile } from '../save-file.ts'
import {
  type Exported,
  type ExportFault,
  type ExportPart,
  type ExportStep,
  makeExport,
} from './make-export.ts'
import type { Marks } from './use-marks.ts'

type Stage =
  | { kind: 'choose' }
  | { kind: 'work'; step: ExportStep | null }
  | { kind: 'made'; made: Exported }
  | { kind: 'failed'; fault: ExportFault }

type ExportSheetProps = {
  part: ExportPart
  marks: Marks
  documents: readonly BallotDocument[]
  onClose: () => void
}

/** A5: says what goes out and that it leaves the sealed store; then how far it is, and what could not go with it. */
export function ExportSheet({ part, marks, documents, onClose }: ExportSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const [stage, setStage] = useState<Stage>({ kind: 'choose' })
  const counts = useCounts(part, marks, documents)
  // Only what is one's own goes out unasked: what colleagues have shown in confidence is theirs.
  const [takes, setTakes] = useState<Readonly<Record<Layer, boolean>>>({
    ...{ shared: true, private: true },
    others: false,
  })
  useFocusBack(stage.kind !== 'choose')
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const start = async () => {
    const control = new AbortController()
    stop.current = control
    setStage({ kind: 'work', step: null })
    const person = app.me().person?.name ?? ''
    const made = await makeExport(
      app,
      {
        part,
        open: { noted: marks.document, shown: marks.shown, tray: [...marks.tray, ...marks.placing] },
        documents,
        takes: (note) => takes[layerOf(note)] && !marks.hidden.has(note.author),
        words: {
          bookmark: t('notes.export.bookmark'),
          foot: t('notes.export.foot', { name: person, at: formatInstant(app.now()) }),
          dossier: t('notes.export.dossierName'),
          named: (title) => t('notes.export.fileName', { title, day: formatDay(app.today()) }),
        },
      },
      control.signal,
      (step) => setStage({ kind: 'work', step }),
    ).catch(() => ({ ok: false, error: 'broken' }) as const)
    if (control.signal.aborted) return
    if (!made.ok) return setStage({ kind: 'failed', fault: made.error })
    if (made.value === null) return
    const { name, file, missing, plain, unplaced } = made.value
    saveFile(name, file)
    toast.say('good', t('notes.export.made', { name }))
    if (missing.length + plain.length + unplaced === 0) onClose()
    else setStage({ kind: 'made', made: made.value })
  }

  const title = t(`notes.export.${part}`)
  if (stage.kind === 'choose') {
    return (
      <ConfirmSheet
        opened
        title={title}
        warning={t('notes.export.warning')}
        confirm={t('notes.export.confirm')}
        onConfirm={() => void start()}
        onClose={onClose}
      >
        <p>{t(`notes.export.${part}Text`, { count: documents.length })}</p>
        <fieldset className="ec-note-authors">
          <legend>{t('notes.export.layers')}</legend>
          {layers
            .filter((layer) => counts[layer] > 0)
            .map((layer) => (
              <Checkbox
                key={layer}
                label={t(`notes.export.take.${layer}`, { count: counts[layer] })}
                description={t(`notes.export.means.${layer}`)}
                checked={takes[layer]}
                onChange={(event) => setTakes({ ...takes, [layer]: event.currentTarget.checked })}
              />
            ))}
          {counts.shared + counts.private + counts.others === 0 && (
            <p className="ec-quiet">{t('notes.export.noNotes')}</p>
          )}
        </fieldset>
        <p className="ec-quiet">{t('notes.export.footText')}</p>
      </ConfirmSheet>
    )
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('interface.close') }}>
      {stage.kind === 'work' && (
        <ProgressBar
          word={t('notes.export.working', { title: stage.step?.title ?? '' })}
          done={stage.step?.done ?? 0}
          total={stage.step?.total ?? documents.length}
          stopWord={t('notes.export.cancel')}
          onStop={onClose}
        />
      )}
      {stage.kind === 'made' && <Lacking made={stage.made} onClose={onClose} />}
      {stage.kind === 'failed' && (
        <ErrorState
          title={t('notes.export.failed')}
          meaning={t(`notes.export.fault.${stage.fault}`)}
          remedy={t('notes.export.remedy')}
          onRetry={() => void start()}
        />
      )}
    </Modal>
  )
}

const layers = ['shared', 'private', 'others'] as const
type Layer = (typeof layers)[number]

const layerOf = ({ isMine, layer }: ShownAnnotation): Layer => (isMine ? layer : 'others')

/** How many notes there are to go out, of each kind; of colleagues those that are shown. */
function useCounts(part: ExportPart, marks: Marks, documents: readonly BallotDocument[]) {
  const { annotations } = useApp()
  const { dossier } = marks.document
  const notes =
    part === 'document'
      ? [...marks.shown, ...marks.tray, ...marks.placing]
      : documents.flatMap(({ id }) => annotations.book.on(dossier, id))
  const shown = notes.filter(({ author }) => !marks.hidden.has(author))
  const count = (layer: Layer) => shown.filter((note) => layerOf(note) === layer).length
  return { shared: count('shared'), private: count('private'), others: count('others') }
}

/** What the file does not hold, though one may think that it does. */
function Lacking({ made, onClose }: { made: Exported; onClose: () => void }) {
  const { t } = useWords()
  return (
    <div className="ec-export-lacking">
      {(['missing', 'plain'] as const)
        .filter((kind) => made[kind].length > 0)
        .map((kind) => (
          <section key={kind}>
            <p>{t(`notes.export.${kind}`)}</p>
            <ul>
              {made[kind].map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </section>
        ))}
      {made.unplaced > 0 && <p>{t('notes.export.unplaced', { count: made.unplaced })}</p>}
      <Button onClick={onClose}>{t('notes.export.close')}</Button>
    </div>
  )
}
