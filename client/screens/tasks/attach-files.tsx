import { Button, FileButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { fileKindOf } from '../../../shared/lib/file-kind.ts'
import { uploadMaxBytes } from '../../../shared/protocol/api.ts'
import { type PickedFile, safeName } from '../../app/task-file.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { fileSize } from '../file-size.ts'
import { uploadFaultWords } from '../shared/upload-fault-words.ts'

type Refused = { name: string; why: string }
type AttachFilesProps = {
  files: readonly PickedFile[]
  error?: string | undefined
  onChange: (files: readonly PickedFile[]) => void
}

const most = 10
const taken = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg'].join(',')

/** Files that go with what is said; they are kept on this device with it, also without a network (T5, O1). */
export function AttachFiles({ files, error, onChange }: AttachFilesProps) {
  const { t, language } = useWords()
  const reset = useRef<() => void>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [isReading, setReading] = useState(false)

  const add = async (picked: readonly File[]) => {
    reset.current?.()
    setReading(true)
    const faults: Refused[] = []
    const good: PickedFile[] = []
    for (const file of picked) {
      const name = safeName(file.name)
      const fault = await faultOf(file)
      if (fault) faults.push({ name, why: uploadFaultWords(t, fault, { size: file.size, language }) })
      else if (files.length + good.length >= most)
        faults.push({ name, why: t('taskFiles.tooMany', { most }) })
      else if (![...files, ...good].some((one) => one.name === name && one.size === file.size)) {
        good.push({ name, ...sourceOf(file) })
      }
    }
    setRefused(faults)
    setReading(false)
    onChange([...files, ...good])
  }
  return (
    <fieldset className="ec-attach">
      <legend>{t('taskFiles.label')}</legend>
      <p className="ec-quiet">{t('taskFiles.hint')}</p>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={`${file.name} ${file.size}`}>
              <Icon name="document" size={20} />
              <span className="ec-attach-name">{file.name}</span>
              <span className="ec-quiet">{fileSize(file.size, language)}</span>
              <Button
                variant="subtle"
                aria-label={t('taskFiles.remove', { name: file.name })}
                onClick={() => onChange(files.filter((one) => one !== file))}
              >
                <Icon name="remove" size={20} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileButton
        resetRef={reset}
        multiple
        accept={taken}
        inputProps={{ 'aria-label': t('taskFiles.add') }}
        onChange={(picked) => void add(picked)}
      >
        {({ onClick }) => (
          <Button
            variant="default"
            loading={isReading}
            leftSection={<Icon name="plus" size={20} />}
            onClick={onClick}
          >
            {t('taskFiles.add')}
          </Button>
        )}
      </FileButton>
      {[...refused.map(({ name, why }) => `${name}: ${why}`), ...(error ? [error] : [])].map((line) => (
        <p key={line} role="alert" className="ec-attach-fault">
          {line}
        </p>
      ))}
    </fieldset>
  )
}

const sourceOf = (file: File) => ({
  size: file.size,
  slice: async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
})

/** By the bytes and not by the name; the Office looks again. */
async function faultOf(file: File) {
  if (file.size === 0) return { kind: 'empty' } as const
  if (file.size > uploadMaxBytes) {
    return { kind: 'file-too-large', size: file.size, limit: uploadMaxBytes } as const
  }
  try {
    const kind = fileKindOf(new Uint8Array(await file.arrayBuffer()))
    const isRefused = kind === 'not-attachable' || kind === 'macros' || kind === 'damaged'
    return isRefused ? ({ kind: 'file-refused', reason: { kind } } as const) : null
  } catch {
    return { kind: 'unreadable' } as const
  }
}
