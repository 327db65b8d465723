import type { ChildAnswer, ChildProgress, ChildTask } from './run-child.ts'
import { watchLimits } from './watch-limits.ts'

// One document, in a process of its own (run-child.ts): it may take the process down, and nothing else.

// The libraries report oddities of a file on the console; nobody reads it here.
console.log = () => {}
console.warn = () => {}

async function answer(task: ChildTask): Promise<ChildAnswer> {
  const step = watchLimits(task.limits)
  const onStep = (done: number, of: number) => {
    step()
    const progress: ChildProgress = { kind: 'progress', done, of }
    process.send?.(progress)
  }
  if (task.kind === 'copy') {
    const { makeReadingCopy } = await import('./reading-copy.ts')
    const copy = await makeReadingCopy(task.bytes, onStep)
    return { kind: 'copy', copy }
  }
  const { readPages } = await import('./read-pages.ts')
  const skip = new Set(task.skip)
  const read = await readPages(task.bytes, skip, onStep)
  return { kind: 'pages', ...read }
}

process.once('message', (task: ChildTask) => {
  answer(task)
    .catch((error: unknown): ChildAnswer => ({ kind: 'failed', error: String(error) }))
    .then((said) => process.send?.(said, () => process.exit()))
})
process.once('disconnect', () => process.exit())
