import { pino } from 'pino'
import type { Log } from './app/ports.ts'

export type LogSettings = {
  level: 'debug' | 'info' | 'warn' | 'error'
  /** One short line each for who watches; JSON for who keeps. */
  isPretty: boolean
  write(line: string): void
}

const paintByLevel: Readonly<Record<string, string>> = { error: '\u001b[31m', warn: '\u001b[33m' }
const plain = '\u001b[0m'

/** @returns the log's port over pino: JSON lines with `at` (ISO 8601), `level`, `event` and facts. */
export function createLog({ level, isPretty, write }: LogSettings): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(isPretty ? prettyLine(line) : line) },
  )
  return (lineLevel, event, facts = {}) => logger[lineLevel](facts, event)
}

function prettyLine(line: string): string {
  const { at, level, event, ...facts }: Record<string, unknown> = JSON.parse(line)
  const told = Object.entries(facts).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const paint = paintByLevel[String(level)] ?? ''
  return `${String(at).slice(11, 19)} ${paint}${String(level)}${paint && plain} ${[event, ...told].join(' ')}\n`
}
