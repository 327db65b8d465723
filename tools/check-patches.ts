import { readdirSync } from 'node:fs'
import { runCommand } from './run-command.ts'

/** The bugs that tests plant are patches against the program: whoever changes what one of them changes hears of it here. */
const patches = ['e2e/simulation/bugs', 'e2e/unsealed'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.patch'))
    .map((name) => `${folder}/${name}`),
)
const results = await Promise.all(
  patches.map((patch) => runCommand('git', ['apply', '--check', '--whitespace=nowarn', patch])),
)
for (const { code, output } of results) {
  if (code === 0) continue
  console.log(output.trimEnd())
  process.exitCode = 1
}
