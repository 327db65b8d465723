import { Button, Popover } from '@mantine/core'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { type Language, useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import type { RailItem } from '../../ui/rail.tsx'
import { TextSizeSwitch } from '../../ui/text-size-switch.tsx'
import { ThemeSwitch } from '../../ui/theme-switch.tsx'
import { initialsOf } from './initials-of.ts'

type PersonMenuProps = {
  user: { readonly name: string; readonly post: string }
  items: readonly RailItem[]
  /** The id of the item that is open. */
  current: string | null
  onSignOut: (() => void) | undefined
  onLanguage: ((language: Language) => void) | undefined
}

/**
 * Who is signed in, the places of their own, the language, light or dark, the size of letters, and the way out. Whoever goes
 * by their post has no initials: those of a post name nobody.
 */
export function PersonMenu({ user, items, current, onSignOut, onLanguage }: PersonMenuProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  // Before the way there, so that a question asked on it ("leave this draft?") takes the focus and brings it back here.
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={340}
      trapFocus
      withRoles
      offset={8}
      shadow="lg"
    >
      <Popover.Target>
        <button
          ref={button}
          type="button"
          className="ec-plain-button ec-person"
          onClick={() => setOpen(!isOpen)}
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
          {items.length > 0 && (
            <ul className="ec-person-places">
              {items.map((item) => (
                <li key={item.id}>
                  <Link
                    className="ec-person-place"
                    to={item.href}
                    aria-current={item.id === current ? 'page' : undefined}
                    onClick={close}
                  >
                    <Icon name={item.icon} size={22} />
                    {item.word}
                  </Link>
                </li>
              ))}
            </ul>
          )}
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
