import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editBetween } from './text-edit.ts'

const applied = (before: string, edit: ReturnType<typeof editBetween>) =>
  edit === null ? before : before.slice(0, edit.at) + edit.insert + before.slice(edit.at + edit.remove)

test('the edit turns the one into the other, and is small', () => {
  expect(editBetween('nghị quyết', 'nghị  quyết')).toMatchObject({ remove: 0, insert: ' ' })
  expect(editBetween('a', 'a')).toBeNull()
  expect(editBetween('aa', 'aaa')).toMatchObject({ remove: 0, insert: 'a' })
  const text = fc.array(fc.constantFrom('a', 'ế', '😀', '😁', ' ')).map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween(before, after)
      expect(applied(before, edit)).toBe(after)
      expect(edit?.insert.isWellFormed() ?? true).toBe(true)
    }),
  )
})
