-- Who is mentioned in which message of which room, a note being one of its back room. A mention is unread while its
-- ordinal is beyond the member's mark.
create table mentions (
    member  text        not null,
    room    text        not null,
    seq     bigint      not null,
    ordinal bigint      not null,
    at      timestamptz not null,
    primary key (room, seq, member)
);

-- Those of a member in a room, the newest of all, and those of a member anywhere, each by an index alone.
create index mentions_in_room on mentions (member, room, ordinal) include (seq);
create index mentions_newest on mentions (member, at desc) include (room);
