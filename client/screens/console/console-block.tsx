import { Button } from '@mantine/core'
import { useState } from 'react'
import { ok } from '../../../shared/lib/result.ts'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'

/** Not begun; somebody has said that they do not object, and nobody otherwise: may be proposed for the block (M4). */
const mayJoin = ({ row, stances }: SessionItem): boolean =>
  row.block === null && row.spans.length === 0 && !stances.some(({ stance }) => stance !== 'no-objection')

const isInBlock = ({ row: { block } }: SessionItem): boolean =>
  block !== null && block.adopted === null && block.pulled.length === 0

/** Items that nobody objects to, adopted together; any member takes one out with one tap until then (M4). */
export function ConsoleBlock({ view }: { view: SessionView }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const [isAdopting, setAdopting] = useState(false)
  const { meeting, items, isChair } = view
  const open = items.filter(mayJoin)
  const block = items.filter(isInBlock)
  if (!isChair || meeting.phase.state !== 'in-session' || open.length + block.length === 0) return null
  const propose = async () => {
    for (const { item, no } of open) {
      const of = { meeting: meeting.id, item: item.id }
      const done = await run(
        () => app.conduct.proposeForBlock(of),
        t('session.console.blockProposed', { no }),
      )
      if (!done) return
    }
  }
  // One act for each item (D2); what was adopted before one failed stays, and the rest is still in the block.
  const adopt = async () => {
    for (const { item } of block) {
      const done = await app.conduct.adoptInBlock({ meeting: meeting.id, item: item.id })
      if (!done.ok || done.value.kind !== 'accepted') return done
    }
    return ok({ kind: 'accepted' as const, events: [] })
  }
  return (
    <section className="ec-console-block" aria-label={t('session.console.block')}>
      <span>
        <strong>{t('session.console.block')}.</strong>{' '}
        {t('session.console.blockText', { count: open.length + block.length })}
      </span>
      <span className="ec-console-acts">
        {open.length > 0 && (
          <Button variant="default" loading={isBusy} disabled={!canReach} onClick={() => void propose()}>
            {t('session.console.blockPropose')}
          </Button>
        )}
        {block.length > 0 && (
          <Button disabled={!canReach} onClick={() => setAdopting(true)}>
            {t('session.console.blockAdopt', { count: block.length })}
          </Button>
        )}
      </span>
      {isAdopting && (
        <AuthoritySheet
          title={t('session.console.blockAdoptTitle', { count: block.length })}
          confirm={t('session.console.blockAdopt', { count: block.length })}
          done={t('session.console.blockAdopted')}
          perform={adopt}
          onClose={() => setAdopting(false)}
        >
          <p>{t('session.console.blockAdoptText')}</p>
          <ul>
            {block.map(({ item, no, content }) => (
              <li key={item.id}>
                {t('session.console.item', { no })}. {content.title}
              </li>
            ))}
          </ul>
        </AuthoritySheet>
      )}
    </section>
  )
}
