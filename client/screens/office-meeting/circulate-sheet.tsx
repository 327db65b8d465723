import { Select } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MeetingId } from '../../../shared/domain/id.ts'
import { blankEditing, editingName } from '../../app/ballot-editing.ts'
import { circulationOf, mayGoRound } from '../../app/circulation.ts'
import { issueWindow, proposedDeadline } from '../../app/deadline-window.ts'
import { documentOf } from '../../app/editor-document.ts'
import type { SessionItem } from '../../app/item-session.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { useCalendar } from '../use-calendar.ts'

/** A conclusion goes round as a draft (M10): the notice about it becomes the paper of a ballot, which is written on from there. */
export function CirculateSheet({ meeting, onClose }: { meeting: MeetingId; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const canReach = useServerReach()
  const { now, settings, calendar } = useCalendar()
  const items = (app.sessions.get(meeting)?.items ?? []).filter(mayGoRound)
  const [chosen, setChosen] = useState<string | null>(items[0]?.item.id ?? null)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const item = items.find((each) => each.item.id === chosen)

  const prepare = async ({ item, content, conclusion }: SessionItem): Promise<string | null> => {
    const paper = { kind: 'conclusion-notice', meeting, item: item.id } as const
    const fetched = await app.fetchPaper(paper, 'pdf')
    if (!fetched.ok) return networkWords(t, fetched.error)
    const { bytes } = fetched.value
    const sent = await app.upload({
      file: { size: bytes.length, slice: async (from, to) => bytes.subarray(from, to) },
      onProgress: () => undefined,
      signal: new AbortController().signal,
    })
    if (!sent.ok) return t('afterMeeting.circulate.refused')
    const { title } = content
    const words = {
      title: t('afterMeeting.circulate.ballotTitle', { title }),
      reason: t('afterMeeting.circulate.reason', {
        meeting: app.officeMeetings.get(meeting)?.content?.title ?? '',
      }),
      question: t('afterMeeting.circulate.question', { title }),
    }
    const deadlineAt = proposedDeadline(now, issueWindow(settings), calendar)
    const editing = circulationOf(blankEditing(app.identity.person, deadlineAt, app.office.newId), {
      ...{ item, words, conclusion: conclusion?.text ?? '' },
      document: documentOf({ name: t('afterMeeting.circulate.document'), ...sent.value }, app.office.newId),
    })
    const ballot = app.office.newBallot()
    if (!(await app.drafts.keep(editingName(ballot), editing))) return t('afterMeeting.circulate.notKept')
    void navigate(paths.deskEdit(ballot))
    return null
  }
  const run = async (from: SessionItem) => {
    setBusy(true)
    setFault(null)
    setFault(await prepare(from))
    setBusy(false)
  }
  return (
    <ConfirmSheet
      opened
      title={t('afterMeeting.circulate.title')}
      confirm={t('afterMeeting.circulate.confirm')}
      busy={isBusy}
      disabled={!canReach || !item}
      onConfirm={() => item && void run(item)}
      onClose={onClose}
    >
      <p>{t('afterMeeting.circulate.text')}</p>
      {items.length === 0 ? (
        <Notice tone="waiting" title={t('afterMeeting.circulate.none')}>
          {t('afterMeeting.circulate.itemHint')}
        </Notice>
      ) : (
        <Select
          label={t('afterMeeting.circulate.item')}
          description={t('afterMeeting.circulate.itemHint')}
          allowDeselect={false}
          data={items.map(({ item: { id }, no, content }) => ({
            value: id,
            label: `${no}. ${content.title}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <p role="status" className="ec-quiet">
        {isBusy && t('afterMeeting.circulate.working')}
      </p>
      {fault !== null && (
        <div role="alert">
          <Notice tone="urgent" title={t('afterMeeting.circulate.failed')}>
            {fault}
          </Notice>
        </div>
      )}
    </ConfirmSheet>
  )
}
