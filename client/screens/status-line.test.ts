import { describe, expect, it } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import type { Status } from '../app/status.ts'
import { createWords } from '../ui/i18n.ts'
import { statusLine } from './status-line.ts'

const now = instant(Date.UTC(2026, 10, 24, 3, 32))
const yesterday = instant(Date.UTC(2026, 10, 23, 2, 15))
const { t } = createWords('vi')
const none = { answers: 0, votes: 0, said: 0, reports: 0, desk: 0, files: 0, notes: 0 }
const line = (status: Status, answers = 0, notes = 0) =>
  statusLine(t, { status, unsent: { ...none, answers, notes }, now })

describe('[O1] the one line at the top', () => {
  it.each<[Status, number, string]>([
    [{ kind: 'synced', at: now, waiting: 0 }, 0, 'Đã đồng bộ lúc 10:32'],
    [{ kind: 'synced', at: now, waiting: 3 }, 0, 'Đã đồng bộ lúc 10:32'],
    [{ kind: 'synced', at: now, waiting: 1 }, 1, 'Đã đồng bộ lúc 10:32, 1 trả lời chờ gửi'],
    [{ kind: 'syncing', waiting: 0 }, 0, 'Đang đồng bộ'],
    [
      { kind: 'offline', since: yesterday, waiting: 2 },
      2,
      'Ngoại tuyến từ 09:15 ngày 23/11/2026, 2 trả lời chờ gửi',
    ],
    [{ kind: 'offline', since: null, waiting: 0 }, 0, 'Đang ngoại tuyến'],
    [{ kind: 'server-silent', since: now, waiting: 0 }, 0, 'Máy chủ không phản hồi từ 10:32, đang thử lại'],
    [{ kind: 'server-silent', since: null, waiting: 0 }, 0, 'Máy chủ không phản hồi, đang thử lại'],
    [{ kind: 'signed-out', waiting: 0 }, 0, 'Máy chủ chưa nhận thiết bị này, đang đăng nhập lại'],
    [{ kind: 'update-required', waiting: 0 }, 0, 'Văn phòng yêu cầu cập nhật ứng dụng'],
    [
      { kind: 'storage-full', lacking: 0, waiting: 0 },
      0,
      'Máy tính bảng hết chỗ, tài liệu mới chưa tải được',
    ],
    [{ kind: 'storage-full', lacking: 3, waiting: 0 }, 0, 'Thiếu chỗ, 3 tài liệu chưa tải được'],
    [{ kind: 'synced', at: now, waiting: 0, fetching: 45 }, 0, 'Đã đồng bộ lúc 10:32, đang tải tài liệu 45%'],
    [{ kind: 'storage-trouble', waiting: 0 }, 0, 'Máy tính bảng không ghi được dữ liệu mới'],
    [
      { kind: 'not-trusted', fault: { kind: 'ledger-forked', size: 9 }, waiting: 0 },
      0,
      'Dữ liệu từ máy chủ không khớp với sổ ghi nhận, đã ngừng nhận',
    ],
  ])('says %j, with %d answers waiting, in words', (status, waiting, text) => {
    expect(line(status, waiting).text).toBe(text)
  })

  it('is calm only when nothing of the member waits', () => {
    const synced: Status = { kind: 'synced', at: now, waiting: 1 }
    expect([line(synced).tone, line(synced, 1).tone]).toEqual(['good', 'waiting'])
  })

  it('[M8] a vote and what else was said to a meeting are counted as what they are', () => {
    const status: Status = { kind: 'offline', since: null, waiting: 3 }
    const { text } = statusLine(t, { status, unsent: { ...none, votes: 1, said: 2 }, now })
    expect(text).toBe('Đang ngoại tuyến, 1 phiếu biểu quyết chờ gửi, 2 việc về phiên họp chờ gửi')
  })

  it('notes that are on this tablet alone are counted by their documents', () => {
    const synced: Status = { kind: 'synced', at: now, waiting: 0 }
    expect(line(synced, 0, 2)).toMatchObject({
      tone: 'waiting',
      text: 'Đã đồng bộ lúc 10:32, ghi chú trên 2 tài liệu chờ gửi',
    })
    expect(line({ kind: 'offline', since: null, waiting: 1 }, 1, 1).text).toBe(
      'Đang ngoại tuyến, 1 trả lời chờ gửi, ghi chú trên 1 tài liệu chờ gửi',
    )
  })

  it('counts what an agency’s desk has said, and the files that go with it', () => {
    const status: Status = { kind: 'offline', since: null, waiting: 4 }
    const unsent = { ...none, reports: 2, desk: 1, files: 3 }
    expect(statusLine(t, { status, unsent, now }).text).toBe(
      'Đang ngoại tuyến, 2 báo cáo chờ gửi, 1 việc khác về nhiệm vụ chờ gửi, 3 tệp chờ gửi',
    )
  })
})
