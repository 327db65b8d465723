import type { AgendaItemId, MeetingId } from '../../../shared/domain/id.ts'
import type { MemberPicture } from '../../app/meeting-picture.ts'
import type { OfficeFault } from '../../app/office-ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { ReplyWords } from './reply-words.tsx'

type AbsenceSheetProps = { meeting: MeetingId; line: MemberPicture; approved: boolean; onClose: () => void }

/** The head of office's word on an absence, or on a substitute (M3). */
export function AbsenceSheet({ meeting, line, approved, onClose }: AbsenceSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { member, reply } = line
  const names = { name: member.name, substitute: reply?.kind === 'substitute' ? nameOf(reply.person) : '' }
  const what = reply?.kind === 'substitute' ? 'SubstituteTitle' : 'Title'
  return (
    <AuthoritySheet
      title={t(`officeMeeting.people.${approved ? 'approve' : 'refuse'}${what}`, names)}
      confirm={t('officeMeeting.people.confirm')}
      done={t('officeMeeting.people.done')}
      reason={
        approved
          ? { most: 1000, optional: true, label: t('officeMeeting.people.approveReason') }
          : { most: 1000 }
      }
      perform={(reason) => app.officeMeetings.decideAbsence(meeting, member.id, approved, reason)}
      onClose={onClose}
    >
      <div className="ec-meeting-pair">
        <ReplyWords line={line} />
      </div>
      <p>{t('officeMeeting.people.text')}</p>
    </AuthoritySheet>
  )
}

type AdmitProps = {
  meeting: MeetingId
  line: MemberPicture
  items: readonly AgendaItemId[]
  onClose: () => void
}

/** Opens to a substitute what the member named them for, item by item. */
export function AdmitSubstituteSheet({ meeting, line, items, onClose }: AdmitProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { member, reply } = line
  if (reply?.kind !== 'substitute') return null
  const names = { name: member.name, substitute: nameOf(reply.person) }
  const { person, from, to } = reply
  return (
    <AuthoritySheet
      title={t('officeMeeting.people.admitTitle', names)}
      confirm={t('officeMeeting.people.admitConfirm')}
      done={t('officeMeeting.admit.done')}
      disabled={items.length === 0}
      perform={async () => {
        let last: Awaited<ReturnType<typeof app.officeMeetings.admit>> = { ok: false, error: nothing }
        for (const item of items) {
          last = await app.officeMeetings.admit({ meeting, item, person, member: member.id, from, to })
          if (!last.ok || last.value.kind !== 'accepted') break
        }
        return last
      }}
      onClose={onClose}
    >
      <p>{t('officeMeeting.people.admitText', { ...names, count: items.length })}</p>
    </AuthoritySheet>
  )
}

const nothing: OfficeFault = { kind: 'content-malformed' }
