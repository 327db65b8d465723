import '../register.css'
import './tasks.css'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { PersonId } from '../../../shared/domain/id.ts'
import { memberAppointmentOn, primeMinisterOn } from '../../../shared/domain/people.ts'
import type { ImportChoices } from '../../../shared/domain/task-import.ts'
import { workbookMediaType } from '../../../shared/protocol/task-import.ts'
import { rowsToWrite } from '../../app/task-importing.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { paths } from '../paths.ts'
import { saveFile } from '../save-file.ts'
import { ServerReachNotice, useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportSign } from './import-sign.tsx'
import { ImportStanding } from './import-standing.tsx'
import { useWorkbook } from './use-workbook.ts'

/** A register from a workbook: chosen, read, told row by row, and done with one signature (T8). */
export function ImportScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const go = useNavigate()
  const canReach = useServerReach()
  const { nameOf } = useDirectory()
  const today = app.today()
  const people = app.copy.reader.list('person')
  const members = people.filter((one) => memberAppointmentOn(one, today) !== undefined)
  const mayAssign = app.me().subject.roles.includes('head-of-office')
  const [assign, setAssign] = useState(false)
  const [assigner, setAssigner] = useState<string | null>(null)
  const [isSigning, setSigning] = useState(false)
  const [isOver, setOver] = useState<boolean>(false)
  const [fault, setFault] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const who = PersonId.safeParse(assigner ?? primeMinisterOn(people, today)?.id ?? members[0]?.id)
  const choices: ImportChoices | null = who.success
    ? { assign, assigner: who.data, withoutProblems: false }
    : null
  const { state, choose, stop, again, reset } = useWorkbook(choices)
  const preview = state.kind === 'seen' ? state.preview : null
  const count = preview ? rowsToWrite(preview) : 0

  const take = (files: FileList | null) => {
    const [chosen] = files ?? []
    if (!chosen || !canReach) return
    setOver(false)
    void choose(chosen)
  }
  const template = async () => {
    const made = await app.taskImporting.template()
    setFault(made.ok ? null : networkWords(t, made.error))
    if (made.ok) saveFile(made.value.fileName, new Blob([made.value.bytes], { type: workbookMediaType }))
  }
  return (
    <Page width="wide">
      <div className="ec-fill ec-task-import">
        <PageTitle
          title={t('taskImport.title')}
          under={t('taskImport.under')}
          onBack={() => void go(paths.deskTasks)}
          actions={
            <>
              <Button
                variant="default"
                leftSection={<Icon name="download" size={20} />}
                disabled={!canReach}
                onClick={() => void template()}
              >
                {t('taskImport.template')}
              </Button>
              {preview && (
                <Button disabled={!canReach || count === 0} onClick={() => setSigning(true)}>
                  {t('taskImport.import', { count })}
                </Button>
              )}
            </>
          }
        />
        <ServerReachNotice />
        {fault !== null && (
          <Notice tone="urgent" title={t('taskImport.noTemplate')}>
            {fault}
          </Notice>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          data-testid="workbook"
          accept={`.xlsx,.xlsm,.xls,${workbookMediaType}`}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button does the same */}
        <div
          className="ec-task-import-drop ec-no-print"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            take(event.dataTransfer.files)
          }}
        >
          <Button
            variant={preview ? 'default' : 'filled'}
            leftSection={<Icon name="upload" size={20} />}
            disabled={!canReach || state.kind === 'sending'}
            onClick={() => picker.current?.click()}
          >
            {t(preview ? 'taskImport.chooseOther' : 'taskImport.choose')}
          </Button>
          <span className="ec-quiet">{t('taskImport.dropHere')}</span>
          {mayAssign && (
            <SegmentedControl
              aria-label={t('taskImport.how.label')}
              value={assign ? 'assign' : 'draft'}
              onChange={(next) => setAssign(next === 'assign')}
              data={[
                { value: 'draft', label: t('taskImport.how.draft') },
                { value: 'assign', label: t('taskImport.how.assign') },
              ]}
            />
          )}
          <Select
            className="ec-task-field"
            label={t('taskImport.assigner')}
            value={who.success ? who.data : null}
            allowDeselect={false}
            data={members.map(({ id }) => ({ value: id, label: nameOf(id) }))}
            onChange={setAssigner}
          />
        </div>
        {isOver && (
          <Notice
            tone="good"
            title={t('taskImport.over')}
            action={
              <Button variant="default" onClick={() => void go(paths.deskTasks)}>
                {t('taskImport.toRegister')}
              </Button>
            }
          />
        )}
        <ImportStanding state={state} onStop={stop} onAgain={again} />
        {preview && count === 0 && !isOver && (
          <Notice tone="quiet" title={t('taskImport.nothing')}>
            {t('taskImport.nothingText')}
          </Notice>
        )}
        {preview && <ImportPreview preview={preview} />}
      </div>
      {isSigning && preview && state.kind === 'seen' && choices && (
        <ImportSign
          file={state.file}
          choices={choices}
          preview={preview}
          onDone={() => {
            setOver(true)
            reset()
          }}
          onClose={() => {
            setSigning(false)
            again()
          }}
        />
      )}
    </Page>
  )
}
