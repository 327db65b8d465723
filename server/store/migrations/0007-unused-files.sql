-- When intake last made a file: what no row names any more is forgotten, but not while somebody is about to name it.
alter table derived_file add column made_at bigint not null default 0;
create index blob_ready on blob (begun_at) where pages is not null;
