import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,client,server,tools}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contracts',
          include: ['e2e/contracts/**/*.test.ts'],
          globalSetup: 'e2e/testing/cluster-template.ts',
          // Limits for what hangs; a busy machine may be slow.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Real processes and a real disk; who needs the second attempt is named in the summary.
          retry: 1,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['e2e/simulation/**/*.test.ts'],
          // As Node runs them: transformed they take longer, and so they do with much to collect.
          experimental: { viteModuleRunner: false },
          execArgv: ['--max-semi-space-size=64'],
          testTimeout: 15 * 60_000,
        },
      },
    ],
  },
})
