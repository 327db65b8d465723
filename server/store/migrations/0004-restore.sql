-- A restored ledger begins a new epoch, whose first checkpoint is of the size that the backup had.
alter table checkpoint add column epoch bigint not null default 0;
alter table checkpoint drop constraint checkpoint_pkey;
alter table checkpoint add primary key (epoch, size);

-- What the operator announced by starting with --restored; null in a ledger that never was restored.
alter table ledger_state add column announced jsonb;

-- Leaves of earlier epochs that devices handed in, each with its old receipt. `into_epoch`: the restore they came back for.
-- Openings as JSON text, since a text from a device may hold U+0000, which jsonb does not take.
create table handed_in (
  into_epoch bigint not null,
  epoch bigint not null,
  n bigint not null,
  hash text not null,
  leaf text not null,
  proof text not null,
  openings text not null,
  device text not null,
  at bigint not null,
  state text not null,
  primary key (into_epoch, epoch, n, hash)
);

create table restore_check_in (
  into_epoch bigint not null,
  device text not null,
  at bigint not null,
  leaves integer not null,
  seen bigint not null,
  is_done boolean not null,
  primary key (into_epoch, device)
);
