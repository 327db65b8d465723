import { formatDay, formatInstant } from '../../shared/lib/time.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { MailNotice } from '../app/mail-port.ts'

/** What a letter says: that there is something, its number, its hour. Never what it is about (mail-port.ts). */
export type MailWords = { subject: string; lines: readonly string[]; path: string }

export function mailWords(notice: MailNotice): MailWords {
  switch (notice.kind) {
    case 'task-assigned':
    case 'task-urged': {
      const of = notice.number === '' ? '' : ` tại văn bản ${notice.number}`
      const isUrged = notice.kind === 'task-urged'
      return {
        subject: isUrged ? `Đôn đốc nhiệm vụ${of}` : `Nhiệm vụ mới${of}`,
        lines: [
          isUrged
            ? `Cơ quan của đồng chí được đôn đốc về một nhiệm vụ được giao${of}.`
            : `Cơ quan của đồng chí được giao một nhiệm vụ${of}.`,
          ...(notice.deadline === null ? [] : [`Thời hạn: ${formatDay(notice.deadline)}.`]),
        ],
        path: `/tasks?task=${notice.task}`,
      }
    }
    case 'ballot-issued':
      return {
        subject: `Phiếu lấy ý kiến ${notice.number}`,
        lines: [
          `Phiếu lấy ý kiến ${notice.number} đã được gửi đến đồng chí.`,
          `Thời hạn trả lời: ${formatInstant(notice.deadlineAt)}.`,
        ],
        path: `/ballots/${notice.ballot}`,
      }
    case 'ballot-reminder':
      return {
        subject: `Nhắc trả lời Phiếu lấy ý kiến ${notice.number}`,
        lines: [
          `Phiếu lấy ý kiến ${notice.number} còn ${notice.left === 'day' ? 'một ngày làm việc' : 'dưới bốn giờ'} là hết hạn.`,
          `Thời hạn trả lời: ${formatInstant(notice.deadlineAt)}.`,
        ],
        path: `/ballots/${notice.ballot}`,
      }
    case 'ballot-closed':
      return {
        subject: `Phiếu lấy ý kiến ${notice.number} đã đóng`,
        lines: [`Phiếu lấy ý kiến ${notice.number} đã đóng, hạn ${formatInstant(notice.deadlineAt)}.`],
        path: `/ballots/${notice.ballot}`,
      }
    case 'meeting-invited':
    case 'meeting-changed':
    case 'meeting-cancelled':
    case 'meeting-tomorrow':
      return {
        subject: `${meetingHeads[notice.kind]}, ${formatInstant(notice.startsAt)}`,
        lines: [`${meetingHeads[notice.kind]}. Bắt đầu: ${formatInstant(notice.startsAt)}.`],
        path: `/meetings/${notice.meeting}`,
      }
    case 'digest':
      return {
        subject: 'Nhiệm vụ được giao: tổng hợp đầu tuần',
        lines: [
          'Nhiệm vụ của cơ quan đồng chí đầu tuần này:',
          `Quá hạn: ${notice.overdue}`,
          `Đến hạn trong tuần: ${notice.due}`,
          `Đôn đốc chưa trả lời: ${notice.asked}`,
          `Bị trả lại: ${notice.returned}`,
        ],
        path: '/tasks',
      }
    case 'test':
      return { subject: 'Thư thử', lines: ['Thư này cho biết máy chủ gửi được thư điện tử.'], path: '/' }
    default:
      return unreachable(notice)
  }
}

const meetingHeads = {
  'meeting-invited': 'Giấy mời họp Chính phủ',
  'meeting-changed': 'Phiên họp Chính phủ có thay đổi',
  'meeting-cancelled': 'Phiên họp Chính phủ đã hủy',
  'meeting-tomorrow': 'Nhắc phiên họp Chính phủ ngày mai',
} as const
