import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { DirectiveId } from '../../../shared/domain/id.ts'
import type { DirectiveView } from '../../app/directive-desk.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { directiveName } from '../directive-words.ts'
import { paths } from '../paths.ts'
import { DirectiveForm } from './directive-form.tsx'

type Sheet = 'edit' | 'publish' | 'withdraw'

/** What the Office does with a paper of the library. */
export function DirectiveActions({ view }: { view: DirectiveView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { directive } = view
  const { state } = directive.phase
  const close = () => setSheet(null)
  if (state === 'withdrawn') return null
  const isDraft = state === 'draft'
  const name = directiveName(t, directive)
  const readers = t(directive.isForAll ? 'directives.fact.forAll' : 'directives.fact.forSome')
  return (
    <section className="ec-directive-actions ec-no-print" aria-label={t('directives.act.label')}>
      {isDraft && <Button onClick={() => setSheet('publish')}>{t('directives.act.publish')}</Button>}
      <Button variant="default" onClick={() => setSheet('edit')}>
        {t(isDraft ? 'directives.act.edit' : 'directives.act.amend')}
      </Button>
      <Button variant="default" onClick={() => setSheet('withdraw')}>
        {t(isDraft ? 'directives.act.drop' : 'directives.act.withdraw')}
      </Button>
      {sheet === 'edit' && <DirectiveForm view={view} onClose={close} />}
      {sheet === 'publish' && (
        <AuthoritySheet
          title={t('directives.sheet.publishTitle', { name })}
          confirm={t('directives.act.publish')}
          done={t('directives.sheet.published')}
          perform={() => app.directives.publish(directive)}
          onClose={close}
        >
          <p>{t('directives.sheet.publishText', { readers })}</p>
        </AuthoritySheet>
      )}
      {sheet === 'withdraw' && (
        <WithdrawSheet
          view={view}
          name={name}
          onDone={() => isDraft && void navigate(paths.directives)}
          onClose={close}
        />
      )}
    </section>
  )
}

type WithdrawSheetProps = { view: DirectiveView; name: string; onDone: () => void; onClose: () => void }

function WithdrawSheet({ view, name, onDone, onClose }: WithdrawSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const [next, setNext] = useState<string | null>(null)
  const { directive } = view
  const isDraft = directive.phase.state === 'draft'
  const others = app.directives
    .list()
    .filter(({ directive: one }) => one.id !== directive.id && one.phase.state === 'published')
  return (
    <AuthoritySheet
      title={t('directives.sheet.withdrawTitle', { name })}
      confirm={t(isDraft ? 'directives.act.drop' : 'directives.act.withdraw')}
      done={t(isDraft ? 'directives.sheet.dropped' : 'directives.sheet.withdrawn')}
      reason={{ most: 1000, optional: isDraft }}
      perform={(reason) =>
        app.directives.withdraw(directive.id, DirectiveId.safeParse(next).data ?? null, reason)
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>{t(isDraft ? 'directives.sheet.dropText' : 'directives.sheet.withdrawText')}</p>
      {!isDraft && (
        <Select
          clearable
          searchable
          filter={foldedFilter}
          label={t('directives.sheet.replacedBy')}
          data={others.map(({ directive: one }) => ({ value: one.id, label: directiveName(t, one) }))}
          value={next}
          onChange={setNext}
        />
      )}
    </AuthoritySheet>
  )
}
