import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'

/** Facts beside a ballot's words. */
export function BallotFacts({ view: { ballot, contentHash } }: { view: OfficeBallotView }) {
  const { t } = useWords()
  const { nameOf, agencyOf } = useDirectory()
  const windowReason = ballot.draft?.windowReason ?? ''
  const items = [
    { term: t('desk.leadAgency'), value: agencyOf(ballot.leadAgency) },
    { term: t('desk.createdBy'), value: nameOf(ballot.createdBy) },
    { term: t('desk.handlers'), value: ballot.handlers.map(nameOf).join('; ') },
    ...(windowReason === '' ? [] : [{ term: t('desk.windowReason'), value: windowReason }]),
    ...(contentHash === null
      ? []
      : [{ term: t('desk.history.hash'), value: <code>{contentHash.slice(0, 16)}</code> }]),
  ]
  return <DefinitionList stacked items={items} />
}
