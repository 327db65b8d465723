-- Votes under way: looked at in every transaction, and few.
create index entity_votes on entity (key) where kind = 'vote' and value -> 'phase' ->> 'state' = 'open';
