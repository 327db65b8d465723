import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { foldText } from '../../../shared/lib/text.ts'
import { type MailState, SetMailAddress } from '../../../shared/protocol/mail.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { useDirectory } from '../use-directory.ts'
import type { MailReply } from './mail-reply.ts'

type Owner = { owner: string; name: string; address: string }
type Props = { state: MailState; onReply: (reply: MailReply) => void }

/** Who is written to where; only here. */
export function MailAddresses({ state, onReply }: Props) {
  const app = useApp()
  const { t } = useWords()
  const { people } = useDirectory()
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<Owner | null>(null)
  const addresses = new Map(state.addresses.map(({ owner, address }) => [owner, address]))
  const agencies = app.copy.reader
    .list('agency')
    .filter(({ successor }) => !successor)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const all = [...agencies, ...people].map(({ kind, id, name }): Owner => {
    const owner = `${kind}/${id}`
    return { owner, name, address: addresses.get(owner) ?? '' }
  })
  const needle = foldText(sought.trim())
  const rows = all.filter(({ name, address }) => foldText(`${name} ${address}`).includes(needle))
  const columns: Column<Owner>[] = [
    {
      id: 'name',
      head: t('mail.addresses.name'),
      sortBy: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      id: 'address',
      head: t('mail.addresses.address'),
      width: '50%',
      sortBy: ({ address }) => address,
      cell: ({ address }) =>
        address === '' ? <span className="ec-quiet">{t('mail.addresses.none')}</span> : address,
    },
  ]
  return (
    <section className="ec-mail-part" aria-label={t('mail.addresses.title')}>
      <h2>{t('mail.addresses.title')}</h2>
      <DataTable
        label={t('mail.addresses.label')}
        columns={columns}
        rows={rows}
        rowId={({ owner }) => owner}
        onOpen={setOpen}
        empty={<EmptyState sign="search" title={t('mail.addresses.nothingFound')} />}
        filters={<FindField label={t('mail.addresses.find')} value={sought} onFind={setSought} />}
      />
      {open && <AddressSheet key={open.owner} of={open} onReply={onReply} onClose={() => setOpen(null)} />}
    </section>
  )
}

function AddressSheet(props: { of: Owner; onReply: Props['onReply']; onClose: () => void }) {
  const { of, onReply, onClose } = props
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const [words, setWords] = useState(of.address)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const address = words.trim() === '' ? null : words.trim()
  const isRight = SetMailAddress.safeParse({ owner: of.owner, address }).success
  const save = async () => {
    setBusy(true)
    const reply = await app.mail.setMailAddress(of.owner, address)
    setBusy(false)
    if (!reply.ok) return setProblem(networkWords(t, reply.error))
    toast.say('good', t('mail.addresses.saved'))
    onReply(reply)
    return onClose()
  }
  return (
    <ConfirmSheet
      opened
      title={t('mail.addresses.sheet', { name: of.name })}
      confirm={t('mail.addresses.save')}
      busy={isBusy}
      disabled={!isRight}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      {problem !== null && <Notice tone="urgent" title={problem} />}
      <TextInput
        label={t('mail.addresses.address')}
        description={t('mail.addresses.hint')}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={words}
        error={isRight ? undefined : t('mail.addresses.wrong')}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ConfirmSheet>
  )
}
