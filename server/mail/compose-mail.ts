import type { OutgoingMail } from '../app/mail-port.ts'
import { mailWords } from './mail-words.ts'

/** Where links lead, and whom letters are from. */
export type MailHead = { from: { name: string; address: string }; publicUrl: string | null }

/**
 * A letter as its parts: the library writes the headers from them (RFC 2047), so that no name or word can begin a header of its
 * own. A letter sent again has the same Message-ID.
 */
export function composeMail({ id, to, notice }: OutgoingMail, { from, publicUrl }: MailHead) {
  const { subject, lines, path } = mailWords(notice)
  const link = publicUrl === null ? null : `${publicUrl}${path}`
  const host = from.address.slice(from.address.lastIndexOf('@') + 1)
  const foot = 'Thư do hệ thống tự gửi, không cần trả lời. Nội dung chỉ xem được trong hệ thống.'
  const text = [...lines, ...(link === null ? [] : ['', link]), '', '-- ', foot].join('\n')
  const html = [
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    ...(link === null ? [] : [`<p><a href="${escaped(link)}">${escaped(link)}</a></p>`]),
    `<p><small>${escaped(foot)}</small></p>`,
  ].join('\n')
  return {
    messageId: `<${id}@${host}>`,
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(subject),
    text,
    html: `<!doctype html><html lang="vi"><meta charset="utf-8"><body>\n${html}\n</body></html>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
