/**
 * npm run bench:meeting: one meeting on the real server with its PostgreSQL and, in threads of this process, its tablets. Two
 * cases, each with a server of its own. A room of 30: all tablets are whole, the product's own application on real sockets; the
 * chair goes through the agenda, beside what a bare broadcast and asking every second do with it. A hall of 300: all join within
 * five seconds, the chair goes through the agenda with all of them there, all vote while the server is killed with -9. In the
 * hall 30 are whole, the others lean (meeting-lean-tablet.ts): to the server the same, but they check nothing, since on this
 * machine the work of three hundred tablets would be measured in place of the server's. One JSON line a figure.
 * Settings: MEMBERS (of the hall), TABLETS (whole ones), CHANGES, CASTING_MS, PORT, ONLY (room, hall or vote).
 */
import { availableParallelism, loadavg } from 'node:os'
import { changeItems } from './meeting-items.ts'
import { linesOfBare, linesOfChanges, linesOfJoin, linesOfSides, linesOfVote } from './meeting-report.ts'
import { onStage, type Stage } from './meeting-stage.ts'
import { voteAll } from './meeting-vote.ts'
import { startWatchers } from './meeting-watchers.ts'

const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const members = number('MEMBERS', 300)
const watching = number('TABLETS', 30)
const changes = number('CHANGES', 120)
const castingMs = number('CASTING_MS', 15_000)
const port = number('PORT', 3120)
const pollingChanges = 10
const only = process.env['ONLY']
const cutOff = Math.floor(members / 15)

const say = (line: string) =>
  void process.stderr.write(`${line}, load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores\n`)
const print = (lines: readonly string[]) => {
  for (const line of lines) console.log(line)
}

// Each tablet's outbox listens for the end of the process.
process.setMaxListeners(0)
if (only === undefined || only === 'room') {
  await onStage({ members: watching, watching, port, say }, inRoom)
}
if (only !== 'room') await onStage({ members, watching, port, say }, inHall)
say('done')
process.exit(0)

async function inRoom({ prepared, chair, watched, sides }: Stage): Promise<void> {
  const where = `${watching} in the room`
  say(`the agenda, ${where}`)
  const watchers = await startWatchers(watched.length)
  const changed = await changeItems(chair, { watched, others: [] }, { ...prepared, changes, watchers, sides })
  print(linesOfChanges(where, changed))
  print(linesOfBare(where, changed, await watchers.poll(pollingChanges)))
  print(linesOfSides(`for a change, ${where}`, changed, changes))
  watchers.end()
}

async function inHall({ server, prepared, chair, watched, others, joined, sides }: Stage): Promise<void> {
  const where = `${members} in the room`
  print(linesOfJoin(joined))
  print(linesOfSides('for one who joins', joined, members))
  if (only !== 'vote') {
    say(`the agenda, ${where}`)
    const changed = await changeItems(
      chair,
      { watched, others },
      { ...prepared, changes, watchers: null, sides },
    )
    print(linesOfChanges(where, changed))
    print(linesOfSides(`for a change, ${where}`, changed, changes))
  }
  if (only === 'hall') return
  say(`the vote of ${members}`)
  const all = [...watched, ...others]
  print(linesOfVote(await voteAll(chair, all, { ...prepared, withinMs: castingMs, cutOff, server, port })))
}
