import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { minutesSectionMax } from '../../../shared/domain/minutes.ts'
import type { MinutesLine } from '../../app/minutes-sheet.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { MinutesInHand } from './use-minutes-sheet.ts'

/** One section: its words, written in where they stand; what happened since, and what somebody else stored, are offered beside. */
export function MinutesSectionPart({
  line,
  hand,
  mayWrite,
}: {
  line: MinutesLine
  hand: MinutesInHand
  mayWrite: boolean
}) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { key, title, text, isEdited, isUnsent } = line
  const id = `minutes-${key.replace('/', '-')}`
  const isWriting = isOpen && mayWrite
  return (
    <section className="ec-minutes-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="ec-minutes-signs ec-no-print">
          {isEdited && <StatusSign bare tone="quiet" sign="edit" word={t('minutes.edited')} />}
          {mayWrite && isUnsent && (
            <StatusSign bare tone="waiting" sign="device" word={t('minutes.unsent')} />
          )}
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<Icon name={isWriting ? 'check' : 'edit'} size={20} />}
              aria-label={t(isWriting ? 'minutes.closeOf' : 'minutes.writeOf', { title })}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isWriting ? 'minutes.close' : 'minutes.write')}
            </Button>
          )}
        </span>
      </header>
      {mayWrite && <LengthWords length={text.length} isWriting={isWriting} />}
      {isWriting ? (
        <Textarea
          aria-label={title}
          autosize
          minRows={4}
          value={text}
          onChange={(event) => hand.setText(line, event.currentTarget.value)}
        />
      ) : (
        <p className="ec-minutes-text">{text}</p>
      )}
      {mayWrite && <Offers line={line} hand={hand} />}
    </section>
  )
}

/** From so many characters on what is left is told while writing. */
const nearEnd = minutesSectionMax * 0.9

function LengthWords({ length, isWriting }: { length: number; isWriting: boolean }) {
  const { t } = useWords()
  const left = minutesSectionMax - length
  if (left < 0) {
    return (
      <div className="ec-minutes-length">
        <Notice tone="urgent" title={t('minutes.tooLong', { count: -left })}>
          {t('minutes.tooLongText')}
        </Notice>
      </div>
    )
  }
  return isWriting && length > nearEnd ? (
    <p className="ec-minutes-length ec-quiet ec-figures">{t('minutes.charsLeft', { count: left })}</p>
  ) : null
}

function Offers({ line, hand }: { line: MinutesLine; hand: MinutesInHand }) {
  const { t } = useWords()
  const { text, clash, news, isEdited } = line
  return (
    <>
      {clash !== null && (
        <Notice tone="urgent" title={t('minutes.clash')}>
          <p>{t('minutes.clashText')}</p>
          <div className="ec-minutes-compared">
            <ChangedText was={clash} is={text} />
          </div>
          <div className="ec-minutes-choices">
            <Button variant="default" onClick={() => hand.choose(line, 'mine')}>
              {t('minutes.keepMine')}
            </Button>
            <Button variant="default" onClick={() => hand.choose(line, 'theirs')}>
              {t('minutes.takeTheirs')}
            </Button>
          </div>
        </Notice>
      )}
      {clash === null && news !== null && (
        <Notice tone="waiting" title={t('minutes.news')}>
          <p>{t(isEdited ? 'minutes.newsEdited' : 'minutes.newsText')}</p>
          <div className="ec-minutes-compared">
            <ChangedText was={text} is={news} />
          </div>
          <div className="ec-minutes-choices">
            <Button variant="default" onClick={() => hand.hear(line, 'take')}>
              {t('minutes.takeNews')}
            </Button>
            <Button variant="default" onClick={() => hand.hear(line, 'keep')}>
              {t('minutes.keepText')}
            </Button>
          </div>
        </Notice>
      )}
    </>
  )
}
