import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { permit } from '../../../shared/domain/access.ts'
import type { Meeting } from '../../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import type { MinutesView } from '../../app/minutes.ts'
import { contentOfLines, minutesRoom } from '../../app/minutes-sheet.ts'
import { meetingContentIn } from '../../app/tablet-context.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { PaperButtons } from '../paper-buttons.tsx'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'
import { useDirectory } from '../use-directory.ts'
import type { MinutesInHand } from './use-minutes-sheet.ts'

type HeadProps = { meeting: Meeting; view: MinutesView | null; hand: MinutesInHand; mayWrite: boolean }

/** How far the minutes have come, and what may be done with them as a whole. */
export function MinutesHead({ meeting, view, hand, mayWrite }: HeadProps) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const [signing, setSigning] = useState<MinutesView | null>(null)
  const { subject } = app.me()
  const isOffice = subject.roles.includes('secretary') || subject.roles.includes('head-of-office')
  const maySign = permit(subject, { action: 'sign-minutes', meeting: factsOfMeeting(meeting) }).allow
  const canSign = maySign && view !== null && view.minutes.signed === null
  const { tooLong, share } = useMemo(() => minutesRoom(hand.lines ?? []), [hand.lines])
  const isTooLong = tooLong.length > 0 || share > 1
  const store = () =>
    run(() => app.minutes.store(meeting.id, contentOfLines(hand.lines ?? [])), t('minutes.stored'))
  return (
    <>
      <PageTitle
        title={t('minutes.title')}
        over={<MinutesState view={view} />}
        under={meetingContentIn(app.copy, meeting.contentHash)?.title}
        onBack={() => void navigate(isOffice ? paths.deskMeeting(meeting.id) : paths.meeting(meeting.id))}
      />
      <div className="ec-minutes-acts ec-no-print">
        {mayWrite && hand.lines && (
          <Button
            leftSection={<Icon name="send" size={20} />}
            disabled={!canReach || !hand.isChanged || hand.hasClash || isTooLong}
            loading={isBusy}
            onClick={() => void store()}
          >
            {t('minutes.store')}
          </Button>
        )}
        {canSign && (
          <Button
            leftSection={<Icon name="stamp" size={20} />}
            disabled={!canReach || meeting.phase.state !== 'concluded'}
            onClick={() => setSigning(view)}
          >
            {t('minutes.sign')}
          </Button>
        )}
        {view && <PaperButtons paper={{ kind: 'minutes', meeting: meeting.id }} />}
        <Button
          variant="default"
          leftSection={<Icon name="print" size={20} />}
          onClick={() => window.print()}
        >
          {t('officeMeeting.act.print')}
        </Button>
      </div>
      {mayWrite && share > 0.8 && (
        <Notice
          tone={share > 1 ? 'urgent' : 'waiting'}
          title={t(share > 1 ? 'minutes.full' : 'minutes.nearlyFull', { share: Math.ceil(share * 100) })}
        >
          {t('minutes.fullText')}
        </Notice>
      )}
      {mayWrite && tooLong.length > 0 && (
        <p className="ec-minutes-hint">
          {t('minutes.tooLongFirst', { titles: tooLong.map(({ title }) => `“${title}”`).join(', ') })}
        </p>
      )}
      {mayWrite && hand.hasClash && <p className="ec-minutes-hint">{t('minutes.clashFirst')}</p>}
      {canSign && meeting.phase.state !== 'concluded' && (
        <p className="ec-minutes-hint">{t('minutes.signLater')}</p>
      )}
      {signing && (
        <AuthoritySheet
          title={t('minutes.signTitle')}
          confirm={t('minutes.signConfirm')}
          done={t('minutes.signed')}
          warning={t('minutes.signWarning')}
          perform={() => app.minutes.sign(meeting.id, signing.last.hash)}
          onClose={() => setSigning(null)}
        >
          <p>
            {t('minutes.signText', {
              no: signing.minutes.versions.length,
              when: dateAndHour(signing.last.at),
            })}
          </p>
        </AuthoritySheet>
      )}
    </>
  )
}

function MinutesState({ view }: { view: MinutesView | null }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  if (view === null) return <StatusSign tone="quiet" word={t('minutes.state.none')} />
  const { signed, versions } = view.minutes
  if (signed) {
    const facts = { name: nameOf(signed.by), when: dateAndHour(signed.at) }
    return <StatusSign tone="good" sign="stamp" word={t('minutes.state.signed', facts)} />
  }
  const facts = { no: versions.length, name: nameOf(view.last.by), when: dateAndHour(view.last.at) }
  return <StatusSign tone="waiting" sign="edit" word={t('minutes.state.stored', facts)} />
}
