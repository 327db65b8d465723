import { Button, Select, TextInput } from '@mantine/core'
import { memo } from 'react'
import { blankSecret, type EditorSecret, secretLevels } from '../../app/agenda-item-editing.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { moved, without } from '../shared/list-order.ts'
import { OrderButtons } from '../shared/order-buttons.tsx'

type EditorSecretsProps = {
  secrets: readonly EditorSecret[]
  no: number
  gaps: readonly { kind: string; no?: number }[]
  /** Why none can be named now. */
  why: 'filesFirst' | 'sentFiles' | null
  onChange: (secrets: EditorSecret[]) => void
}

/** State secrets are papers in somebody's hands: named here, never held (D3). */
export const EditorSecrets = memo(function EditorSecrets({
  secrets,
  no,
  gaps,
  why,
  onChange,
}: EditorSecretsProps) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const isAsked = (i: number) =>
    gaps.some(
      ({ kind, no: at }) => (kind === 'secret-incomplete' || kind === 'secret-too-long') && at === i + 1,
    )
  const patch = (paper: EditorSecret) =>
    onChange(secrets.map((each) => (each.id === paper.id ? paper : each)))
  return (
    <section className="ec-editor-part" aria-label={t('agenda.secret.title')}>
      <h3>{t('agenda.secret.title')}</h3>
      {secrets.length === 0 ? (
        <p className="ec-quiet">{t('agenda.secret.none')}</p>
      ) : (
        <Notice tone="waiting" sign="lock" title={t('agenda.secret.why')} />
      )}
      {secrets.map((paper, i) => {
        const at = i + 1
        const error = (text: string) =>
          isAsked(i) && text.trim() === ''
            ? t('agenda.itemGap.secret-incomplete', { no, paper: at })
            : undefined
        return (
          <div key={paper.id} className="ec-agenda-secret">
            <TextInput
              label={t('agenda.secret.number', { no: at })}
              required
              maxLength={100}
              value={paper.number}
              error={error(paper.number)}
              onChange={(event) => patch({ ...paper, number: event.currentTarget.value })}
            />
            <Select
              label={t('agenda.secret.level', { no: at })}
              allowDeselect={false}
              data={secretLevels.map((value) => ({ value, label: t(`meeting.secret.level.${value}`) }))}
              value={paper.level}
              onChange={(next) => {
                const level = secretLevels.find((each) => each === next)
                if (level) patch({ ...paper, level })
              }}
            />
            <TextInput
              label={t('agenda.secret.custodian', { no: at })}
              required
              maxLength={200}
              value={paper.custodian}
              error={error(paper.custodian)}
              onChange={(event) => patch({ ...paper, custodian: event.currentTarget.value })}
            />
            <OrderButtons
              what={t('agenda.secret.what', { no: at })}
              at={i}
              count={secrets.length}
              onMove={(to) => onChange(moved(secrets, i, to))}
              onRemove={() => {
                onChange(without(secrets, i))
                toast.offerUndo(t('editor.removed', { what: t('agenda.secret.what', { no: at }) }), () =>
                  onChange([...secrets]),
                )
              }}
            />
          </div>
        )
      })}
      {why !== null && <p className="ec-quiet">{t(`agenda.secret.${why}`)}</p>}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="lock" size={20} />}
          disabled={why !== null || secrets.length >= 50}
          onClick={() => onChange([...secrets, blankSecret(app.office.newId)])}
        >
          {t('agenda.secret.add')}
        </Button>
      </div>
    </section>
  )
})
