import type { FirstSignIn } from './app/bootstrap.ts'
import { settingNames } from './configuration.ts'
import type { DemoSignIn } from './demo/demo-codes.ts'
import type { DemoProgress } from './demo/load-demo.ts'
import type { DatabaseProgress } from './store/database-fault.ts'

/** What whoever starts the server reads on the terminal while it works: Vietnamese, then English. */

const dim = (text: string) => `  ${text}`

export function databaseLine(progress: DatabaseProgress): string | null {
  switch (progress.step) {
    case 'initdb':
      return dim('Tạo cơ sở dữ liệu (lần đầu) … / Making the database (first start) …')
    case 'stop-orphan':
      return dim('Dừng PostgreSQL còn sót lại … / Stopping a PostgreSQL left behind …')
    case 'start':
      return dim('Khởi động PostgreSQL … / Starting PostgreSQL …')
    case 'recovering':
      return dim('PostgreSQL đang phục hồi sau khi bị ngắt … / PostgreSQL is recovering from a cut …')
    case 'migrate':
      return dim(`Cập nhật cấu trúc dữ liệu ${progress.from} → ${progress.to} / Migrating`)
    case 'ready':
      return null
  }
}

/** @returns null where the step is too small to be told. */
export function demoLine(progress: DemoProgress): string | null {
  switch (progress.kind) {
    case 'resuming':
      return dim('Dữ liệu trình diễn nạp dở: nạp tiếp … / Half-loaded demonstration: going on …')
    case 'people':
      return dim(
        `Dữ liệu trình diễn: ${progress.count} tài khoản / Demonstration: ${progress.count} accounts`,
      )
    case 'papers':
      if (progress.done % 5 !== 0 && progress.done !== progress.of) return null
      return dim(
        `Tài liệu ${progress.done}/${progress.of} (${progress.pages} trang) / Papers ${progress.done}/${progress.of} (${progress.pages} pages)`,
      )
    case 'acts':
      return dim(`Việc đã ghi nhận ${progress.done}/${progress.of} / Acts recorded`)
    case 'ready':
      return dim('Đã nạp xong dữ liệu trình diễn / Demonstration loaded')
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)))
  return all
    .map((row) => row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - [...cell].length)).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n')
}

export const readyPage = (address: string): string =>
  `\nPhòng họp Chính phủ không giấy đang chạy tại ${address}\nE-Cabinet is serving at ${address}   (Ctrl-C: dừng / stop)\n`

export function demoPage(signIns: readonly DemoSignIn[], password: string): string {
  const rows = signIns.map(({ account, title, code }) => [
    account,
    code ?? 'đã có thiết bị / has a device',
    title,
  ])
  return [
    'ĐÂY LÀ BẢN TRÌNH DIỄN, dữ liệu hư cấu / THIS IS A DEMONSTRATION, everything in it is invented.',
    `Mật khẩu của mọi tài khoản / Password of every account: ${password}`,
    'Mã thiết bị dùng một lần, hạn 7 ngày; mỗi lần khởi động cấp mã mới / One-time device codes, new at each start:',
    '',
    table(['TÀI KHOẢN', 'MÃ THIẾT BỊ', 'CHỨC VỤ'], rows),
    '',
  ].join('\n')
}

export function bootstrapPage(signIns: readonly FirstSignIn[]): string {
  const rows = signIns.map(({ account, password, code, name }) => [account, password, code, name])
  return [
    'Mật khẩu và mã thiết bị ban đầu, chỉ hiện một lần / First passwords and device codes, shown only once:',
    '',
    table(['TÀI KHOẢN', 'MẬT KHẨU', 'MÃ THIẾT BỊ', 'HỌ TÊN'], rows),
    '',
  ].join('\n')
}

export const helpPage = `npm start [-- TÙY CHỌN / OPTIONS]

  --tls               HTTPS bằng chứng thư tự tạo / HTTPS with a self-made certificate
  --demo=history      bản trình diễn 24/6/2019 - 9/2/2020 / the demonstration of those months
  --bootstrap FILE    người dùng đầu tiên của hệ thống thật / the first people of a real office
  --restored LÝ_DO    cơ sở dữ liệu vừa được phục hồi / this database was restored from a backup
  --help              trang này / this page

Biến môi trường / Environment: ${settingNames.join(', ')}
Xem / see docs/configuration.md
`
