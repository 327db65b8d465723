import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who PostgreSQL runs as. It refuses to run as root. */
export type PostgresUser = { name: string; uid: number; gid: number }

/**
 * @param folder the database's folder, which may not be there yet
 * @returns null where the process is no root, or the system knows none: PostgreSQL then runs as who started the server.
 */
export function unprivilegedUser(folder: string): PostgresUser | null {
  if (process.getuid?.() !== 0) return null
  const users = systemUsers()
  const owner = statOrNull(folder)
  if (owner && owner.uid !== 0) {
    const known = users.find(({ uid }) => uid === owner.uid)
    return known ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  const found = ['postgres', '_postgres', 'nobody'].map((name) => users.find((user) => user.name === name))
  return found.find((user) => user !== undefined) ?? { name: '65534', uid: 65534, gid: 65534 }
}

function systemUsers(): PostgresUser[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [name, , uid, gid] = line.split(':')
        return name !== undefined && Number(uid) > 0 && Number(gid) > 0
          ? [{ name, uid: Number(uid), gid: Number(gid) }]
          : []
      })
  } catch {
    return []
  }
}

const statOrNull = (path: string): Stats | null => statSync(path, { throwIfNoEntry: false }) ?? null

/**
 * The first folder on the way to `path`, it included, through which the user may not pass; null where there is none.
 * By mode bits alone: an access list that grants more is not seen, and one clear line is better than a riddle.
 */
export function firstClosedFolder(path: string, user: PostgresUser): string | null {
  const way: string[] = []
  for (let at = realpathSync(path); ; at = dirname(at)) {
    way.unshift(at)
    if (dirname(at) === at) break
  }
  return way.find((folder) => !mayPass(statSync(folder), user)) ?? null
}

function mayPass({ mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>, user: PostgresUser): boolean {
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}
