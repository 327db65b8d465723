import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'

/**
 * One server a folder. A listening socket is the lock, since the system takes it away from a process however that ends;
 * a file with a process number would have to be believed after a power cut. PostgreSQL's own lock stands behind it.
 */
export type FolderLock = { release(): Promise<void> }

/** @returns null where another process holds the folder. */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const name = `e-cabinet-${sha256Hex(utf8(folder)).slice(0, 32)}`
  if (process.platform === 'linux') return await listen(`\0${name}`)
  if (process.platform === 'win32') return await listen(`\\\\.\\pipe\\${name}`)
  const path = join(folder, 'server.sock')
  const lock = await listen(path)
  if (lock) return lock
  if (await answers(path)) return null
  // Left behind by a server that was killed.
  await rm(path, { force: true })
  return await listen(path)
}

const listen = (address: string): Promise<FolderLock | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(address, () => {
      server.unref()
      resolve({ release: () => new Promise((done) => server.close(() => done())) })
    })
  })

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
