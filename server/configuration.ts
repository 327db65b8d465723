import { join, resolve } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../shared/lib/result.ts'

/**
 * Every setting there is: the environment for what a deployment decides, arguments for what one start decides.
 * docs/configuration.md is written by hand from this file.
 */

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
const path = z.string().min(1)
const optionalPath = path.nullable().default(null)

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  DATA_DIR: path.default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/)
    .nullable()
    .default(null),
  KEYS_DIR: optionalPath,
  TLS_CERT: optionalPath,
  TLS_KEY: optionalPath,
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  UNUSED_UPLOAD_DAYS: wholeNumber(2, 3650).default(30),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .refine(URL.canParse)
    .nullable()
    .default(null),
  SMTP_TLS: z.enum(['required', 'if-offered']).default('required'),
  MAIL_FROM: z.email().nullable().default(null),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/)
    .refine(URL.canParse)
    .nullable()
    .default(null),
  DEMO: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .default(true),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).nullable().default(null),
})

export type SettingName = keyof z.infer<typeof environment>
export const settingNames: readonly SettingName[] = environment.keyof().options

export type Configuration = {
  port: number
  /** Absolute. */
  dataDir: string
  keysDir: string
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null
  tls: TlsConfiguration
  /** Trusted proxies in front, each of which adds to X-Forwarded-For and speaks HTTPS to the outside. */
  proxies: number
  /** Files that nobody put into a ballot are forgotten after so long. */
  unusedUploadDays: number
  /** Which demonstration an empty database is filled with; null: none. */
  demo: 'today' | 'history' | null
  /** Null: no e-mail goes out. */
  mail: MailConfiguration | null
  /** Null: quiet for who watches a terminal, full for who keeps a log. */
  logLevel: 'debug' | 'info' | 'warn' | 'error' | null
  /** File with the first people of a real office; null otherwise. */
  bootstrap: string | null
  /** The operator's reason, where this database was restored from a backup; null otherwise. */
  restored: string | null
}

export type MailConfiguration = {
  host: string
  port: number
  tls: 'required' | 'from-the-start' | 'if-offered'
  login: { user: string; password: string } | null
  from: { name: string; address: string }
  /** Where links in letters lead, without a slash at its end; null: letters have none. */
  publicUrl: string | null
}

export type TlsConfiguration =
  | { kind: 'none' }
  | { kind: 'proxy' }
  | { kind: 'files'; certPath: string; keyPath: string }
  | { kind: 'self-made'; folder: string }

export type Command = { kind: 'start'; configuration: Configuration } | { kind: 'help' }

export type ConfigurationFault =
  /** The value is not repeated: it may hold a password. */
  | { kind: 'setting-broken'; setting: SettingName }
  | { kind: 'tls-half-set' }
  | { kind: 'tls-twice' }
  | { kind: 'mail-half-set' }
  | { kind: 'option-unknown'; option: string }
  | { kind: 'option-without-value'; option: string }

/** As long as what officers may sign of it. */
const reasonMaxLength = 1000

type Arguments = {
  help: boolean
  tls: boolean
  bootstrap: string | null
  restored: string | null
  demo: 'history' | null
}

/** @param args what follows the program's name @param folder where relative paths begin */
export function parseConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  folder: string,
): Result<Command, ConfigurationFault> {
  const given = parseArguments(args)
  if (!given.ok) return given
  if (given.value.help) return ok({ kind: 'help' })
  // A variable set to nothing is one that somebody wanted to unset.
  const set = settingNames.flatMap((name) => (env[name] ? [[name, env[name].trim()] as const] : []))
  const parsed = environment.safeParse(Object.fromEntries(set))
  if (!parsed.success) {
    const setting = settingNames.find((name) => name === parsed.error.issues[0]?.path[0])
    return fail({ kind: 'setting-broken', setting: setting ?? 'PORT' })
  }
  const settings = parsed.data
  const dataDir = resolve(folder, settings.DATA_DIR)
  const tls = tlsOf(settings, given.value.tls, dataDir, folder)
  if (!tls.ok) return tls
  const mail = mailOf(settings)
  if (!mail.ok) return mail
  const { bootstrap, restored } = given.value
  return ok({
    kind: 'start',
    configuration: {
      port: settings.PORT,
      dataDir,
      keysDir: settings.KEYS_DIR === null ? join(dataDir, 'keys') : resolve(folder, settings.KEYS_DIR),
      databaseUrl: settings.DATABASE_URL,
      tls: tls.value,
      proxies: settings.TRUSTED_PROXIES,
      unusedUploadDays: settings.UNUSED_UPLOAD_DAYS,
      demo: given.value.demo ?? (settings.DEMO ? 'today' : null),
      mail: mail.value,
      logLevel: settings.LOG_LEVEL,
      bootstrap: bootstrap === null ? null : resolve(folder, bootstrap),
      restored,
    },
  })
}

function parseArguments(args: readonly string[]): Result<Arguments, ConfigurationFault> {
  const found: Arguments = { help: false, tls: false, bootstrap: null, restored: null, demo: null }
  for (let i = 0; i < args.length; i++) {
    const option = args[i] ?? ''
    if (option === '--help' || option === '-h') found.help = true
    else if (option === '--tls') found.tls = true
    else if (option === '--demo=history') found.demo = 'history'
    else if (option === '--bootstrap') {
      const file = args[++i]
      if (file === undefined || file.startsWith('-')) return fail({ kind: 'option-without-value', option })
      found.bootstrap = file
    } else if (option === '--restored') {
      const reason = args[++i]?.trim().normalize('NFC')
      if (!reason || reason.startsWith('-')) return fail({ kind: 'option-without-value', option })
      found.restored = reason.slice(0, reasonMaxLength)
    } else return fail({ kind: 'option-unknown', option })
  }
  return ok(found)
}

function tlsOf(
  { TLS_CERT, TLS_KEY, TRUSTED_PROXIES }: z.infer<typeof environment>,
  isSelfMade: boolean,
  dataDir: string,
  folder: string,
): Result<TlsConfiguration, ConfigurationFault> {
  if ((TLS_CERT === null) !== (TLS_KEY === null)) return fail({ kind: 'tls-half-set' })
  if (TLS_CERT !== null && TLS_KEY !== null) {
    if (isSelfMade) return fail({ kind: 'tls-twice' })
    return ok({ kind: 'files', certPath: resolve(folder, TLS_CERT), keyPath: resolve(folder, TLS_KEY) })
  }
  if (isSelfMade) return ok({ kind: 'self-made', folder: join(dataDir, 'tls') })
  return ok({ kind: TRUSTED_PROXIES > 0 ? 'proxy' : 'none' })
}

function mailOf({
  SMTP_URL,
  SMTP_TLS,
  MAIL_FROM,
  PUBLIC_URL,
}: z.infer<typeof environment>): Result<MailConfiguration | null, ConfigurationFault> {
  if (SMTP_URL === null) return ok(null)
  if (MAIL_FROM === null) return fail({ kind: 'mail-half-set' })
  const { protocol, hostname, port, username, password } = new URL(SMTP_URL)
  const isTls = protocol === 'smtps:'
  return ok({
    host: hostname,
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    tls: isTls ? 'from-the-start' : SMTP_TLS,
    login:
      username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    from: { name: 'e-Cabinet', address: MAIL_FROM },
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  })
}
