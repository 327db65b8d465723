-- Files are held by tasks, too.
drop index entity_files;
create index entity_files on entity using gin ((value -> 'files') jsonb_path_ops) with (fastupdate = off)
  where kind in ('ballot', 'agenda-item', 'paper-vote', 'directive', 'task');
