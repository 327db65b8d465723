import './choice-buttons.css'
import { type ReactNode, useId } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'

export type Choice = { readonly id: string; readonly word: string; readonly note?: ReactNode }

type ChoiceButtonsProps = {
  /** The question; said by screen readers, shown when `showLegend`. */
  legend: string
  showLegend?: boolean
  choices: readonly Choice[]
  chosen: readonly string[]
  /** How many may be chosen; 1 unless told. */
  most?: number
  disabled?: boolean
  onChange: (chosen: readonly string[]) => void
}

/** Large choices, one or up to `most`; arrow keys and space work as in any form, since they are its own controls. */
export function ChoiceButtons(props: ChoiceButtonsProps) {
  const { legend, showLegend = false, choices, chosen, most = 1, disabled = false, onChange } = props
  const { t } = useWords()
  const name = useId()
  const full = most > 1 && chosen.length >= most
  const toggle = (id: string) => {
    if (most === 1) onChange([id])
    else onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  }
  return (
    <fieldset className="ec-choices" disabled={disabled}>
      <legend className={showLegend ? 'ec-choices-legend' : 'ec-unseen'}>{legend}</legend>
      {most > 1 && (
        <p className="ec-choices-count" aria-live="polite">
          {t('interface.choice.upTo', { most, count: chosen.length })}
        </p>
      )}
      <div className="ec-choices-row">
        {choices.map(({ id, word, note }) => {
          const isChosen = chosen.includes(id)
          return (
            <label key={id} className="ec-choice">
              <input
                type={most === 1 ? 'radio' : 'checkbox'}
                className="ec-unseen"
                name={name}
                autoComplete="off"
                checked={isChosen}
                disabled={full && !isChosen}
                onChange={() => toggle(id)}
              />
              <span className="ec-choice-face">
                <span className="ec-choice-sign">{isChosen && <Icon name="check" size={22} />}</span>
                <span>
                  <span className="ec-choice-word">{word}</span>
                  {note !== undefined && <span className="ec-choice-note">{note}</span>}
                </span>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
