import { Select } from '@mantine/core'
import { DirectiveType } from '../../../shared/domain/directive.ts'
import type { DirectiveView } from '../../app/directive-desk.ts'
import { FindField } from '../../ui/find-field.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'

export type DirectiveFilter = { type: DirectiveType | null; year: string | null; issuer: string | null }

type DirectiveFieldsProps = {
  all: readonly DirectiveView[]
  filter: DirectiveFilter
  onFilter: (change: Partial<DirectiveFilter>) => void
  text: string
  onText: (text: string) => void
}

export const yearOf = ({ directive }: DirectiveView): string | null => directive.date?.slice(0, 4) ?? null

/** By kind, year and issuing body, and by words. */
export function DirectiveFields({ all, filter, onFilter, text, onText }: DirectiveFieldsProps) {
  const { t } = useWords()
  const years = [...new Set(all.flatMap((view) => yearOf(view) ?? []))].sort().reverse()
  const issuers = [...new Set(all.flatMap(({ content }) => content?.issuer || []))].sort((a, b) =>
    a.localeCompare(b, 'vi'),
  )
  return (
    <>
      <FindField label={t('directives.find')} value={text} onFind={onText} />
      <Select
        clearable
        className="ec-directive-field"
        aria-label={t('directives.form.type')}
        placeholder={t('directives.anyType')}
        data={DirectiveType.options.map((value) => ({ value, label: t(`directives.type.${value}`) }))}
        value={filter.type}
        onChange={(value) => onFilter({ type: DirectiveType.safeParse(value).data ?? null })}
      />
      <Select
        clearable
        className="ec-directive-field"
        aria-label={t('directives.column.date')}
        placeholder={t('directives.anyYear')}
        data={years.map((year) => ({ value: year, label: t('directives.year', { year }) }))}
        value={filter.year}
        onChange={(year) => onFilter({ year })}
      />
      <Select
        clearable
        searchable
        filter={foldedFilter}
        className="ec-directive-field"
        aria-label={t('directives.column.issuer')}
        placeholder={t('directives.anyIssuer')}
        data={issuers}
        value={filter.issuer}
        onChange={(issuer) => onFilter({ issuer })}
      />
    </>
  )
}
