import { Button, Textarea } from '@mantine/core'
import { AgencyId } from '../../../shared/domain/id.ts'
import type { ConclusionContent } from '../../../shared/domain/item-session.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { parseDay } from '../../../shared/lib/time.ts'
import type { DraftAssignment } from '../../app/conclusion-draft.ts'
import type { SessionItem } from '../../app/item-session.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AssignmentList } from '../assignment-list.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { hourWords } from '../hour-words.ts'
import { useDirectory } from '../use-directory.ts'
import { ConclusionLine } from './conclusion-line.tsx'
import { useConclusionDraft } from './use-conclusion-draft.ts'

/** What the chair concludes of an item: the words of the notice, and what is to be done by whom (M9). */
export function ConclusionSheet({ item: each, onClose }: { item: SessionItem; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { item, no, conclusion } = each
  const { draft, isKept, overtakenBy, change, takeTheirs, keepMine, forget } = useConclusionDraft(each)
  const { text, lines, basedOn } = draft
  const said = cleanText(text).trim()
  const assignments = lines.flatMap(assigned)
  const hasGap = assignments.length < lines.length
  const setLine = (at: number, part: Partial<DraftAssignment>) =>
    change({ lines: lines.map((line, i) => (i === at ? { ...line, ...part } : line)) })
  const add = () =>
    change({ lines: [...lines, { agency: item.leadAgency, text: '', deadline: null, product: '' }] })
  return (
    <AuthoritySheet
      title={t('session.console.concludeTitle', { no })}
      confirm={t('session.console.concludeSave')}
      done={t('session.console.concluded')}
      disabled={said === '' || hasGap || overtakenBy !== null}
      wide={lines.length > 0}
      perform={() =>
        app.conduct.concludeItem(
          { meeting: item.meeting, item: item.id },
          { text: said, assignments },
          basedOn,
        )
      }
      onDone={forget}
      onClose={onClose}
    >
      {overtakenBy !== null && (
        <Notice
          tone="urgent"
          title={t('session.console.overtaken', {
            name: nameOf(overtakenBy.by),
            when: hourWords(t, overtakenBy.at, app.now()),
          })}
        >
          <p>{t('session.console.overtakenText')}</p>
          <p className="ec-console-text">
            <ChangedText was={conclusion?.text ?? ''} is={text} />
          </p>
          <AssignmentList assignments={conclusion?.assignments ?? []} />
          <div className="ec-console-choices">
            <Button variant="default" onClick={takeTheirs}>
              {t('session.console.takeTheirs')}
            </Button>
            <Button variant="default" onClick={keepMine}>
              {t('session.console.keepMine')}
            </Button>
          </div>
        </Notice>
      )}
      {!isKept && (
        <Notice tone="urgent" title={t('minutes.notKept')}>
          {t('minutes.notKeptText')}
        </Notice>
      )}
      <Textarea
        label={t('session.console.concludeText')}
        required
        value={text}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={12}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <h3>{t('session.console.assignments')}</h3>
      {lines.map((line, i) => (
        <ConclusionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: every field shows what the draft says, whatever stood there before
          key={i}
          no={i + 1}
          line={line}
          onChange={(part) => setLine(i, part)}
          onRemove={() => change({ lines: lines.filter((_, at) => at !== i) })}
        />
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" size={20} />} onClick={add}>
          {t('session.console.assignmentAdd')}
        </Button>
      </div>
      {hasGap && <p className="ec-quiet">{t('session.console.assignmentGap')}</p>}
    </AuthoritySheet>
  )
}

/** Empty where something is missing. */
function assigned({
  agency,
  text,
  deadline,
  product,
}: DraftAssignment): ConclusionContent['assignments'][number][] {
  const lead = AgencyId.safeParse(agency)
  const asked = cleanText(text).trim()
  if (!lead.success || asked === '') return []
  const day = deadline === null ? null : parseDay(deadline)
  return [{ agency: lead.data, text: asked, deadline: day, product: cleanText(product).trim() }]
}
