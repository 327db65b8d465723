/** Why a workbook is not taken in. Words for people are chosen where it is shown. */
export type WorkbookRefusal =
  /** No XLSX, whatever it is called: a web page, an ODS, a picture. */
  | { readonly kind: 'not-a-workbook' }
  /** The format of before 2007 (.xls). */
  | { readonly kind: 'old-workbook' }
  | { readonly kind: 'locked-workbook' }
  | { readonly kind: 'workbook-macros' }
  | { readonly kind: 'broken-workbook' }
  | {
      readonly kind: 'workbook-too-complex'
      readonly limit: 'time' | 'memory' | 'unpacked-size' | 'rows'
      readonly most: number
    }
  /** No sheet has the head of a register of tasks. */
  | { readonly kind: 'no-task-table'; readonly sheets: readonly string[] }
  /** D3: words of state secrets, in these rows. Nothing of the file is kept. */
  | { readonly kind: 'workbook-secret'; readonly rows: readonly number[] }

export class RefusedWorkbook extends Error {
  readonly refusal: WorkbookRefusal
  constructor(refusal: WorkbookRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}
