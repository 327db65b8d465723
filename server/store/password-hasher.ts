import { hash, type Options, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../app/ports.ts'

/** argon2id, the package's default, with the first parameters of the OWASP Password Storage Cheat Sheet. */
const parameters: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function createPasswordHasher(): PasswordHasher {
  const decoy = hash('', parameters)
  return {
    hash: (password) => hash(password, parameters),
    verify: async (passwordHash, password) => {
      const isRight = await verify(passwordHash ?? (await decoy), password).catch(() => false)
      return isRight && passwordHash !== null
    },
  }
}
