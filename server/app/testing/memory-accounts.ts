import type { AccountStore, AttemptStore, CodeStore, SessionStore } from '../ports.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'

export function createMemoryAccounts({ accounts }: MemoryState, step: MemoryStep): AccountStore {
  return {
    byName: async (account) => {
      await step('accounts.byName')
      return accounts.committed.get(account)
    },
    put: async (account) => {
      await step('accounts.put')
      accounts.committed.put(account.account, { ...account })
    },
  }
}

export function createMemorySessions({ sessions }: MemoryState, step: MemoryStep): SessionStore {
  const table = sessions.committed
  const removeWhere = (test: (session: Parameters<SessionStore['put']>[0]) => boolean) => {
    for (const [hash, session] of [...table.entries()]) if (test(session)) table.remove(hash)
  }
  return {
    put: async (session) => {
      await step('sessions.put')
      table.put(session.tokenHash, { ...session })
    },
    get: async (tokenHash) => {
      await step('sessions.get')
      return table.get(tokenHash)
    },
    extend: async (tokenHash, expiresAt) => {
      await step('sessions.extend')
      const session = table.get(tokenHash)
      if (session) table.put(tokenHash, { ...session, expiresAt })
    },
    remove: async (tokenHash) => {
      await step('sessions.remove')
      table.remove(tokenHash)
    },
    removeOfDevice: async (device) => {
      await step('sessions.removeOfDevice')
      removeWhere((session) => session.device === device)
    },
    removeOfPerson: async (person) => {
      await step('sessions.removeOfPerson')
      removeWhere((session) => session.person === person)
    },
    removeExpired: async (now) => {
      await step('sessions.removeExpired')
      removeWhere((session) => session.expiresAt <= now)
    },
  }
}

export function createMemoryCodes({ codes }: MemoryState, step: MemoryStep): CodeStore {
  return {
    put: async ({ codeHash, person, expiresAt }) => {
      await step('codes.put')
      codes.committed.put(codeHash, { person, expiresAt })
    },
    use: async (codeHash, person, now) => {
      await step('codes.use')
      const code = codes.committed.get(codeHash)
      if (!code || code.person !== person || code.expiresAt <= now) return false
      codes.committed.remove(codeHash)
      return true
    },
  }
}

export function createMemoryAttempts({ attempts }: MemoryState, step: MemoryStep): AttemptStore {
  return {
    add: async (key, at, since) => {
      await step('attempts.add')
      const recent = [...(attempts.committed.get(key) ?? []), at].filter((earlier) => earlier >= since)
      attempts.committed.put(key, recent)
      return recent.length
    },
    clear: async (key) => {
      await step('attempts.clear')
      attempts.committed.remove(key)
    },
    removeBefore: async (before) => {
      await step('attempts.removeBefore')
      for (const [key, times] of [...attempts.committed.entries()]) {
        const recent = times.filter((at) => at >= before)
        if (recent.length > 0) attempts.committed.put(key, recent)
        else attempts.committed.remove(key)
      }
    },
  }
}
