/** What a server costs, its children (a database) included. Read from /proc: figures are null where there is none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

export interface Cost {
  /** User and system time since the start. */
  cpuMs: number
  /** Proportional set size: shared pages are counted once. */
  memoryBytes: number
}

const clockTicksPerSecond = 100

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended since it was listed.
    return ''
  }
}

/** Fields of /proc/PID/stat behind the name, which may hold spaces; the first is the state. */
const stat = (pid: number) =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')

/** The process and all that descend from it. */
function treeOf(root: number): number[] {
  if (!existsSync('/proc')) return [root]
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const parent = Number(stat(pid)[1])
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

/** Fields 14 to 17 of proc(5): own time, and that of children already gone. */
function allCpuMs(pid: number): number {
  const ticks = stat(pid)
    .slice(11, 15)
    .reduce((sum, field) => sum + Number(field), 0)
  return (ticks * 1000) / clockTicksPerSecond
}

export function costOf(root: number): Cost | null {
  if (!existsSync('/proc')) return null
  const cost: Cost = { cpuMs: 0, memoryBytes: 0 }
  for (const pid of treeOf(root)) {
    cost.cpuMs += allCpuMs(pid)
    cost.memoryBytes += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
  }
  return cost
}

/** Of one process alone, without its children. */
function ownCpuMs(pid: number): number {
  const ticks = stat(pid)
    .slice(11, 13)
    .reduce((sum, field) => sum + Number(field), 0)
  return (ticks * 1000) / clockTicksPerSecond
}

export type Sides = { serverMs: number; databaseMs: number; tabletsMs: number }

/** Processor time until now: of the server's own process, of its children (the database), and of this process. */
export function sidesOf(server: number): Sides | null {
  if (!existsSync('/proc')) return null
  const [root = server, ...children] = treeOf(server)
  const { user, system } = process.cpuUsage()
  return {
    serverMs: ownCpuMs(root),
    databaseMs: children.reduce((sum, pid) => sum + allCpuMs(pid), 0),
    tabletsMs: (user + system) / 1000,
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** As a power cut would for all of them at once, as far as signals can. Resolves when the system has forgotten them. */
export async function killTree(root: number): Promise<void> {
  const tree = treeOf(root)
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
  // PostgreSQL does not start beside a process of its old number, be it a zombie.
  while (tree.some(exists)) await setTimeout(5)
}
