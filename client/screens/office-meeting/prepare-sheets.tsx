import { membersOn } from '../../../shared/domain/people.ts'
import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { LateNotice } from './late-notice.tsx'
import { SignedMeeting } from './signed-meeting.tsx'

type SheetProps = { view: OfficeMeetingView; onDone?: () => void; onClose: () => void }

/** From the secretary to the head of office. */
export function SubmitSheet({ view, onDone, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  const lacking = view.items.findIndex(({ content }) => summaryGap(content?.documents ?? []) !== null)
  return (
    <AuthoritySheet
      title={t('officeMeeting.sheet.submitTitle')}
      confirm={t('officeMeeting.sheet.submit')}
      done={t('officeMeeting.sheet.submitted')}
      disabled={lacking >= 0 || view.items.length === 0}
      perform={() => app.officeMeetings.submit(view.meeting.id)}
      {...(onDone && { onDone })}
      onClose={onClose}
    >
      <SignedMeeting view={view} />
      <p>{t('officeMeeting.sheet.submitText')}</p>
      <LateNotice startsAt={view.meeting.startsAt} />
      {lacking >= 0 && (
        <Notice tone="urgent" title={t('agenda.itemGap.summary-missing', { no: lacking + 1 })} />
      )}
      {view.items.length === 0 && <Notice tone="urgent" title={t('agenda.gap.agenda-empty')} />}
    </AuthoritySheet>
  )
}

/** And back, with the reason. */
export function ReturnSheet({ view, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  return (
    <AuthoritySheet
      title={t('officeMeeting.sheet.returnTitle')}
      confirm={t('officeMeeting.sheet.return')}
      done={t('officeMeeting.sheet.returnDone')}
      reason={{ most: 1000 }}
      perform={(reason) => app.officeMeetings.giveBack(view.meeting.id, reason)}
      onClose={onClose}
    >
      <p>{t('officeMeeting.sheet.returnText')}</p>
    </AuthoritySheet>
  )
}

/** The head of office approves exactly this agenda. */
export function ApproveSheet({ view, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  return (
    <AuthoritySheet
      title={t('officeMeeting.sheet.approveTitle')}
      confirm={t('officeMeeting.sheet.approve')}
      done={t('officeMeeting.sheet.approved')}
      perform={() => app.officeMeetings.approve(view.meeting.id)}
      onClose={onClose}
    >
      <SignedMeeting view={view} />
      <LateNotice startsAt={view.meeting.startsAt} />
      <p className="ec-quiet">{t('officeMeeting.sheet.approveText')}</p>
    </AuthoritySheet>
  )
}

/** The invitation and its papers, to everybody who may read them. */
export function InviteSheet({ view, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { people } = useDirectory()
  const { meeting } = view
  const isPassed = meeting.startsAt <= app.now()
  const members = membersOn(people, dayOf(meeting.startsAt)).length
  return (
    <AuthoritySheet
      title={t('officeMeeting.sheet.inviteTitle')}
      confirm={t('officeMeeting.sheet.invite')}
      done={t('officeMeeting.sheet.invited')}
      disabled={isPassed}
      perform={() => app.officeMeetings.invite(meeting.id)}
      onClose={onClose}
    >
      <SignedMeeting view={view} />
      <p>{t('officeMeeting.sheet.inviteText', { count: members })}</p>
      {meeting.admitted.length > 0 && (
        <p>{t('officeMeeting.sheet.inviteAdmitted', { count: meeting.admitted.length })}</p>
      )}
      <LateNotice startsAt={meeting.startsAt} />
      {isPassed && <Notice tone="urgent" title={t('officeMeeting.sheet.invitePassed')} />}
      <p className="ec-quiet">{t('officeMeeting.sheet.inviteAfter')}</p>
    </AuthoritySheet>
  )
}

/** The end of it, with the reason. */
export function CancelSheet({ view, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { people } = useDirectory()
  const { meeting } = view
  const members = membersOn(people, dayOf(meeting.startsAt)).length
  const wasSent = meeting.invitedAt !== null
  return (
    <AuthoritySheet
      title={t('officeMeeting.sheet.cancelTitle')}
      warning={t('officeMeeting.sheet.cancelWarning')}
      confirm={t('officeMeeting.sheet.cancel')}
      done={t('officeMeeting.sheet.cancelDone')}
      reason={{ most: 1000 }}
      perform={(reason) => app.officeMeetings.cancel(meeting.id, reason)}
      onClose={onClose}
    >
      <SignedMeeting view={view} />
      <p>
        {wasSent
          ? t('officeMeeting.sheet.cancelText', { count: members + meeting.admitted.length })
          : t('officeMeeting.sheet.cancelTextNotSent')}
      </p>
    </AuthoritySheet>
  )
}
