import { Button, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import { settingsOn } from '../../../shared/domain/settings.ts'
import { UrgingRule } from '../../../shared/domain/urging.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { addDays, formatDay } from '../../../shared/lib/time.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
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
  const today = app.today()
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
  const about = (
    <>
      <p>{t('urging.text')}</p>
      {isComing && <p className="ec-quiet">{t('urging.coming', { day })}</p>}
    </>
  )
  if (!maySet) {
    return (
      <ConfirmSheet
        opened
        title={t('urging.title')}
        confirm={t('extension.understood')}
        cancel={null}
        onConfirm={onClose}
        onClose={onClose}
      >
        {about}
        <DefinitionList
          items={[
            { term: t('urging.before'), value: coming.before.join(', ') || '–' },
            { term: t('urging.onDay'), value: t(coming.onDay ? 'urging.yes' : 'urging.no') },
            { term: t('urging.everyAfter'), value: coming.everyAfter || t('urging.no') },
          ]}
        />
        <p className="ec-quiet">{t('urging.headOnly')}</p>
      </ConfirmSheet>
    )
  }
  return (
    <AuthoritySheet
      title={t('urging.title')}
      confirm={t('urging.save')}
      done={t('urging.saved')}
      disabled={!isChanged}
      perform={() => app.tasks.setUrging(rule ?? coming)}
      onClose={onClose}
    >
      {about}
      <TextInput
        label={t('urging.before')}
        description={t('urging.beforeHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={before}
        error={rule === null ? t('urging.beforeWrong') : undefined}
        onChange={(event) => setBefore(event.currentTarget.value)}
      />
      <Switch
        label={t('urging.onDay')}
        size="lg"
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
        value={everyAfter}
        onChange={(value) => setEveryAfter(typeof value === 'number' ? value : 0)}
      />
      <p className="ec-quiet">{t('urging.from', { day })}</p>
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
