import { useApp, useAppVersion } from './app-context.tsx'

/** Agencies that something may be given to: none that was closed. */
export function useAgencyChoice(): { value: string; label: string }[] {
  const app = useApp()
  useAppVersion()
  return app.copy.reader
    .list('agency', 'agency/')
    .filter(({ successor }) => !successor)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'))
}
