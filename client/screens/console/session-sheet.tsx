import { Select } from '@mantine/core'
import { useState } from 'react'
import { PersonId } from '../../../shared/domain/id.ts'
import type { SessionView } from '../../app/session.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'

export type SessionStep = 'open' | 'pause' | 'end' | 'hand-over'

/** What is done with the session as a whole, said before it is signed. */
export function SessionSheet({
  view,
  step,
  onClose,
}: {
  view: SessionView
  step: SessionStep
  onClose: () => void
}) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [chosen, setChosen] = useState<string | null>(null)
  const { meeting, quorum, items, people } = view
  const common = { onClose }
  switch (step) {
    case 'open':
      return (
        <AuthoritySheet
          {...common}
          title={t('session.console.openTitle')}
          confirm={t('session.console.open')}
          done={t('session.console.openDone')}
          perform={() => app.conduct.open(meeting.id)}
        >
          <p>{t('session.console.openText', quorum)}</p>
          {quorum.present < quorum.needed && (
            <Notice
              tone="waiting"
              title={t('session.console.openMissing', { count: quorum.needed - quorum.present })}
            >
              {t('session.console.openMissingText')}
            </Notice>
          )}
        </AuthoritySheet>
      )
    case 'pause':
      return (
        <AuthoritySheet
          {...common}
          title={t('session.console.pauseTitle')}
          confirm={t('session.console.pause')}
          done={t('session.console.pauseDone')}
          reason={{ most: 1000, label: t('session.console.pauseReason') }}
          perform={(reason) => app.conduct.pause(meeting.id, reason)}
        />
      )
    case 'end': {
      const left = items.filter(({ row }) => row.spans.length === 0 && !row.block?.adopted).length
      return (
        <AuthoritySheet
          {...common}
          title={t('session.console.endTitle')}
          confirm={t('session.console.end')}
          done={t('session.console.endDone')}
          disabled={view.voting !== null}
          {...(left > 0 && { warning: t('session.console.endOpen', { count: left }) })}
          perform={() => app.conduct.end(meeting.id)}
        >
          <p>{t('session.console.endText')}</p>
          {view.voting && <Notice tone="urgent" title={t('afterMeeting.voteFirst')} />}
        </AuthoritySheet>
      )
    }
    case 'hand-over': {
      const others = people.filter(
        ({ isMember, isHere, person }) => isMember && isHere && person.id !== meeting.chair,
      )
      const to = PersonId.safeParse(chosen)
      return (
        <AuthoritySheet
          {...common}
          title={t('session.console.handOverTitle')}
          confirm={t('session.console.handOver')}
          done={t('session.console.handOverDone', { name: to.success ? nameOf(to.data) : '' })}
          disabled={!to.success}
          perform={() => app.conduct.handOver(meeting.id, to.success ? to.data : meeting.chair)}
        >
          <p>{t('session.console.handOverText')}</p>
          <Select
            label={t('session.console.handOverTo')}
            data={others.map(({ person }) => ({ value: person.id, label: person.name }))}
            nothingFoundMessage={t('session.console.handOverNone')}
            placeholder={others.length === 0 ? t('session.console.handOverNone') : undefined}
            disabled={others.length === 0}
            searchable
            filter={foldedFilter}
            value={chosen}
            onChange={setChosen}
          />
        </AuthoritySheet>
      )
    }
  }
}
