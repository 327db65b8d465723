import { expect, it } from 'vitest'
import { createPasswordHasher } from './password-hasher.ts'

it('a password is kept as argon2id with the recommended parameters, and only itself fits', async () => {
  const hasher = createPasswordHasher()
  const kept = await hasher.hash('mật khẩu')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hasher.verify(kept, 'mật khẩu')).toBe(true)
  expect(await hasher.verify(kept, 'mật khẩu ')).toBe(false)
  expect(await hasher.hash('mật khẩu')).not.toBe(kept)
})

it('an account that is not there has no password, not even the decoy', async () => {
  const hasher = createPasswordHasher()
  expect(await hasher.verify(null, '')).toBe(false)
  expect(await hasher.verify('not a hash', 'a')).toBe(false)
})
