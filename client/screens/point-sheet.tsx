import { TextInput } from '@mantine/core'
import { PointOutcome } from '../../shared/domain/point.ts'
import { cleanText } from '../../shared/lib/text.ts'
import type { PointView } from '../app/point.ts'
import { parseResponseDraft, type ResponseDraft, responseDraftName } from '../app/sheet-draft.ts'
import { ChoiceButtons } from '../ui/choice-buttons.tsx'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { AuthoritySheet } from './authority-sheet.tsx'
import { NotKept } from './not-kept.tsx'
import { useKeptForm } from './use-kept-form.ts'

type PointSheetProps = { point: PointView; ballotNumber: string; onClose: () => void }

/** The lead agency's response to one point: what was said stands above it (B15). */
export function PointSheet({ point, ballotNumber, onClose }: PointSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const last = point.given.at(-1)
  const replaces = last?.act ?? null
  const standing: ResponseDraft = {
    ...{ outcome: last?.outcome ?? null, reason: last?.reason ?? '', place: last?.place ?? '' },
    replaces,
  }
  const { form, isKept, change, forget } = useKeptForm(responseDraftName(point), standing, (value) =>
    parseResponseDraft(value, replaces),
  )
  const { outcome, place } = form
  const where = cleanText(place).trim()
  const needsPlace = outcome !== null && outcome !== 'not-accepted'
  return (
    <AuthoritySheet
      title={t('points.sheet.title', { number: ballotNumber })}
      confirm={t('points.sheet.confirm')}
      done={t('points.sheet.done')}
      disabled={outcome === null || where.length > 500 || (needsPlace && where === '')}
      reason={{
        most: 4000,
        label: t('points.sheet.reason'),
        optional: outcome === null || outcome === 'accepted',
        initial: form.reason,
        onWrite: (reason) => change({ reason }),
      }}
      perform={(reason) =>
        app.points.respond(point, { outcome: outcome ?? 'accepted', reason, place: needsPlace ? where : '' })
      }
      onDone={forget}
      onClose={onClose}
    >
      <NotKept isKept={isKept} />
      {point.text !== null && <blockquote className="ec-point-said">{point.text}</blockquote>}
      {last && <p className="ec-quiet">{t('points.sheet.kept')}</p>}
      <ChoiceButtons
        legend={t('points.sheet.outcome')}
        choices={PointOutcome.options.map((id) => ({ id, word: t(`points.outcome.${id}`) }))}
        chosen={outcome === null ? [] : [outcome]}
        onChange={([id]) => change({ outcome: PointOutcome.options.find((one) => one === id) ?? null })}
      />
      {needsPlace && (
        <TextInput
          label={t('points.sheet.place')}
          description={t('points.sheet.placeHint')}
          required
          maxLength={500}
          autoComplete="off"
          value={place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      )}
    </AuthoritySheet>
  )
}
