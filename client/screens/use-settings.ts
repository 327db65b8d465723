import { type Settings, settingsOn } from '../../shared/domain/settings.ts'
import { useApp } from './app-context.tsx'

/** The settings in force today, as this device holds them. */
export function useSettings(): Settings {
  const app = useApp()
  return settingsOn(app.copy.reader.get('settings', 'settings'), app.today())
}
