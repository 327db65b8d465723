import { unreachable } from '../shared/lib/unreachable.ts'
import type { BootstrapFault } from './app/bootstrap.ts'
import type { RestoreFault } from './app/restore.ts'
import type { ConfigurationFault, SettingName } from './configuration.ts'
import type { ListenFault } from './http/listen.ts'
import type { DatabaseFault } from './store/database-fault.ts'
import type { FolderFault } from './store/make-folder.ts'
import type { KeysFault } from './store/server-keys.ts'

/** Why the server does not start. */
export type StartFault =
  | ConfigurationFault
  | DatabaseFault
  | KeysFault
  | ListenFault
  | BootstrapFault
  | RestoreFault
  /** The database holds a demonstration, and DEMO=off asks for real work. */
  | { kind: 'demo-data-here' }
  /** The other demonstration is here, or real work where the past was asked for. */
  | { kind: 'other-demo-here'; name: 'today' | 'history' }
  | { kind: 'no-room-for-history' }
  /** An empty database, no demonstration wanted, and nobody named. */
  | { kind: 'nobody-here' }
  | { kind: 'unexpected'; detail: string }

const expected: Readonly<Record<SettingName, readonly [string, string]>> = {
  PORT: ['số từ 0 đến 65535', 'a number from 0 to 65535'],
  DATA_DIR: ['một thư mục', 'a folder'],
  DATABASE_URL: ['postgres://…', 'postgres://…'],
  KEYS_DIR: ['một thư mục', 'a folder'],
  TLS_CERT: ['một tệp PEM', 'a PEM file'],
  TLS_KEY: ['một tệp PEM', 'a PEM file'],
  TRUSTED_PROXIES: ['số từ 0 đến 10', 'a number from 0 to 10'],
  UNUSED_UPLOAD_DAYS: ['số từ 2 đến 3650', 'a number from 2 to 3650'],
  SMTP_URL: ['smtp://… hoặc smtps://…', 'smtp://… or smtps://…'],
  SMTP_TLS: ['required hoặc if-offered', 'required or if-offered'],
  MAIL_FROM: ['một địa chỉ thư điện tử', 'an e-mail address'],
  PUBLIC_URL: ['https://…', 'https://…'],
  DEMO: ['on hoặc off', 'on or off'],
  LOG_LEVEL: ['debug, info, warn hoặc error', 'debug, info, warn or error'],
}

const folderWords: Readonly<Record<FolderFault['why'], readonly [string, string]>> = {
  'not-a-folder': [
    'đây không phải là thư mục; hãy đặt DATA_DIR là một thư mục',
    'this is no folder; set DATA_DIR to one',
  ],
  'no-permission': [
    'không có quyền ghi; hãy cấp quyền hoặc đặt DATA_DIR khác',
    'no right to write; grant it, or set another DATA_DIR',
  ],
  'read-only': ['ổ đĩa chỉ đọc; hãy đặt DATA_DIR khác', 'the disk is read-only; set another DATA_DIR'],
  'disk-full': [
    'ổ đĩa đã đầy; hãy giải phóng chỗ trống rồi chạy lại',
    'the disk is full; free some space and start again',
  ],
  impossible: [
    'không tạo được thư mục ở đó; hãy đặt DATA_DIR khác',
    'no folder can be there; set another DATA_DIR',
  ],
}

/** One line, Vietnamese and English, for whoever starts the server: what is wrong, and what to do. */
export const faultLine = (fault: StartFault): string => words(fault).join(' / ')

