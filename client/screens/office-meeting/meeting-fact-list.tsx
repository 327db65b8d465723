import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'
import { lengthWords } from './length-words.ts'
import { spanWords } from './span-words.ts'

/** When, where, under whom, and who prepares it. */
export function MeetingFactList({ view: { meeting, content, items } }: { view: OfficeMeetingView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { startsAt, endsAt, chair, handlers, invitedAt } = meeting
  const planned = items.reduce((sum, { item }) => sum + item.plannedMinutes, 0)
  const span = Math.round((endsAt - startsAt) / 60_000)
  const sum =
    planned > span
      ? t('agenda.sumOver', { planned: lengthWords(t, planned), over: lengthWords(t, planned - span) })
      : t('agenda.sum', { planned: lengthWords(t, planned), span: lengthWords(t, span) })
  const facts = [
    { term: t('officeMeeting.facts.hours'), value: spanWords(t, startsAt, endsAt) },
    { term: t('officeMeeting.facts.place'), value: content?.place ?? '' },
    { term: t('officeMeeting.facts.chair'), value: nameOf(chair) },
    ...(planned > 0 ? [{ term: t('officeMeeting.facts.sum'), value: sum }] : []),
    { term: t('officeMeeting.facts.handlers'), value: handlers.map(nameOf).join(', ') },
    ...(invitedAt === null
      ? []
      : [{ term: t('officeMeeting.facts.invitedAt'), value: dateAndHour(invitedAt) }]),
    ...(content?.remarks
      ? [
          {
            term: t('officeMeeting.facts.remarks'),
            value: <span className="ec-meeting-remarks">{content.remarks}</span>,
          },
        ]
      : []),
  ]
  return <DefinitionList stacked items={facts} />
}
