/** One line of the report. With a target it can be missed, and then says so. */
export interface Row {
  readonly property: string
  readonly subject: string
  readonly figure: number
  /** What the target is compared with, where that is not the figure itself. */
  readonly ratio?: number
  readonly target?: number
  /** The target is an upper bound. */
  readonly below?: boolean
  readonly unit?: string
}

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Is the row's target met? `null` when it has none. */
export function isMet(row: Row): boolean | null {
  if (row.target === undefined) return null
  const value = row.ratio ?? row.figure
  return row.below ? value <= row.target : value >= row.target
}

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.property,
    row.subject,
    format(row.figure),
    row.ratio === undefined ? '' : `${format(row.ratio)} ${row.unit ?? ''}`,
    verdict(row),
  ])
  const all = [['property', 'subject', 'figure', 'ratio', 'target'], ...cells]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => (column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function verdict(row: Row): string {
  const met = isMet(row)
  return met === null ? '' : `${row.below ? '≤' : '≥'} ${row.target} ${row.unit ?? ''} ${met ? 'met' : 'MISSED'}`
}

function format(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(figure >= 10 ? 1 : 2)
}
