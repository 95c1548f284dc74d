-- What a guest room has to do with in the CRM. Staff only: nothing of it goes into the room itself.
create table room_link (
    room       text        not null references rooms (id) on delete cascade,
    kind       text        not null check (kind in ('customer', 'lead', 'contact', 'opportunity')),
    record     text        not null,
    label      text        not null,
    changed_at timestamptz not null,
    primary key (room, kind)
);

-- Where records of a kind are found: an address with {id} in it. Without a row they are shown without a link.
create table link_pattern (
    kind    text primary key check (kind in ('customer', 'lead', 'contact', 'opportunity')),
    pattern text not null
);
