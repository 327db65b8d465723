import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Action, permit, type Subject } from '../../../shared/domain/access.ts'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import { factsOf } from '../../../shared/domain/scope.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { CloseSheet } from './close-sheet.tsx'
import { ExtendSheet } from './extend-sheet.tsx'
import { IssueSheet } from './issue-sheet.tsx'
import { RecallSheet } from './recall-sheet.tsx'
import { ReturnSheet, SubmitSheet } from './submit-sheet.tsx'

type ActName = 'edit' | 'submit' | 'issue' | 'return' | 'extend' | 'amend' | 'close' | 'recall'

const signs: Readonly<Record<ActName, IconName>> = {
  edit: 'edit',
  submit: 'send',
  issue: 'stamp',
  return: 'undo',
  extend: 'clock',
  amend: 'edit',
  close: 'lock',
  recall: 'remove',
}

/** What may be done with a ballot now, by this person, in its present state; each says its effect before it is signed. */
export function BallotActions({ view }: { view: OfficeBallotView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const canReach = useServerReach()
  const [open, setOpen] = useState<ActName | null>(null)
  const { ballot } = view
  const acts = actsFor(app.me().subject, ballot)
  if (acts.length === 0) return null
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
      {open !== null && sheets[open]}
    </div>
  )
}

/** The one main action of the screen; a ballot that runs well has none. */
const isLead = (act: ActName, { phase }: Ballot): boolean =>
  act === 'edit' || act === 'issue' || (act === 'extend' && phase.state === 'closing-waits')

function actsFor(subject: Subject, ballot: Ballot): ActName[] {
  const facts = factsOf(ballot)
  const may = (action: Extract<Action, `${string}-ballot`>) => {
    if (action === 'draft-ballot') return permit(subject, { action, ballot: facts }).allow
    return action === 'answer-ballot' || permit(subject, { action, ballot: facts }).allow
  }
  const given = (act: ActName, action: Parameters<typeof may>[0]): ActName[] => (may(action) ? [act] : [])
  switch (ballot.phase.state) {
    case 'draft':
    case 'returned':
      return [
        ...given('edit', 'draft-ballot'),
        ...given('submit', 'submit-ballot'),
        ...given('recall', 'recall-ballot'),
      ]
    case 'submitted':
      return [
        ...given('issue', 'issue-ballot'),
        ...given('return', 'return-ballot'),
        ...given('recall', 'recall-ballot'),
      ]
    case 'issued':
      return [
        ...given('extend', 'extend-ballot'),
        ...given('amend', 'amend-ballot'),
        ...given('recall', 'recall-ballot'),
        ...given('close', 'close-ballot'),
      ]
    case 'closing-waits':
      return [
        ...given('extend', 'extend-ballot'),
        ...given('close', 'close-ballot'),
        ...given('recall', 'recall-ballot'),
      ]
    default:
      return []
  }
}
