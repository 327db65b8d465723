import { Button, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import { settingsOn } from '../../../shared/domain/settings.ts'
import { UrgingRule } from '../../../shared/domain/urging.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { addDays, dayOf, formatDay } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

/** By which rule agencies are urged: the Office reads it, its head sets it (T6). */
export function UrgingButton() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('urging.open')}
      </Button>
      {isOpen && <UrgingSheet onClose={() => setOpen(false)} />}
    </>
  )
}

function UrgingSheet({ onClose }: { onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const today = dayOf(app.now())
  const tomorrow = addDays(today, 1)
  const history = app.copy.reader.get('settings', 'settings')
  const inForce = settingsOn(history, today).urging
  const coming = settingsOn(history, tomorrow).urging
  const maySet = permit(app.me().subject, { action: 'set-urging' }).allow
  const [before, setBefore] = useState(coming.before.join(', '))
  const [onDay, setOnDay] = useState(coming.onDay)
  const [everyAfter, setEveryAfter] = useState(coming.everyAfter)
  const parsed = UrgingRule.safeParse({ before: numbersIn(before), onDay, everyAfter })
  const rule = parsed.success ? parsed.data : null
  const isChanged = rule !== null && canonicalJson(rule) !== canonicalJson(coming)
  const isComing = canonicalJson(inForce) !== canonicalJson(coming)
  const day = formatDay(tomorrow)
  return (
    <AuthoritySheet
      title={t('urging.title')}
      confirm={t('urging.save')}
      done={t('urging.saved')}
      disabled={!maySet || !isChanged}
      perform={() => app.tasks.setUrging(rule ?? coming)}
      onClose={onClose}
    >
      <p>{t('urging.text')}</p>
      {isComing && <p className="ec-quiet">{t('urging.coming', { day })}</p>}
      <TextInput
        label={t('urging.before')}
        description={t('urging.beforeHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        readOnly={!maySet}
        value={before}
        error={rule === null ? t('urging.beforeWrong') : undefined}
        onChange={(event) => setBefore(event.currentTarget.value)}
      />
      <Switch
        label={t('urging.onDay')}
        size="lg"
        disabled={!maySet}
        checked={onDay}
        onChange={(event) => setOnDay(event.currentTarget.checked)}
      />
      <NumberInput
        label={t('urging.everyAfter')}
        description={t('urging.everyAfterHint')}
        min={0}
        max={60}
        allowDecimal={false}
        clampBehavior="strict"
        readOnly={!maySet}
        value={everyAfter}
        onChange={(value) => setEveryAfter(typeof value === 'number' ? value : 0)}
      />
      <p className="ec-quiet">{maySet ? t('urging.from', { day }) : t('urging.headOnly')}</p>
    </AuthoritySheet>
  )
}

/** What is no number is not dropped: the rule refuses it, and the field says so. */
const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number)
    .sort((a, b) => b - a)
