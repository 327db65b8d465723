import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'
import { lengthWords } from './length-words.ts'
import { spanWords } from './span-words.ts'

/** What an act of authority is about, before it is signed. */
export function SignedMeeting({ view: { meeting, content, items } }: { view: OfficeMeetingView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const minutes = items.reduce((sum, { item }) => sum + item.plannedMinutes, 0)
  return (
    <div className="ec-meeting-signed">
      <p>
        <strong>
          {t('officeMeeting.sheet.facts', {
            type: t(`officeMeeting.type.${meeting.type}`),
            title: content?.title ?? '',
            hours: spanWords(t, meeting.startsAt, meeting.endsAt),
            place: content?.place ?? '',
            chair: nameOf(meeting.chair),
          })}
        </strong>
      </p>
      <p>{t('officeMeeting.sheet.items', { count: items.length, minutes: lengthWords(t, minutes) })}</p>
      <ol className="ec-meeting-signed-items">
        {items.map(({ item, content: words }) => (
          <li key={item.id}>{words?.title}</li>
        ))}
      </ol>
    </div>
  )
}
