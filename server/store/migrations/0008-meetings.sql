-- Files are held by agenda items as by ballots.
drop index entity_files;
create index entity_files on entity using gin ((value -> 'files') jsonb_path_ops) with (fastupdate = off)
  where kind in ('ballot', 'agenda-item');

-- Guests and substitutes who are let in to an item for a time: looked at in every transaction, and few.
create index entity_admissions on entity (key)
  where kind = 'agenda-item' and value -> 'admissions' @> '[{"endedAt": null}]';
