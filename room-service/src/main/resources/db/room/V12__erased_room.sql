-- Rooms that are gone with their guest: what is said when the same erasure comes again. Ids and versions only.
create table erased_room (
    room      text primary key,
    guest     text        not null,
    version   bigint      not null,
    erased_at timestamptz not null
);

create index erased_room_by_guest on erased_room (guest, room);
