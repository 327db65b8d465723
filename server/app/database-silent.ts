/** The database could not do what it was asked, through no fault of whoever asked: it is to be asked again later. */
export class DatabaseSilent extends Error {
  /** `storage-full`: its disk is; nothing was written. */
  readonly kind: 'database-silent' | 'storage-full'

  constructor(kind: DatabaseSilent['kind'], cause: unknown) {
    super(`${kind}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.kind = kind
  }
}
