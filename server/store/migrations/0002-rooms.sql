-- Rooms of the socket: logs of Yjs updates, numbered 1, 2, 3 ... in the order of commits. The row in `room` is the lock
-- under which numbers are given out: whoever has seen a number has seen every smaller one.

create table room (
  name text collate "C" primary key,
  last_seq bigint not null
);

create table room_update (
  room text collate "C" not null,
  seq bigint not null,
  update bytea not null,
  primary key (room, seq)
);
