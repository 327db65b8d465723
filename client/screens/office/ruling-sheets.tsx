import type { BallotId } from '../../../shared/domain/id.ts'
import type { Proposal } from '../../../shared/domain/proposal.ts'
import type { RulingCase } from '../../app/ruling-case.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { proposalWords } from './proposal-words.ts'

type ProposeRulingProps = { ballot: BallotId; item: RulingCase; counts: boolean; onClose: () => void }

/** The first officer's word, with the reason. */
export function ProposeRuling({ ballot, item, counts, onClose }: ProposeRulingProps) {
  const app = useApp()
  const { t } = useWords()
  const { id: person, name } = item.line.member
  const isSilence = item.kind === 'not-reached'
  const title = counts ? (isSilence ? 'countsSilence' : 'counts') : isSilence ? 'notSilence' : 'not'
  return (
    <AuthoritySheet
      title={t(`ruling.sheet.${title}`, { name })}
      confirm={t('ruling.sheet.propose')}
      done={t('ruling.sheet.proposed')}
      reason={{ most: 1000 }}
      perform={(reason) =>
        app.office.propose(
          item.kind === 'not-reached'
            ? { kind: 'rule-silence', ballot, person, counts, reason }
            : { kind: 'rule-held', ballot, person, act: item.revision.act, counts, reason },
        )
      }
      onClose={onClose}
    >
      <p>{t('ruling.sheet.text')}</p>
    </AuthoritySheet>
  )
}

type ConfirmRulingProps = { proposal: Proposal; name: string; onClose: () => void }

/** The second officer's word, on exactly what the first proposed. */
export function ConfirmRuling({ proposal, name, onClose }: ConfirmRulingProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  return (
    <AuthoritySheet
      title={t('ruling.sheet.confirmTitle', { name })}
      confirm={t('ruling.sheet.confirm')}
      done={t('ruling.sheet.confirmed')}
      perform={() => app.office.confirm(proposal.id)}
      onClose={onClose}
    >
      <p>
        <strong>{nameOf(proposal.by)}</strong>: {proposalWords(t, proposal.body, nameOf)}
      </p>
      <p>{t('ruling.sheet.confirmText')}</p>
      <p className="ec-quiet">{t('ruling.otherwise')}</p>
    </AuthoritySheet>
  )
}
