import type { UploadItem } from './use-uploads.ts'

/** What keeps a dossier from going out: files still on their way, and files that somebody wanted in it and that are not. */
export type UploadGap = { kind: 'upload-running' } | { kind: 'upload-not-taken'; name: string }

export function uploadGaps(uploads: readonly Pick<UploadItem, 'name' | 'state'>[]): UploadGap[] {
  const running = uploads.some(({ state }) => state.kind !== 'failed')
  const lost = uploads.filter(
    // What is there already, or was stopped by hand, is missed by nobody.
    ({ state }) =>
      state.kind === 'failed' && state.fault.kind !== 'duplicate' && state.fault.kind !== 'stopped',
  )
  return [
    ...(running ? [{ kind: 'upload-running' } as const] : []),
    ...lost.map(({ name }) => ({ kind: 'upload-not-taken', name }) as const),
  ]
}
