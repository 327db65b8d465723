-- Since when nobody has written into an outbox, as the job saw that sweeps them; null while somebody may.
alter table room add column idle_since bigint;
