import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { permit, type Subject } from '../../../shared/domain/access.ts'
import type { Meeting, MeetingState } from '../../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useApp } from '../app-context.tsx'
import { CalendarButton } from '../calendar-button.tsx'
import { MinutesButton } from '../minutes-button.tsx'
import { PaperButtons } from '../paper-buttons.tsx'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { ToLibraryButton } from '../to-library-button.tsx'
import { CirculateSheet } from './circulate-sheet.tsx'
import { ConcludeSheet } from './conclude-sheet.tsx'
import { ApproveSheet, CancelSheet, InviteSheet, ReturnSheet, SubmitSheet } from './prepare-sheets.tsx'
import { useIsBegun } from './use-is-begun.ts'

type ActName =
  | 'edit'
  | 'submit'
  | 'approve'
  | 'return'
  | 'invite'
  | 'change'
  | 'cancel'
  | 'conclude'
  | 'circulate'

const signs: Readonly<Record<ActName, IconName>> = {
  edit: 'edit',
  submit: 'send',
  approve: 'stamp',
  return: 'undo',
  invite: 'send',
  change: 'edit',
  cancel: 'remove',
  conclude: 'stamp',
  circulate: 'ballot',
}
/** From then on there is something to sign and send. */
const goesOut: ReadonlySet<MeetingState> = new Set([
  'approved',
  'invited',
  'in-session',
  'ended',
  'concluded',
])
/** From then on there is something to tell of it: a draft until it is concluded. */
const wasHeld: ReadonlySet<MeetingState> = new Set(['in-session', 'ended', 'concluded'])
const leads: ReadonlySet<ActName> = new Set(['submit', 'approve', 'invite', 'conclude'])

/** What may be done with a meeting now, by this person, in its present state; each says its effect before it is signed. */
export function MeetingActions({ view }: { view: OfficeMeetingView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const canReach = useServerReach()
  const [open, setOpen] = useState<ActName | null>(null)
  const { meeting, content } = view
  const acts = actsFor(app.me().subject, meeting)
  // What was begun on this device is stored first: submitting names what the Office holds.
  const isBegun = useIsBegun(view)
  const lead = acts.find((act) => leads.has(act) && !(act === 'submit' && isBegun))
  const close = () => setOpen(null)
  const sheets: Partial<Record<ActName, ReactNode>> = {
    submit: <SubmitSheet view={view} onClose={close} />,
    approve: <ApproveSheet view={view} onClose={close} />,
    return: <ReturnSheet view={view} onClose={close} />,
    invite: <InviteSheet view={view} onClose={close} />,
    cancel: <CancelSheet view={view} onClose={close} />,
    conclude: <ConcludeSheet view={view} onClose={close} />,
    circulate: <CirculateSheet meeting={meeting.id} onClose={close} />,
  }
  return (
    <div className="ec-meeting-actions ec-no-print">
      {acts.map((act) => (
        <Button
          key={act}
          variant={act === lead ? 'filled' : 'default'}
          leftSection={<Icon name={signs[act]} size={20} />}
          // What needs the server is asked for only while it is there; writing goes on without it (O9).
          disabled={(!canReach && act !== 'edit' && act !== 'change') || (act === 'submit' && isBegun)}
          onClick={() => {
            if (act === 'edit' || act === 'change') void navigate(paths.deskMeetingEdit(meeting.id))
            else setOpen(act)
          }}
        >
          {act === 'conclude' || act === 'circulate'
            ? t(`afterMeeting.act.${act}`)
            : t(`officeMeeting.act.${act}`)}
        </Button>
      ))}
      {goesOut.has(meeting.phase.state) && (
        <PaperButtons paper={{ kind: 'invitation', meeting: meeting.id }} />
      )}
      <MinutesButton meeting={meeting} />
      {wasHeld.has(meeting.phase.state) && (
        <PaperButtons paper={{ kind: 'conclusion-notice', meeting: meeting.id, item: null }} />
      )}
      {meeting.phase.state === 'concluded' && <ToLibraryButton of={{ meeting: meeting.id }} />}
      {content && <CalendarButton meeting={meeting} content={content} />}
      <Button variant="default" leftSection={<Icon name="print" size={20} />} onClick={() => window.print()}>
        {t('officeMeeting.act.print')}
      </Button>
      {open !== null && sheets[open]}
    </div>
  )
}

type OfMeeting =
  | 'draft-meeting'
  | 'submit-meeting'
  | 'approve-meeting'
  | 'return-meeting'
  | 'invite-to-meeting'
  | 'change-meeting'
  | 'cancel-meeting'
  | 'conclude-meeting'

function actsFor(subject: Subject, meeting: Meeting): ActName[] {
  const facts = factsOfMeeting(meeting)
  const given = (act: ActName, action: OfMeeting): ActName[] =>
    permit(subject, { action, meeting: facts }).allow ? [act] : []
  switch (meeting.phase.state) {
    case 'draft':
    case 'returned':
      return [
        ...given('edit', 'draft-meeting'),
        ...given('submit', 'submit-meeting'),
        ...given('cancel', 'cancel-meeting'),
      ]
    case 'submitted':
      return [
        ...given('approve', 'approve-meeting'),
        ...given('return', 'return-meeting'),
        ...given('cancel', 'cancel-meeting'),
      ]
    case 'approved':
      return [
        ...given('invite', 'invite-to-meeting'),
        ...given('change', 'change-meeting'),
        ...given('return', 'return-meeting'),
        ...given('cancel', 'cancel-meeting'),
      ]
    case 'invited':
      return [...given('change', 'change-meeting'), ...given('cancel', 'cancel-meeting')]
    case 'ended':
      return [...given('conclude', 'conclude-meeting'), ...mayCirculate(subject)]
    case 'concluded':
      return mayCirculate(subject)
    default:
      return []
  }
}

const mayCirculate = (subject: Subject): ActName[] =>
  permit(subject, { action: 'draft-ballot', ballot: null }).allow ? ['circulate'] : []
