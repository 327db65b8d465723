import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hideToast, passToast, shownToast, showToast } from './toast-store.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  hideToast()
  vi.useRealTimers()
})

it('what was said in passing gives way to a sheet, and does not come back when its matter moves on', () => {
  const shown = showToast({ tone: 'waiting', text: 'Phiếu 1: đã lưu' }, 5000)
  passToast()
  expect(shownToast()).toBeNull()
  shown.becomes('good', 'Phiếu 1: đã ghi vào sổ')
  expect(shownToast()).toBeNull()
})

it('a warning and an offer to undo stay over a sheet', () => {
  showToast({ tone: 'urgent', text: 'Chưa lưu được' }, null)
  passToast()
  expect(shownToast()?.text).toBe('Chưa lưu được')
  showToast({ tone: 'good', text: 'Đã bỏ', undo: { word: 'Hoàn tác', run: () => undefined } }, 10_000)
  passToast()
  expect(shownToast()?.text).toBe('Đã bỏ')
})
