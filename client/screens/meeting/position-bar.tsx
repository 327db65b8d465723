import { Button } from '@mantine/core'
import type { ItemView } from '../../app/meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { WordSign } from '../word-sign.tsx'

/** Upright: one's position stays in view while reading; a tap brings the three choices up. */
export function PositionBar({ view: { position }, onOpen }: { view: ItemView; onOpen: () => void }) {
  const { t } = useWords()
  const said = 'said' in position ? position.said : null
  return (
    <section className="ec-answer-bar" aria-label={t('meeting.position.title')}>
      <div className="ec-answer-bar-words">
        <strong>{t(said ? `meeting.position.${said.stance}` : 'meeting.position.none')}</strong>
        <WordSign word={position} />
      </div>
      <Button
        variant={said ? 'default' : 'filled'}
        leftSection={<Icon name="up" size={20} />}
        onClick={onOpen}
      >
        {t(said ? 'meeting.position.again' : 'meeting.position.open')}
      </Button>
    </section>
  )
}
