import { expect, it } from 'vitest'
import { gatheredLines } from './gathered-lines.ts'

it('lines of one turn go out together and in their order; at the end of the program at once', () => {
  const written: string[] = []
  const turns: (() => void)[] = []
  const lines = gatheredLines(
    (text) => void written.push(text),
    (work) => void turns.push(work),
  )
  lines.add('one\n')
  lines.add('two\n')
  expect(written).toEqual([])
  for (const turn of turns.splice(0)) turn()
  expect(written).toEqual(['one\ntwo\n'])
  lines.add('three\n')
  lines.flush()
  expect(written).toEqual(['one\ntwo\n', 'three\n'])
  for (const turn of turns) turn()
  expect(written).toHaveLength(2)
})
