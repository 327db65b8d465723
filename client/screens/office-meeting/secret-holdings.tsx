import './secret-holdings.css'
import { useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import { copiesOfPaper, type HandedCopy, type SecretPaper } from '../../app/handed-paper.ts'
import type { OfficeItemView, OfficeMeetingView } from '../../app/office-meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { DeskButton } from './desk-button.tsx'
import { HandOutSheet } from './hand-out-sheet.tsx'

type SecretHoldingsProps = { view: OfficeMeetingView; item: OfficeItemView; paper: SecretPaper }

/** One secret paper: its number and custodian, and who was given which copy, and which has come back (D3). */
export function SecretHoldings({ view: { meeting }, item, paper }: SecretHoldingsProps) {
  const app = useApp()
  const { t } = useWords()
  const [asked, setAsked] = useState<'hand-out' | HandedCopy | null>(null)
  const { id, number, level, custodian } = paper
  const of = { meeting: meeting.id, item: item.item.id, paper: id }
  const copies = copiesOfPaper(of, app.copy)
  const { state } = meeting.phase
  const may = permit(app.me().subject, { action: 'hand-out-paper', meeting: factsOfMeeting(meeting) }).allow
  const mayHandOut = may && (state === 'invited' || state === 'in-session') && item.item.withdrawn === null
  return (
    <div className="ec-holdings">
      <StatusSign
        bare
        tone="quiet"
        sign="lock"
        word={t('officeMeeting.item.secret', {
          level: t(`meeting.secret.level.${level}`),
          number,
          custodian,
        })}
      />
      {copies.length > 0 && (
        <ul>
          {copies.map((one) => (
            <li key={`${one.person} ${one.copy} ${one.at}`}>
              <CopyWords of={one} />
              {may && !one.returned && (
                <DeskButton onClick={() => setAsked(one)}>{t('agenda.handed.takeBack')}</DeskButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayHandOut && (
        <div>
          <DeskButton adds onClick={() => setAsked('hand-out')}>
            {t('agenda.handed.handOut')}
          </DeskButton>
        </div>
      )}
      {asked === 'hand-out' && (
        <HandOutSheet meeting={meeting} item={item.item} paper={paper} onClose={() => setAsked(null)} />
      )}
      {asked !== null && asked !== 'hand-out' && (
        <TakeBackSheet of={asked} paper={paper} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

function CopyWords({ of: { person, copy, by, at, returned } }: { of: HandedCopy }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  return (
    <span className="ec-holdings-copy">
      <strong>
        {nameOf(person)}, {t('agenda.handed.copyOf', { copy })}
      </strong>
      <span className="ec-quiet">{t('agenda.handed.by', { name: nameOf(by), when: dateAndHour(at) })}</span>
      {returned ? (
        <StatusSign
          bare
          tone="good"
          word={t('agenda.handed.returned', { name: nameOf(returned.by), when: dateAndHour(returned.at) })}
        />
      ) : (
        <StatusSign bare tone="waiting" word={t('agenda.handed.out')} />
      )}
    </span>
  )
}

function TakeBackSheet({ of, paper, onClose }: { of: HandedCopy; paper: SecretPaper; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { meeting, item, paper: id, person, copy } = of
  return (
    <AuthoritySheet
      title={t('agenda.handed.takeBackTitle', { copy, number: paper.number })}
      confirm={t('agenda.handed.takeBackConfirm')}
      done={t('agenda.handed.takeBackDone')}
      perform={() => app.officeMeetings.takeBackPaper({ meeting, item, paper: id, person, copy })}
      onClose={onClose}
    >
      <p>{t('agenda.handed.takeBackText', { name: nameOf(person) })}</p>
    </AuthoritySheet>
  )
}
