import { membersOn } from '../../../shared/domain/people.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import { meetingChanges, toldOf } from '../../app/meeting-changes.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { storeSheet } from '../../app/store-sheet.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { ChangeList } from './change-list.tsx'
import { LateNotice } from './late-notice.tsx'
import type { SheetInHand } from './use-meeting-sheet.ts'

type ChangeSheetProps = {
  view: OfficeMeetingView
  hand: SheetInHand
  onDone: () => void
  onClose: () => void
}

/** What was approved or sent becomes something else: what changes and who sees it is said first, and the reason asked for (M1). */
export function ChangeSheet({ view, hand, onDone, onClose }: ChangeSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { people, nameOf } = useDirectory()
  const { meeting } = view
  const { base, sheet, kept } = hand
  const changes = meetingChanges(base, sheet)
  const told = toldOf(changes, base, sheet)
  const members = membersOn(people, dayOf(meeting.startsAt)).length
  return (
    <AuthoritySheet
      title={t('agenda.changeSheet.title')}
      confirm={t('agenda.changeSheet.confirm')}
      done={t('agenda.changeSheet.done')}
      reason={{ most: 1000, label: t('agenda.changeSheet.reason') }}
      perform={async (reason) => {
        const last = await storeSheet(
          app.officeMeetings,
          { meeting: meeting.id, isNew: false, base, kept, reason },
          { stored: hand.markStored, progress: () => undefined },
        )
        return last?.result ?? { ok: false, error: { kind: 'content-malformed' } }
      }}
      onDone={onDone}
      onClose={onClose}
    >
      <ChangeList changes={changes} />
      <p>
        {meeting.invitedAt === null
          ? t('agenda.changeSheet.notSent')
          : told === null
            ? t('agenda.changeSheet.toldAll', { count: members })
            : t('agenda.changeSheet.told', { count: told.length, names: told.map(nameOf).join(', ') })}
      </p>
      {meeting.invitedAt !== null && <LateNotice startsAt={meeting.startsAt} />}
    </AuthoritySheet>
  )
}
