/** A figure of both, or of ours alone where the stock viewer has no such thing. */
export interface Figure {
  metric: string
  /** The document, where it is of one. */
  paper?: string
  unit: 'ms' | 'MB' | 'MB/s' | 'bytes' | 'pages' | 'ratio'
  stock: number | null
  ours: number
  /** Null: told for its own sake. */
  target: { text: string; holds: boolean } | null
}

export const rounded = (value: number) => Math.round(value * 100) / 100

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}
export const median = (values: readonly number[]) => quantile(values, 0.5)

/** @param most ours as a share of stock's */
export const atMost = (figure: Omit<Figure, 'target'>, most: number): Figure => ({
  ...figure,
  target: {
    text: `<= ${rounded(most)}x stock`,
    holds: figure.stock !== null && figure.ours <= most * figure.stock,
  },
})

/** One JSON line a figure. */
export const reportLines = (figures: readonly Figure[]): string[] =>
  figures.flatMap(({ metric, paper, unit, stock, ours, target }) => {
    const line = (subject: string, value: number, more: object) =>
      JSON.stringify({
        bench: 'reader',
        subject,
        metric,
        ...(paper !== undefined && { paper }),
        value: rounded(value),
        unit,
        ...more,
      })
    const judged = target ? { target: target.text, holds: target.holds } : {}
    return [...(stock === null ? [] : [line('stock', stock, {})]), line('ours', ours, judged)]
  })

export function reportTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ metric, paper, unit, stock, ours, target }) => [
    paper === undefined ? metric : `${metric}, ${paper}`,
    stock === null ? '' : String(rounded(stock)),
    String(rounded(ours)),
    unit,
    stock ? String(rounded(ours / stock)) : '',
    target?.text ?? '',
    target ? (target.holds ? 'ok' : 'MISSED') : '',
  ])
  const all = [['', 'stock', 'ours', '', 'ratio', 'target', ''], ...rows]
  const widths = all[0]?.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
