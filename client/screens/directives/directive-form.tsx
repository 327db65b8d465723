import '../shared/editor.css'
import './directives.css'
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { DirectiveType } from '../../../shared/domain/directive.ts'
import type { DirectiveId } from '../../../shared/domain/id.ts'
import { SecurityMark } from '../../../shared/domain/task.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import type { DirectiveView, DirectiveForm as Entered } from '../../app/directive-desk.ts'
import { type EditorDocument, gapsInDocuments } from '../../app/editor-document.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { directiveName } from '../directive-words.ts'
import { EditorDocuments } from '../shared/editor-documents.tsx'
import { useDossiers } from '../shared/use-dossiers.ts'
import type { EnteredFrom } from './entered-from.ts'

type DirectiveFormProps = {
  /** Null: a new one. */
  view: DirectiveView | null
  /** Of a new one, what is known of it. */
  from?: EnteredFrom | null
  onDone?: (id: DirectiveId) => void
  onClose: () => void
}

/** A paper as it is entered: a draft, or what was published, amended with a reason (D1). */
export function DirectiveForm({ view, from = null, onDone, onClose }: DirectiveFormProps) {
  const app = useApp()
  const { t } = useWords()
  const { directive, content } = view ?? { directive: null, content: null }
  const [id] = useState(() => directive?.id ?? app.directives.newId())
  const [type, setType] = useState(directive?.type ?? from?.type ?? 'instruction')
  const [number, setNumber] = useState(directive?.number ?? from?.number ?? '')
  const [date, setDate] = useState(directive?.date ?? from?.date ?? null)
  const [security, setSecurity] = useState(directive?.security ?? 'none')
  const [isForAll, setForAll] = useState(directive?.isForAll ?? false)
  const [abstract, setAbstract] = useState(content?.abstract ?? from?.abstract ?? '')
  const [issuer, setIssuer] = useState(content?.issuer ?? '')
  const [signer, setSigner] = useState(content?.signer ?? '')
  const [documents, setDocuments] = useState<readonly EditorDocument[]>(content?.documents ?? [])
  const latest = useRef(documents)
  const dossiers = useDossiers<DirectiveId>({
    change: (_, change) => {
      latest.current = change(latest.current)
      setDocuments(latest.current)
    },
    former: () => content?.documents ?? [],
    wasSent: () => directive?.phase.state === 'published',
  })

  const isSecret = security !== 'none'
  const isAmending = directive?.phase.state === 'published'
  const words = (text: string) => (isSecret ? '' : cleanText(text).trim())
  const gaps = isSecret ? [] : gapsInDocuments(documents)
  const isUploading = dossiers.isRunning && !isSecret
  const entered = (): Entered => ({
    ...{ type, number: cleanText(number).trim(), date, security, isForAll },
    content: {
      ...{ abstract: words(abstract), issuer: words(issuer), signer: words(signer) },
      documents: isSecret ? [] : documents.map((one) => ({ ...one, title: cleanText(one.title).trim() })),
    },
  })
  const same = app.directives.sameNumber({ number, date }, directive?.id ?? null)
  const name = directive ? directiveName(t, directive) : ''
  return (
    <AuthoritySheet
      wide
      title={
        isAmending
          ? t('directives.form.amendTitle', { name })
          : t(`directives.form.${view ? 'edit' : 'new'}Title`)
      }
      confirm={t(isAmending ? 'directives.form.amend' : 'directives.form.save')}
      done={t(isAmending ? 'directives.form.amended' : 'directives.form.saved')}
      disabled={isUploading || gaps.length > 0}
      {...(isAmending && { reason: { most: 1000 } })}
      perform={(reason) =>
        isAmending ? app.directives.amend(id, entered(), reason) : app.directives.draft(id, entered())
      }
      onDone={() => onDone?.(id)}
      onClose={onClose}
    >
      <div className="ec-directive-fields">
        <Select
          label={t('directives.form.type')}
          allowDeselect={false}
          data={DirectiveType.options.map((value) => ({ value, label: t(`directives.type.${value}`) }))}
          value={type}
          onChange={(value) => setType(DirectiveType.safeParse(value).data ?? type)}
        />
        <TextInput
          label={t('directives.form.number')}
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayField label={t('directives.form.date')} value={date} onChange={setDate} />
        <Select
          label={t('directives.form.security')}
          allowDeselect={false}
          data={SecurityMark.options.map((value) => ({ value, label: t(`tasks.security.${value}`) }))}
          value={security}
          onChange={(value) => setSecurity(SecurityMark.safeParse(value).data ?? security)}
        />
        {!isSecret && (
          <>
            <TextInput
              label={t('directives.form.issuer')}
              maxLength={200}
              value={issuer}
              onChange={(event) => setIssuer(event.currentTarget.value)}
            />
            <TextInput
              label={t('directives.form.signer')}
              maxLength={200}
              value={signer}
              onChange={(event) => setSigner(event.currentTarget.value)}
            />
          </>
        )}
      </div>
      {same && (
        <div role="status">
          <Notice
            tone="waiting"
            title={t('directives.form.sameNumber', { name: directiveName(t, same.directive) })}
          />
        </div>
      )}
      {isSecret ? (
        <p>{t('directives.form.secretText')}</p>
      ) : (
        <>
          <Textarea
            label={t('directives.form.abstract')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={1000}
            value={abstract}
            onChange={(event) => setAbstract(event.currentTarget.value)}
          />
          <EditorDocuments documents={documents} dossier={dossiers.of(id)} gaps={gaps} asksSummary={false} />
          {isUploading && <p role="status">{t('directives.form.uploading')}</p>}
        </>
      )}
      <Checkbox
        label={t('directives.form.isForAll')}
        description={t('directives.form.isForAllHint')}
        checked={isForAll}
        onChange={(event) => setForAll(event.currentTarget.checked)}
      />
    </AuthoritySheet>
  )
}
