-- What intake makes of files, for those who read them: pictures, texts, faster copies. By the SHA-256 of their bytes.
create table derived_file (
  hash text primary key,
  size bigint not null check (size > 0)
);

create table derived_piece (
  hash text not null references derived_file on delete cascade,
  start bigint not null,
  bytes bytea not null,
  primary key (hash, start)
);
alter table derived_piece alter column bytes set storage external;

-- One row for each file that passed its checks, from then on. `taken_until` is renewed while a server works on it: one that
-- died leaves it to the next.
create table intake_job (
  document text primary key references blob on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  place bigint generated always as identity,
  attempts integer not null default 0,
  taken_until bigint not null default 0,
  step text not null default 'pages',
  done integer not null default 0,
  total integer not null default 0,
  fault text
);
create index intake_job_open on intake_job (attempts, place) where state in ('waiting', 'working');
insert into intake_job (document) select hash from blob where pages is not null order by begun_at;

-- Asked far more often than changed: what waits to be sorted in would be read through each time.
alter index entity_files set (fastupdate = off);
select gin_clean_pending_list('entity_files');
create index entity_derived on entity using gin ((value -> 'derived') jsonb_path_ops) with (fastupdate = off)
  where kind in ('document', 'comparison');
