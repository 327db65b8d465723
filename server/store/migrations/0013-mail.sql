-- Where people and agencies are written to; the administrator's alone.
create table mail_address (owner text primary key, address text not null, set_by text not null, set_at bigint not null);

-- What is to be written to them: put there in the transaction of its cause, and sent by a job.
create table mail (
  id text primary key,
  owner text not null,
  notice jsonb not null,
  written_at bigint not null,
  due_at bigint not null,
  tries integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up')),
  settled_at bigint,
  fault jsonb
);
create index mail_due on mail (due_at) where state = 'waiting';
create index mail_settled on mail (settled_at) where state <> 'waiting';
