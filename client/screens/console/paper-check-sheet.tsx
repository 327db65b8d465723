import { useEffect, useState } from 'react'
import type { VoteView } from '../../app/item-session.ts'
import type { PaperVoteView } from '../../app/paper-vote.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { ScanPane } from '../scan-pane.tsx'
import { useDirectory } from '../use-directory.ts'
import { voteWord } from '../vote-options.ts'

type PaperCheckSheetProps = { of: VoteView; paper: PaperVoteView; no: number; onClose: () => void }
type Read = Awaited<ReturnType<ReturnType<typeof useApp>['conduct']['readPaper']>>

/** The second officer (M7): what was entered beside the paper itself, which has to be seen before it can be confirmed. */
export function PaperCheckSheet({ of, paper: { row, said }, no, onClose }: PaperCheckSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [read, setRead] = useState<Read | null>(null)
  const [tries, setTries] = useState(0)
  const [isShown, setShown] = useState(false)
  const { conduct } = app
  const scan = row.files[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    let isGone = false
    setRead(null)
    if (scan) {
      void conduct.readPaper(scan).then((next) => {
        if (!isGone) setRead(next)
      })
    }
    return () => {
      isGone = true
    }
  }, [conduct, scan, tries])
  const facts = { name: nameOf(row.person), no }
  return (
    <AuthoritySheet
      title={t('paperVote.checkTitle', facts)}
      confirm={t('paperVote.confirm')}
      done={t('paperVote.confirmDone', facts)}
      disabled={!isShown || said === null}
      wide
      perform={() => conduct.confirmPaper(row)}
      onClose={onClose}
    >
      <p>{t('paperVote.checkText')}</p>
      <dl className="ec-console-said">
        <dt>{t('paperVote.who')}</dt>
        <dd>{nameOf(row.person)}</dd>
        <dt>{of.content.issue.question}</dt>
        <dd>
          <strong>{said ? voteWord(t, of.content.issue, said.choice) : t('officeMeeting.notHere')}</strong>
          {said && said.text !== '' && <p className="ec-console-text">{said.text}</p>}
        </dd>
        <dt>{t('paperVote.reason')}</dt>
        <dd>{row.reason}</dd>
      </dl>
      <div className="ec-console-paper">
        {read === null && <ThingSkeleton />}
        {read && !read.ok && (
          <ErrorState
            title={t('paperVote.notRead')}
            meaning={
              read.error.kind === 'not-the-file' ? t('paperVote.notTheFile') : networkWords(t, read.error)
            }
            onRetry={() => setTries((count) => count + 1)}
          />
        )}
        {read?.ok && scan && <ScanPane hash={scan} bytes={read.value} onShown={() => setShown(true)} />}
      </div>
    </AuthoritySheet>
  )
}