function words(fault: StartFault): readonly [string, string] {
  switch (fault.kind) {
    case 'setting-broken': {
      const [vi, en] = expected[fault.setting]
      return [`Cài đặt ${fault.setting} không đúng: cần ${vi}.`, `${fault.setting} must be ${en}.`]
    }
    case 'tls-half-set':
      return ['TLS_CERT và TLS_KEY phải được đặt cùng nhau.', 'TLS_CERT and TLS_KEY go together.']
    case 'tls-twice':
      return ['Chỉ dùng --tls hoặc TLS_CERT, không dùng cả hai.', 'Use --tls or TLS_CERT, not both.']
    case 'mail-half-set':
      return ['SMTP_URL cần MAIL_FROM đi kèm.', 'SMTP_URL needs MAIL_FROM.']
    case 'option-unknown':
      return [
        `Không có tùy chọn ${fault.option}; xem --help.`,
        `No such option: ${fault.option}; see --help.`,
      ]
    case 'option-without-value':
      return [`Tùy chọn ${fault.option} cần một tệp.`, `${fault.option} needs a file.`]
    case 'no-postgres-here':
      return [
        `Không có PostgreSQL kèm theo cho ${fault.system}: hãy đặt DATABASE_URL.`,
        `No PostgreSQL is packed for ${fault.system}: set DATABASE_URL.`,
      ]
    case 'folder-out-of-reach':
      return [
        `Chạy bằng root, PostgreSQL dùng người dùng ${fault.user}, nhưng người dùng này không vào được ${fault.folder}: hãy đặt DATA_DIR ở nơi khác (ví dụ /var/lib/e-cabinet).`,
        `Started as root, PostgreSQL runs as ${fault.user}, who cannot reach ${fault.folder}: set DATA_DIR elsewhere (such as /var/lib/e-cabinet).`,
      ]
    case 'folder-not-writable': {
      const [vi, en] = folderWords[fault.why]
      return [
        `Không dùng được ${fault.folder} (${fault.detail}): ${vi}.`,
        `Cannot use ${fault.folder} (${fault.detail}): ${en}.`,
      ]
    }
    case 'folder-in-use':
      return [
        `Một máy chủ khác đang chạy trên ${fault.folder}: hãy dừng máy chủ đó hoặc đặt DATA_DIR khác.`,
        `Another server is running on ${fault.folder}: stop it, or set another DATA_DIR.`,
      ]
    case 'other-postgres-version':
      return [
        `Dữ liệu trong ${fault.folder} thuộc PostgreSQL ${fault.found}, cần ${fault.wanted}.`,
        `${fault.folder} was made by PostgreSQL ${fault.found}; ${fault.wanted} is needed.`,
      ]
    case 'postgres-failed':
      return [
        `PostgreSQL không khởi động được (${fault.step}): ${oneLine(fault.detail)}`,
        `PostgreSQL failed (${fault.step}).`,
      ]
    case 'cannot-connect':
      return [
        `Không kết nối được cơ sở dữ liệu trong DATABASE_URL: ${oneLine(fault.detail)}`,
        'Cannot connect to the database in DATABASE_URL.',
      ]
    case 'not-durable':
      return [
        `PostgreSQL đang tắt ${fault.settings.join(', ')}: có thể mất ý kiến đã ghi nhận; hãy bật lại.`,
        `PostgreSQL runs with ${fault.settings.join(', ')} off: recorded acts could be lost; switch it on.`,
      ]
    case 'not-utf8':
      return [
        `Cơ sở dữ liệu dùng mã ${fault.encoding}, cần UTF8.`,
        `The database is encoded in ${fault.encoding}; UTF8 is needed.`,
      ]
    case 'newer-schema':
      return [
        `Cơ sở dữ liệu thuộc phiên bản mới hơn (${fault.found} > ${fault.known}): hãy dùng bản mới.`,
        `The database is of a newer version (${fault.found} > ${fault.known}): use the newer program.`,
      ]
    case 'keys-missing':
      return [
        `Sổ ghi nhận có ${fault.leaves} mục nhưng không có khóa ${fault.file}: hãy khôi phục khóa từ bản sao lưu.`,
        `The ledger has ${fault.leaves} entries, but ${fault.file} is missing: restore it from its backup.`,
      ]
    case 'keys-foreign':
      return [
        `Khóa ${fault.file} không phải của sổ ghi nhận này.`,
        `The keys in ${fault.file} are not this ledger's.`,
      ]
    case 'keys-unusable':
      return [
        `Không dùng được khóa ${fault.file}: ${oneLine(fault.detail)}`,
        `Cannot use the keys in ${fault.file}.`,
      ]
    case 'tls-unusable':
      return [
        `Không dùng được chứng thư TLS ${fault.file}: ${oneLine(fault.detail)}`,
        `Cannot use the TLS certificate ${fault.file}.`,
      ]
    case 'port-taken':
      return [
        `Cổng ${fault.port} đang được chương trình khác dùng: hãy đặt PORT khác.`,
        `Port ${fault.port} is taken by another program: set another PORT.`,
      ]
    case 'port-not-allowed':
      return [
        `Không được phép dùng cổng ${fault.port}: hãy đặt PORT từ 1024 trở lên.`,
        `Port ${fault.port} is not allowed: set PORT to 1024 or more.`,
      ]
    case 'bootstrap-unreadable':
      return [
        `Tệp --bootstrap không đúng mẫu${at(fault.where, ' tại ')}; xem docs/configuration.md.`,
        `The --bootstrap file is not as it should be${at(fault.where, ' at ')}; see docs/configuration.md.`,
      ]
    case 'bootstrap-account-twice':
      return [
        `Tài khoản ${fault.account} có hai lần trong tệp --bootstrap.`,
        `The account ${fault.account} is twice in the --bootstrap file.`,
      ]
    case 'bootstrap-agency-unknown':
      return [
        `Tệp --bootstrap nhắc cơ quan ${fault.agency} nhưng không khai báo.`,
        `The --bootstrap file names the agency ${fault.agency} without defining it.`,
      ]
    case 'bootstrap-without-officer':
      return [
        'Tệp --bootstrap cần ít nhất một người đang giữ vai trò admin, secretary hoặc head-of-office.',
        'The --bootstrap file needs somebody who is admin, secretary or head-of-office today.',
      ]
    case 'bootstrap-not-empty':
      return [
        'Cơ sở dữ liệu đã có dữ liệu: --bootstrap chỉ dùng một lần, khi còn trống.',
        'The database is not empty: --bootstrap is for its first start alone.',
      ]
    case 'demo-data-here':
      return [
        'Cơ sở dữ liệu này chứa dữ liệu trình diễn: với DEMO=off hãy dùng DATA_DIR hoặc DATABASE_URL khác.',
        'This database holds the demonstration: with DEMO=off use another DATA_DIR or DATABASE_URL.',
      ]
    case 'other-demo-here':
      return fault.name === 'history'
        ? [
            'Thư mục dữ liệu này chứa bản trình diễn giai đoạn 2019-2020: hãy chạy "npm start -- --demo=history", hoặc dùng DATA_DIR khác.',
            'This data folder holds the demonstration of 2019-2020: run "npm start -- --demo=history", or use another DATA_DIR.',
          ]
        : [
            'Thư mục dữ liệu này chứa bản trình diễn thường: hãy chạy "npm start" không có --demo=history, hoặc dùng DATA_DIR khác cho --demo=history.',
            'This data folder holds the usual demonstration: run "npm start" without --demo=history, or use another DATA_DIR for it.',
          ]
    case 'no-room-for-history':
      return [
        'Cơ sở dữ liệu này đang chứa dữ liệu làm việc: --demo=history chỉ nạp vào nơi còn trống; hãy dùng DATA_DIR hoặc DATABASE_URL khác.',
        'This database holds real work: --demo=history loads into an empty one alone; use another DATA_DIR or DATABASE_URL.',
      ]
    case 'nobody-here':
      return [
        'Cơ sở dữ liệu trống và DEMO=off: lần đầu hãy chạy "npm start -- --bootstrap TỆP.json"; xem docs/configuration.md.',
        'The database is empty and DEMO=off: start once with "npm start -- --bootstrap FILE.json"; see docs/configuration.md.',
      ]
    case 'nothing-to-restore':
      return [
        'Cơ sở dữ liệu còn trống: --restored chỉ dùng sau khi phục hồi cơ sở dữ liệu từ bản sao lưu.',
        'The database is empty: --restored is for a database that was restored from a backup.',
      ]
    case 'unexpected':
      return [`Máy chủ dừng vì lỗi: ${oneLine(fault.detail)}`, 'The server stopped on an error.']
    default:
      return unreachable(fault)
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500)
const at = (where: string, before: string): string => (where === '' ? '' : before + where)
