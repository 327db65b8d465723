import './filter-chips.css'

type FilterChipsProps<Id extends string> = {
  label: string
  chips: readonly { readonly id: Id; readonly word: string; readonly count?: number }[]
  chosen: Id
  onChoose: (id: Id) => void
}

/** One of several views on a list; the chosen one stands in the address, so that it can be sent to a colleague. */
export function FilterChips<Id extends string>({ label, chips, chosen, onChoose }: FilterChipsProps<Id>) {
  return (
    <fieldset className="ec-chips ec-no-print">
      <legend className="ec-unseen">{label}</legend>
      {chips.map(({ id, word, count }) => (
        <button
          key={id}
          type="button"
          className="ec-plain-button ec-chip"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {word}
          {count !== undefined && <strong>{count}</strong>}
        </button>
      ))}
    </fieldset>
  )
}
