import { PasswordInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'

type PassPhraseFieldProps = {
  label: string
  value: string
  hint?: ReactNode
  error?: string
  disabled?: boolean
  autoFocus?: boolean
  /** `current-password` only for the account's password; a pass phrase is for no password store. */
  autoComplete?: 'off' | 'current-password' | 'new-password'
  inputRef?: Ref<HTMLInputElement>
  onChange: (value: string) => void
  onEnter?: () => void
}

/** For a pass phrase or password: can be shown, warns of Caps Lock, and is offered to no password store. */
export function PassPhraseField(props: PassPhraseFieldProps) {
  const { label, value, hint, error, disabled = false, autoFocus = false, autoComplete = 'off' } = props
  const { t } = useWords()
  const [capsLock, setCapsLock] = useState(false)
  const [visible, setVisible] = useState(false)
  const watch = (event: KeyboardEvent<HTMLInputElement>) => {
    setCapsLock(event.getModifierState('CapsLock'))
    if (event.type === 'keydown' && event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.()
  }
  return (
    <PasswordInput
      label={label}
      value={value}
      description={capsLock ? t('interface.passPhrase.capsLock') : hint}
      error={error}
      disabled={disabled}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      autoComplete={autoComplete}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      data-1p-ignore={autoComplete === 'off' || undefined}
      data-lpignore={autoComplete === 'off' || undefined}
      ref={props.inputRef}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleFocusable
      visibilityToggleIcon={({ reveal }) => <Icon name={reveal ? 'eyeOff' : 'eye'} />}
      visibilityToggleButtonProps={{
        'aria-label': t(visible ? 'interface.passPhrase.hide' : 'interface.passPhrase.show'),
      }}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={watch}
      onKeyUp={watch}
    />
  )
}
