import { Button, Popover } from '@mantine/core'
import { type Language, useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { TextSizeSwitch } from '../../ui/text-size-switch.tsx'
import { ThemeSwitch } from '../../ui/theme-switch.tsx'
import { initialsOf } from './initials-of.ts'

type PersonMenuProps = {
  user: { readonly name: string; readonly post: string }
  onSignOut: (() => void) | undefined
  onLanguage: ((language: Language) => void) | undefined
}

/**
 * Who is signed in, the language, light or dark, the size of letters, and the way out. Whoever goes by their post has no initials: those of a post name nobody.
 */
export function PersonMenu({ user, onSignOut, onLanguage }: PersonMenuProps) {
  const { t } = useWords()
  return (
    <Popover position="bottom-end" width={340} trapFocus withRoles offset={8} shadow="lg">
      <Popover.Target>
        <button
          type="button"
          className="ec-plain-button ec-person"
          aria-label={t('frame.person.menu', { name: user.name })}
        >
          <span className="ec-person-initials" aria-hidden="true">
            {user.post === '' ? <Icon name="person" size={22} /> : initialsOf(user.name)}
          </span>
          <span className="ec-person-words" aria-hidden="true">
            <span className="ec-person-name">{user.name}</span>
            <span className="ec-person-post">{user.post}</span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('frame.person.menu', { name: user.name })}>
        <div className="ec-person-menu">
          <div>
            <div className="ec-person-full">{user.name}</div>
            <div className="ec-quiet">{user.post}</div>
          </div>
          <LanguageSwitch {...(onLanguage && { onChange: onLanguage })} />
          <ThemeSwitch />
          <TextSizeSwitch />
          {onSignOut && (
            <Button
              variant="default"
              fullWidth
              leftSection={<Icon name="signOut" size={20} />}
              onClick={onSignOut}
            >
              {t('frame.person.signOut')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
