import type { Instant } from '../../../shared/lib/time.ts'
import type { MailStore } from '../mail-port.ts'
import type { MemoryMail, MemoryState, MemoryStep } from './memory-state.ts'

export function createMemoryMail({ mails, mailAddresses }: MemoryState, step: MemoryStep): MailStore {
  const all = () => [...mails.committed.entries()].map(([, mail]) => mail)
  const change = (id: string, more: Partial<MemoryMail>) => {
    const mail = mails.committed.get(id)
    if (mail) mails.committed.put(id, { ...mail, ...more })
    return mail !== undefined
  }
  return {
    addresses: async () =>
      [...mailAddresses.committed.entries()].map(([owner, address]) => ({ owner, address })),
    setAddress: async (owner, address) => {
      await step('mail.setAddress')
      if (address === null) mailAddresses.committed.remove(owner)
      else mailAddresses.committed.put(owner, address)
    },
    put: async (written, at) => {
      await step('mail.put')
      for (const mail of written) {
        if (!mailAddresses.committed.get(mail.owner) || mails.committed.get(mail.id)) continue
        mails.committed.put(mail.id, waiting(mail, at))
      }
    },
    take: async (now, until, limit) => {
      await step('mail.take')
      const due = all()
        .filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now)
        .slice(0, limit)
      return due.map(({ id, owner, notice, writtenAt, tries }) => {
        change(id, { dueAt: until, tries: tries + 1 })
        const address = mailAddresses.committed.get(owner) ?? null
        return { id, owner, notice, writtenAt, tries: tries + 1, address }
      })
    },
    sent: async (id, at) => {
      await step('mail.sent')
      change(id, { state: 'sent', settledAt: at, fault: null })
    },
    failed: async (id, fault, at, next) => {
      await step('mail.failed')
      if (next === null) change(id, { fault, settledAt: at, state: 'given-up' })
      else change(id, { fault, settledAt: at, dueAt: next })
    },
    again: async (id, at) =>
      mails.committed.get(id)?.state !== 'sent' &&
      change(id, { state: 'waiting', dueAt: at, writtenAt: at, tries: 0 }),
    counts: async (since) => {
      const inState = (state: MemoryMail['state']) => all().filter((mail) => mail.state === state)
      const written = inState('waiting').map(({ writtenAt }) => writtenAt)
      return {
        waiting: written.length,
        sent: inState('sent').filter(({ settledAt }) => (settledAt ?? 0) >= since).length,
        givenUp: inState('given-up').length,
        oldestAt: written.sort((a, b) => a - b)[0] ?? null,
      }
    },
    failures: async (limit) =>
      all()
        .flatMap(({ id, owner, notice, state, tries, settledAt: at, fault }) =>
          state === 'sent' || fault === null || at === null
            ? []
            : [{ id, owner, notice, state, tries, at, fault }],
        )
        .sort((a, b) => b.at - a.at)
        .slice(0, limit),
    removeBefore: async (before) => {
      for (const { id, state, settledAt } of all()) {
        if (state !== 'waiting' && settledAt !== null && settledAt < before) mails.committed.remove(id)
      }
    },
  }
}

export const waiting = (mail: Pick<MemoryMail, 'id' | 'owner' | 'notice'>, at: Instant): MemoryMail => ({
  ...mail,
  writtenAt: at,
  dueAt: at,
  tries: 0,
  state: 'waiting',
  settledAt: null,
  fault: null,
})
