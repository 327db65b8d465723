import { runCommand } from './run-command.ts'

/** The whole measure of forged bundles `npm test` takes fewer of each kind. */
const mutations = process.argv[2] ?? '10000'
const { code } = await runCommand('vitest', ['run', 'server/app/bundle-mutation.test.ts'], {
  env: { BUNDLE_MUTATIONS: mutations },
  live: true,
})
process.exitCode = code
