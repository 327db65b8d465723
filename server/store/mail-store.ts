import { sql } from 'kysely'
import type { Instant } from '../../shared/lib/time.ts'
import type { MailFault } from '../../shared/protocol/mail.ts'
import type { Mail, MailNotice, MailOwner, MailStore, WaitingMail } from '../app/mail-port.ts'
import type { Sql } from './postgres.ts'

type Row = {
  id: string
  owner: MailOwner
  notice: MailNotice
  state: 'waiting' | 'given-up'
  tries: number
  at: Instant
  fault: MailFault
}

export const createMailStore = (db: Sql): MailStore => ({
  addresses: async () => {
    const { rows } = await sql<{ owner: MailOwner; address: string }>`
      select owner, address from mail_address order by owner`.execute(db)
    return rows
  },
  setAddress: async (owner, address, by, at) => {
    if (address === null) await sql`delete from mail_address where owner = ${owner}`.execute(db)
    else {
      await sql`insert into mail_address values (${owner}, ${address}, ${by}, ${at})
        on conflict (owner) do update set address = excluded.address, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
        db,
      )
    }
  },
  put: (mails, at) => putMails(db, mails, at),
  // Two servers never take the same letter.
  take: async (now, until, limit) => {
    const { rows } = await sql<WaitingMail>`
      with due as (
        select id from mail where state = 'waiting' and due_at <= ${now}
        order by due_at limit ${limit} for update skip locked),
        taken as (
          update mail as m set due_at = ${until}, tries = m.tries + 1 from due where m.id = due.id
          returning m.id, m.owner, m.notice, m.written_at, m.tries)
      select t.id, t.owner, t.notice, t.written_at as "writtenAt", t.tries, a.address
      from taken as t left join mail_address as a on a.owner = t.owner`.execute(db)
    return rows
  },
  sent: async (id, at) => {
    await sql`update mail set state = 'sent', settled_at = ${at}, fault = null where id = ${id}`.execute(db)
  },
  failed: async (id, fault, at, next) => {
    const state = next === null ? 'given-up' : 'waiting'
    await sql`update mail set state = ${state}, settled_at = ${at}, fault = ${JSON.stringify(fault)}::jsonb,
      due_at = coalesce(${next}::bigint, due_at) where id = ${id} and state = 'waiting'`.execute(db)
  },
  again: async (id, at) => {
    const { rows } = await sql`
      update mail set state = 'waiting', due_at = ${at}, written_at = ${at}, tries = 0
      where id = ${id} and state <> 'sent' returning id`.execute(db)
    return rows.length > 0
  },
  counts: async (since) => {
    const { rows } = await sql<{ waiting: number; sent: number; givenUp: number; oldestAt: Instant | null }>`
      select count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'sent' and settled_at >= ${since}) as sent,
        count(*) filter (where state = 'given-up') as "givenUp",
        min(written_at) filter (where state = 'waiting') as "oldestAt" from mail`.execute(db)
    return rows[0] ?? { waiting: 0, sent: 0, givenUp: 0, oldestAt: null }
  },
  failures: async (limit) => {
    const { rows } = await sql<Row>`
      select id, owner, notice, state, tries, settled_at as at, fault from mail
      where state <> 'sent' and fault is not null order by settled_at desc limit ${limit}`.execute(db)
    return rows
  },
  removeBefore: async (before) => {
    await sql`delete from mail where state <> 'waiting' and settled_at < ${before}`.execute(db)
  },
})

/** In whatever transaction: what causes a letter is written with it, or neither. */
export async function putMails(db: Sql, mails: readonly Mail[], at: Instant): Promise<void> {
  if (mails.length === 0) return
  await sql`
    insert into mail (id, owner, notice, written_at, due_at)
    select s.id, s.owner, s.notice::jsonb, ${at}, ${at} from unnest(
      ${mails.map(({ id }) => id)}::text[], ${mails.map(({ owner }) => owner)}::text[],
      ${mails.map(({ notice }) => JSON.stringify(notice))}::text[]) as s(id, owner, notice)
    where exists (select from mail_address as a where a.owner = s.owner)
    on conflict (id) do nothing`.execute(db)
}
