import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.ts'

/** Switches under which every page of this repository is opened by a tool or a test. */
export const chromiumArgs: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The first Chromium of: CHROMIUM_PATH, the programs in PATH, the usual places, the cache of Playwright. Undefined
 * where there is none. A CHROMIUM_PATH that names no program is an error, not a reason to take another.
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH names no program: ${named}`)
    return named
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const usual = [...folders, '/usr/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  )
  const apps = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  return [...usual, ...apps, ...inPlaywrightCache()].find(isProgram)
}

/** Finds a Chromium or installs one: with apt-get as root, else with Playwright. Says what it does; throws if neither works. */
export async function requireChromium(): Promise<string> {
  const found = findChromium()
  if (found !== undefined) return found
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('No Chromium found: installing the package chromium with apt-get')
    await runCommand('apt-get', ['update', '-q'], { live: true })
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      live: true,
    })
  }
  if (findChromium() === undefined) {
    console.log('No Chromium found: installing one with Playwright')
    await runCommand('playwright', ['install', 'chromium'], { live: true })
  }
  const installed = findChromium()
  if (installed === undefined) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH')
  return installed
}

function inPlaywrightCache(): readonly string[] {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache/ms-playwright')
  if (!existsSync(cache)) return []
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  return builds
    .sort()
    .reverse()
    .flatMap((name) =>
      readdirSync(join(cache, name))
        .filter((folder) => folder.startsWith('chrome-linux'))
        .map((folder) => join(cache, name, folder, 'chrome')),
    )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
