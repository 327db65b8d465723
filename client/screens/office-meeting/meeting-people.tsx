import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { permit } from '../../../shared/domain/access.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import { itemsToAdmit, type MeetingPicture, type MemberPicture } from '../../app/meeting-picture.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { FilterChips } from '../filter-chips.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { AbsenceSheet, AdmitSubstituteSheet } from './absence-sheets.tsx'
import { ReplyWords } from './reply-words.tsx'

const shows = ['all', 'attends', 'absent', 'silent', 'unread'] as const
type Show = (typeof shows)[number]

const isIn = ({ reply, items, opened }: MemberPicture, show: Show): boolean => {
  switch (show) {
    case 'all':
      return true
    case 'attends':
      return reply?.kind === 'attends'
    case 'absent':
      return reply?.kind === 'absent' || reply?.kind === 'substitute'
    case 'silent':
      return reply === null
    case 'unread':
      return items > 0 && opened === 0
  }
}

type Asked = { kind: 'approve' | 'refuse' | 'admit'; line: MemberPicture }
type MeetingPeopleProps = { view: OfficeMeetingView; picture: MeetingPicture }

/** Who comes, who does not and sends whom, and how far each is with the papers (M3). */
export function MeetingPeople({ view: { meeting }, picture }: MeetingPeopleProps) {
  const app = useApp()
  const { t } = useWords()
  const { postOf } = useDirectory()
  const canReach = useServerReach()
  const [address, setAddress] = useSearchParams()
  const [asked, setAsked] = useState<Asked | null>(null)
  const order = byRank(dayOf(meeting.startsAt))
  const lines = [...picture.members].sort((a, b) => order(a.member, b.member))
  const show = shows.find((each) => each === address.get('show')) ?? 'all'
  const facts = { meeting: factsOfMeeting(meeting) }
  const { subject } = app.me()
  const isAhead = meeting.phase.state === 'invited'
  const mayDecide = isAhead && permit(subject, { action: 'decide-absence', ...facts }).allow
  const mayAdmit =
    (isAhead || meeting.phase.state === 'in-session') &&
    permit(subject, { action: 'admit-to-item', ...facts }).allow

  const share = (id: 'papers' | 'opened' | 'positions', of: (line: MemberPicture) => number) => ({
    id,
    head: t(`officeMeeting.people.${id}`),
    width: '13%',
    sortBy: of,
    cell: (line: MemberPicture) => (
      <span className="ec-figures ec-nowrap">
        {t('officeMeeting.people.of', { done: of(line), total: line.items })}
      </span>
    ),
  })
  const columns: Column<MemberPicture>[] = [
    {
      id: 'member',
      head: t('officeMeeting.people.member'),
      width: '26%',
      sortBy: ({ member }) => member.name,
      cell: ({ member }) => (
        <span className="ec-meeting-pair">
          <strong>{member.name}</strong>
          <span className="ec-quiet">{postOf(member)}</span>
        </span>
      ),
    },
    {
      id: 'reply',
      head: t('officeMeeting.people.reply'),
      sortBy: (line) => shows.findLastIndex((each) => isIn(line, each)),
      cell: (line) => {
        const toAdmit = itemsToAdmit(line, picture.items).length
        const waits = line.reply !== null && line.reply.kind !== 'attends' && line.decision === null
        return (
          <span className="ec-meeting-pair">
            <ReplyWords line={line} />
            {((waits && mayDecide) || (toAdmit > 0 && mayAdmit)) && (
              <span className="ec-meeting-decide ec-no-print">
                {waits &&
                  mayDecide &&
                  (['approve', 'refuse'] as const).map((kind) => (
                    <Button
                      key={kind}
                      size="sm"
                      variant="default"
                      disabled={!canReach}
                      onClick={() => setAsked({ kind, line })}
                    >
                      {t(`officeMeeting.people.${kind}`)}
                    </Button>
                  ))}
                {toAdmit > 0 && mayAdmit && (
                  <Button
                    size="sm"
                    variant="default"
                    disabled={!canReach}
                    onClick={() => setAsked({ kind: 'admit', line })}
                  >
                    {t('officeMeeting.people.admit', { count: toAdmit })}
                  </Button>
                )}
              </span>
            )}
          </span>
        )
      },
    },
    share('papers', ({ delivered }) => delivered),
    share('opened', ({ opened }) => opened),
    share('positions', ({ answered }) => answered),
  ]
  return (
    <>
      <DataTable
        label={t('officeMeeting.people.label')}
        rows={lines.filter((line) => isIn(line, show))}
        rowId={({ member }) => member.id}
        columns={columns}
        empty={<EmptyState title={t('officeMeeting.people.nobody')} sign="people" />}
        filters={
          <FilterChips
            label={t('officeMeeting.people.filter')}
            chosen={show}
            onChoose={(next) =>
              setAddress(next === 'all' ? { tab: 'people' } : { tab: 'people', show: next }, {
                replace: true,
              })
            }
            chips={shows.map((id) => ({
              id,
              word: t(`officeMeeting.people.show.${id}`),
              count: lines.filter((line) => isIn(line, id)).length,
            }))}
          />
        }
      />
      {asked && asked.kind !== 'admit' && (
        <AbsenceSheet
          meeting={meeting.id}
          line={asked.line}
          approved={asked.kind === 'approve'}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === 'admit' && (
        <AdmitSubstituteSheet
          meeting={meeting.id}
          line={asked.line}
          items={itemsToAdmit(asked.line, picture.items)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
