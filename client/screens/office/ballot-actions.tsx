import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { type ActName, ballotActs } from './ballot-acts.ts'
import { CloseSheet } from './close-sheet.tsx'
import { ExtendSheet } from './extend-sheet.tsx'
import { IssueSheet } from './issue-sheet.tsx'
import { RecallSheet } from './recall-sheet.tsx'
import { ResolveSheet, ToMeetingSheet } from './resolve-sheet.tsx'
import { ReturnSheet, SubmitSheet } from './submit-sheet.tsx'
import { WhoElse } from './who-else.tsx'

const signs: Readonly<Record<ActName, IconName>> = {
  edit: 'edit',
  submit: 'send',
  issue: 'stamp',
  return: 'undo',
  extend: 'clock',
  amend: 'edit',
  close: 'lock',
  recall: 'remove',
  resolve: 'stamp',
  toMeeting: 'meeting',
}

/** What may be done with a ballot now, by this person, in its present state; each says its effect before it is signed. */
export function BallotActions({ view }: { view: OfficeBallotView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const canReach = useServerReach()
  const [open, setOpen] = useState<ActName | null>(null)
  const { ballot } = view
  const { mine: acts, ...ofOthers } = ballotActs(app.me().subject, ballot)
  const whoElse = <WhoElse ballot={ballot} {...ofOthers} />
  if (acts.length === 0) return whoElse
  const silent = app.office.watch(ballot.id).filter(({ standing }) => standing !== 'answered').length
  const isTooEarly = ballot.phase.state === 'issued' && silent > 0
  const start = (act: ActName) => {
    if (act === 'edit' || act === 'amend') void navigate(paths.deskEdit(ballot.id))
    else setOpen(act)
  }
  const close = () => setOpen(null)
  const sheets: Partial<Record<ActName, ReactNode>> = {
    submit: <SubmitSheet view={view} onClose={close} />,
    issue: <IssueSheet view={view} onClose={close} />,
    return: <ReturnSheet view={view} onClose={close} />,
    extend: <ExtendSheet ballot={ballot} onClose={close} />,
    recall: <RecallSheet ballot={ballot} onClose={close} />,
    close: <CloseSheet ballot={ballot} onClose={close} />,
    resolve: <ResolveSheet ballot={ballot} onClose={close} />,
    toMeeting: <ToMeetingSheet ballot={ballot} onClose={close} />,
  }
  return (
    <div className="ec-office-actions ec-no-print">
      {acts.map((act, i) => (
        <Button
          key={act}
          variant={i === 0 && isLead(act, ballot) ? 'filled' : 'default'}
          leftSection={<Icon name={signs[act]} size={20} />}
          // What needs the server is asked for only while it is there; writing goes on without it (O9).
          disabled={(!canReach && act !== 'edit' && act !== 'amend') || (act === 'close' && isTooEarly)}
          onClick={() => start(act)}
        >
          {t(`desk.act.${act}`)}
        </Button>
      ))}
      {acts.includes('close') && isTooEarly && (
        <p className="ec-quiet">{t('desk.act.closeNotYet', { count: silent })}</p>
      )}
      {whoElse}
      {open !== null && sheets[open]}
    </div>
  )
}

/** The one main action of the screen; a ballot that runs well has none. */
const isLead = (act: ActName, { phase }: Ballot): boolean =>
  act === 'edit' || act === 'issue' || (act === 'extend' && phase.state === 'closing-waits')
