import { Select } from '@mantine/core'
import { memo } from 'react'
import type { MeetingId } from '../../../shared/domain/id.ts'
import { type MatterSource, sourceKey } from '../../../shared/domain/matter-source.ts'
import { dayOf, formatDay } from '../../../shared/lib/time.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp, useAppVersion } from '../app-context.tsx'

type EditorSourceProps = {
  source: MatterSource | null
  /** Whose agenda this is; its own items come from elsewhere. */
  meeting: MeetingId | null
  onChange: (source: MatterSource | null) => void
}

/** What an item continues: a closed ballot (B4), or an item of another meeting. */
export const EditorSource = memo(function EditorSource({ source, meeting, onChange }: EditorSourceProps) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const ballots = app.office.list().flatMap(({ ballot, content }) => {
    if (ballot.phase.state !== 'closed' || !content) return []
    const of: MatterSource = { kind: 'ballot', ballot: ballot.id }
    return [
      {
        of,
        value: sourceKey(of),
        label: `${t('answer.ballot', { number: ballot.number ?? '' })} · ${content.title}`,
      },
    ]
  })
  const items = app.officeMeetings.list().flatMap((view) => {
    if (view.meeting.id === meeting || view.meeting.invitedAt === null) return []
    return [...view.items, ...view.withdrawn].flatMap(({ item, content }) => {
      if (!content || item.versions.length === 0) return []
      const of: MatterSource = { kind: 'item', meeting: item.meeting, item: item.id }
      const day = formatDay(dayOf(view.meeting.startsAt))
      const label = `${t('trail.source.item', { day })} · ${content.title}`
      return [{ of, value: sourceKey(of), label }]
    })
  })
  const known = [...ballots, ...items]
  const value = source && sourceKey(source)
  const isKnown = value === null || known.some((one) => one.value === value)
  if (known.length === 0 && source === null) return null
  return (
    <Select
      label={t('trail.source.label')}
      description={t('trail.source.hint')}
      placeholder={t('trail.source.none')}
      clearable
      searchable
      filter={foldedFilter}
      data={[
        ...(isKnown ? [] : [{ value: value ?? '', label: t('trail.source.notHere') }]),
        ...known.map(({ value, label }) => ({ value, label })),
      ]}
      value={value}
      onChange={(next) => {
        if (next !== value) onChange(known.find((one) => one.value === next)?.of ?? null)
      }}
    />
  )
})
