import { Button, Checkbox } from '@mantine/core'
import { useRef, useState } from 'react'
import type { BallotId, PersonId } from '../../../shared/domain/id.ts'
import type { Person } from '../../../shared/domain/people.ts'
import {
  eachInTurn,
  type ProposedTogether,
  proposedTogether,
  silentTogether,
} from '../../app/rule-together.ts'
import type { RulingCase } from '../../app/ruling-case.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'

type RuleTogetherProps = { ballot: BallotId; cases: readonly RulingCase[] }
type Asked =
  | { kind: 'propose'; counts: boolean; people: Person[] }
  | { kind: 'confirm'; group: ProposedTogether }

/** Several silent members at once, for one reason: shown where there are several. */
export function RuleTogether({ ballot, cases }: RuleTogetherProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const [asked, setAsked] = useState<Asked | null>(null)
  const people = silentTogether(cases)
  const groups = proposedTogether(cases, app.identity)
  const close = () => setAsked(null)
  return (
    <>
      {groups.map((group) => (
        <div key={`${group.by}/${group.counts}/${group.reason}`} className="ec-office-together">
          <h3>{t('ruling.together.proposed', { name: nameOf(group.by), count: group.proposals.length })}</h3>
          <p>{t(`ruling.together.${group.counts ? 'toCount' : 'toLeave'}`, { reason: group.reason })}</p>
          <div className="ec-office-actions ec-no-print">
            <Button disabled={!canReach} onClick={() => setAsked({ kind: 'confirm', group })}>
              {t('ruling.together.confirm', { count: group.proposals.length })}
            </Button>
          </div>
        </div>
      ))}
      {people.length > 1 && (
        <div className="ec-office-together">
          <h3>{t('ruling.together.open', { count: people.length })}</h3>
          <p className="ec-quiet">{t('ruling.together.text')}</p>
          <div className="ec-office-actions ec-no-print">
            {[true, false].map((counts) => (
              <Button
                key={String(counts)}
                variant="default"
                disabled={!canReach}
                onClick={() => setAsked({ kind: 'propose', counts, people })}
              >
                {t(counts ? 'ruling.countsSilence' : 'ruling.not')}…
              </Button>
            ))}
          </div>
        </div>
      )}
      {asked?.kind === 'propose' && <ProposeTogether ballot={ballot} {...asked} onClose={close} />}
      {asked?.kind === 'confirm' && <ConfirmTogether group={asked.group} onClose={close} />}
    </>
  )
}

type ProposeTogetherProps = {
  ballot: BallotId
  counts: boolean
  people: readonly Person[]
  onClose: () => void
}

/** The first officer's word on each who is chosen. */
function ProposeTogether({ ballot, counts, people, onClose }: ProposeTogetherProps) {
  const app = useApp()
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly PersonId[]>(() => people.map(({ id }) => id))
  const taken = useRef(new Set<PersonId>()).current
  const [sent, setSent] = useState(0)
  const count = chosen.length
  return (
    <AuthoritySheet
      title={t(`ruling.together.${counts ? 'sheetCounts' : 'sheetNot'}`, { count })}
      confirm={t('ruling.sheet.propose')}
      done={t('ruling.sheet.proposed')}
      reason={{ most: 1000 }}
      disabled={count === 0}
      perform={(reason) =>
        eachInTurn(chosen, taken, async (person) => {
          const result = await app.office.propose({ kind: 'rule-silence', ballot, person, counts, reason })
          setSent(taken.size + 1)
          return result
        })
      }
      onClose={onClose}
    >
      <p>{t('ruling.sheet.text')}</p>
      <fieldset className="ec-office-chosen" aria-label={t('ruling.together.who')}>
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            disabled={sent > 0}
            onChange={() =>
              setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
            }
          />
        ))}
      </fieldset>
      <Sent sent={sent} count={count} />
    </AuthoritySheet>
  )
}

/** The second officer's word on each of them. */
function ConfirmTogether({ group, onClose }: { group: ProposedTogether; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  // As it was opened: what has been confirmed leaves the group meanwhile.
  const [proposals] = useState(group.proposals)
  const ids = useRef(proposals.map(({ id }) => id)).current
  const taken = useRef(new Set<(typeof ids)[number]>()).current
  const [sent, setSent] = useState(0)
  const { by, counts, reason } = group
  return (
    <AuthoritySheet
      title={t('ruling.together.sheetConfirm', { count: ids.length })}
      confirm={t('ruling.sheet.confirm')}
      done={t('ruling.sheet.confirmed')}
      perform={() =>
        eachInTurn(ids, taken, async (id) => {
          const result = await app.office.confirm(id)
          setSent(taken.size + 1)
          return result
        })
      }
      onClose={onClose}
    >
      <p>
        <strong>{nameOf(by)}</strong>: {t(`ruling.together.${counts ? 'toCount' : 'toLeave'}`, { reason })}
      </p>
      <ul className="ec-office-chosen">
        {proposals.map(({ id, member }) => (
          <li key={id}>{member.name}</li>
        ))}
      </ul>
      <p>{t('ruling.sheet.confirmText')}</p>
      <Sent sent={sent} count={ids.length} />
    </AuthoritySheet>
  )
}

function Sent({ sent, count }: { sent: number; count: number }) {
  const { t } = useWords()
  return (
    <p role="status" className="ec-quiet ec-figures">
      {sent > 0 && t('ruling.together.sent', { done: Math.min(sent, count), count })}
    </p>
  )
}
