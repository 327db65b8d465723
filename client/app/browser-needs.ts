/** What the program cannot do without; each has words of its own on the screen (O6). */
export type BrowserLack =
  /** Opened by plain HTTP from another machine: no cryptography, no offline program. */
  | 'secure-address'
  /** A browser that cannot check the Office's receipts (Safari before 17, Chromium before 137). */
  | 'receipts'
  /** No locks between tabs, or no database. */
  | 'storage'
