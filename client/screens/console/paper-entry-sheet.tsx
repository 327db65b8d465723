import { Button, FileButton, Select, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { type Choice, opinionTextMax } from '../../../shared/domain/choice.ts'
import { type Hash, PersonId } from '../../../shared/domain/id.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import type { VoteView } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { UploadList } from '../shared/upload-list.tsx'
import { useUploads } from '../shared/use-uploads.ts'
import { isChosen, voteOptions } from '../vote-options.ts'

type PaperEntrySheetProps = { view: SessionView; of: VoteView; no: number; onClose: () => void }
type Scan = { name: string; hash: Hash; pages: number }

/** The first of two officers (M7): who, what the paper says, the paper itself, and why there is one. */
export function PaperEntrySheet({ view, of, no, onClose }: PaperEntrySheetProps) {
  const app = useApp()
  const { t } = useWords()
  const [person, setPerson] = useState<PersonId | null>(null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [text, setText] = useState('')
  const [scan, setScan] = useState<Scan | null>(null)
  const reset = useRef<() => void>(null)
  const uploads = useUploads<null>((file) => {
    setScan(file)
    return null
  })
  const { vote, content, papers } = of
  const counted = new Set(papers.flatMap(({ row, state }) => (state === 'confirmed' ? [row.person] : [])))
  const without = view.people.filter(
    ({ isMember, person: { id } }) => isMember && !vote.castBy.includes(id) && !counted.has(id),
  )
  const said = cleanText(text).trim()
  const lacksText = choice?.kind === 'other' && said === ''
  const isFit = person !== null && choice !== null && !lacksText && scan !== null && !uploads.isRunning
  const name = { meeting: vote.meeting, item: vote.item, vote: vote.id }
  return (
    <AuthoritySheet
      title={t('paperVote.enterTitle', { no })}
      confirm={t('paperVote.enterConfirm')}
      done={t('paperVote.enterDone')}
      disabled={!isFit}
      reason={{ most: 1000, label: t('paperVote.reason'), hint: t('paperVote.reasonHint') }}
      perform={(reason) =>
        // The button rests until all three are there.
        app.conduct.enterPaper(name, {
          person: person ?? view.meeting.chair,
          choice: choice ?? { kind: 'agree' },
          text: said,
          paper: scan?.hash ?? vote.contentHash,
          reason,
        })
      }
      onClose={onClose}
    >
      <p>{t('paperVote.enterText')}</p>
      <Select
        label={t('paperVote.who')}
        required
        searchable
        filter={foldedFilter}
        nothingFoundMessage={t('paperVote.nobody')}
        data={without.map((line) => ({ value: line.person.id, label: line.person.name }))}
        value={person}
        onChange={(next) => setPerson(next === null ? null : PersonId.parse(next))}
      />
      <fieldset className="ec-paper-vote-choices">
        <legend>{content.issue.question}</legend>
        {voteOptions(t, content.issue).map((option) => (
          <Button
            key={option.id}
            variant={isChosen(option, choice) ? 'filled' : 'default'}
            aria-pressed={isChosen(option, choice)}
            leftSection={option.sign && <Icon name={option.sign} size={20} />}
            onClick={() => setChoice(option.value)}
          >
            {option.word}
          </Button>
        ))}
      </fieldset>
      {choice?.kind === 'other' && (
        <Textarea
          label={t('session.vote.otherText')}
          required
          value={text}
          maxLength={opinionTextMax}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className="ec-console-scan">
        <FileButton
          resetRef={reset}
          accept="application/pdf"
          inputProps={{ 'aria-label': t('paperVote.scan') }}
          onChange={(file) => {
            reset.current?.()
            if (!file) return
            for (const { id } of uploads.items) uploads.drop(id)
            setScan(null)
            uploads.add([file], null)
          }}
        >
          {({ onClick }) => (
            <Button variant="default" leftSection={<Icon name="upload" size={20} />} onClick={onClick}>
              {t(scan ? 'paperVote.scanOther' : 'paperVote.scan')}
            </Button>
          )}
        </FileButton>
        {scan ? (
          <StatusSign
            bare
            tone="good"
            word={t('paperVote.scanHere', {
              name: scan.name,
              pages: t('ballot.pages', { count: scan.pages }),
            })}
          />
        ) : (
          <span className="ec-quiet">{t('paperVote.scanHint')}</span>
        )}
      </div>
      <UploadList uploads={uploads} />
    </AuthoritySheet>
  )
}
