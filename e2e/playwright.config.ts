import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from '../tools/find-chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  globalSetup: './testing/cluster-template.ts',
  outputDir: '../test-results/playwright',
  // Each journey has its own server and database; two at once would only measure the machine.
  workers: 1,
  // Real processes and a real browser; who needs the second attempt is named in the summary.
  retries: 1,
  forbidOnly: true,
  // Limits for what hangs; a busy machine may be slow.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1180, height: 820 },
    locale: 'vi-VN',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Of the second attempt, since it costs a sixth of a journey; without its film, which costs more than the journey itself.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true, sources: false },
    launchOptions: {
      args: [...chromiumArgs],
      // Without a UTF-8 locale Chromium calls every download whose name has diacritics "download".
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'journeys', testDir: 'journeys', testMatch: '**/*.spec.ts' },
    // By command: its papers take minutes to be made and looked at.
    { name: 'dossier', testDir: 'dossier', testMatch: '**/*.spec.ts' },
    { name: 'contracts', testDir: 'contracts', testMatch: '**/*.spec.ts' },
  ],
})
