-- The ledger: leaves, tree and checkpoints are only ever added to. Numbers begin at 0 and have no gaps; the advisory lock
-- of ledger-store.ts is held from the first read to the commit. Hours are milliseconds since 1970.

create table leaf (
  n bigint primary key check (n >= 0),
  at bigint not null,
  text text not null,
  act_id text unique,
  server_id text unique,
  person text,
  device text,
  check ((act_id is null) <> (server_id is null))
);
create index leaf_at on leaf (at, n);
create index leaf_person on leaf (person, n) where person is not null;

create table tree_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

create table checkpoint (
  size bigint primary key,
  note text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger leaf_insert_only before update or delete or truncate on leaf
  for each statement execute function refuse_change();
create trigger tree_node_insert_only before update or delete or truncate on tree_node
  for each statement execute function refuse_change();
create trigger checkpoint_insert_only before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();

create table ledger_state (
  one boolean primary key default true check (one),
  epoch bigint not null default 0
);
insert into ledger_state default values;

-- What the leaves make. `trail`: numbers of all leaves that made the row, ascending.
create table entity (
  key text collate "C" primary key,
  kind text not null,
  n bigint not null,
  trail bigint[] not null,
  value jsonb not null
);
create index entity_kind on entity (kind, key);
create index entity_n on entity (n);
create index entity_due on entity (((value ->> 'deadlineAt')::bigint))
  where kind = 'ballot' and value -> 'phase' ->> 'state' = 'issued';
create index entity_files on entity using gin ((value -> 'files') jsonb_path_ops) where kind = 'ballot';

-- A scope is held from leaf `since_n` on, up to and without `until_n`; 2^53 - 1 stands for "still".
create table row_scope (
  key text collate "C" not null,
  scope text not null,
  since_n bigint not null,
  until_n bigint not null default 9007199254740991 check (since_n < until_n),
  primary key (key, scope, since_n)
);
create unique index row_scope_open on row_scope (scope, key) where until_n = 9007199254740991;
create index row_scope_scope on row_scope (scope) where until_n < 9007199254740991;
create index row_scope_began on row_scope (since_n);
create index row_scope_ended on row_scope (until_n) where until_n < 9007199254740991;

create table person_scope (
  person text not null,
  scope text not null,
  since_n bigint not null,
  until_n bigint not null default 9007199254740991 check (since_n < until_n),
  primary key (person, scope, since_n)
);
create unique index person_scope_open on person_scope (person, scope) where until_n = 9007199254740991;
create index person_scope_scope on person_scope (scope);
create index person_scope_began on person_scope (since_n);
create index person_scope_ended on person_scope (until_n) where until_n < 9007199254740991;

-- Texts behind commitments, apart from the tree so that retention rules may delete them. Bytes, since a text from a
-- device may hold U+0000, which no text column takes.
create table opening (
  commit text primary key,
  n bigint not null,
  salt text not null,
  value bytea not null
);
