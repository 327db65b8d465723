create table account (
  account text primary key,
  person text not null,
  password_hash text not null
);

-- By the SHA-256 of the secret: a copy of the database opens no session.
create table session (
  token_hash text primary key,
  person text not null,
  device text,
  created_at bigint not null,
  expires_at bigint not null
);
create index session_person on session (person);
create index session_device on session (device) where device is not null;
create index session_expires on session (expires_at);

create table enrolment_code (
  code_hash text primary key,
  person text not null,
  expires_at bigint not null
);

create table attempt (
  key text collate "C" not null,
  at bigint not null,
  id bigint generated always as identity,
  primary key (key, at, id)
);

-- Files by the SHA-256 of their bytes; `pages` is null until intake has passed the file.
create table blob (
  hash text primary key,
  size bigint not null,
  begun_by text not null,
  begun_at bigint not null,
  received bigint not null default 0 check (received <= size),
  pages integer
);
create index blob_receiving on blob (begun_by) where pages is null;

create table blob_piece (
  hash text not null references blob on delete cascade,
  start bigint not null,
  bytes bytea not null,
  primary key (hash, start)
);
-- PDFs are compressed already; uncompressed storage lets a range be cut out of a piece.
alter table blob_piece alter column bytes set storage external;

-- When some server was running (B8): one row a start, from its first beat to its last.
create table uptime (
  server text primary key,
  first_at bigint not null,
  last_at bigint not null
);
create index uptime_last on uptime (last_at);
