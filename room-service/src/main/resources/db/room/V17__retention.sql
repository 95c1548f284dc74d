-- After how many days what is kept of a sort of rooms is erased; no row is for ever.
create table retention (
    kind text primary key check (kind in ('guest', 'direct', 'group')),
    days integer not null check (days between 1 and 3650)
);

-- Guests of whom nothing may be erased: rooms that begin later are held too.
create table guest_hold (
    guest   text primary key,
    held_at timestamptz not null
);

-- Why nothing of a room may be erased.
alter table rooms add column held text[] not null default '{}' check (held <@ array['room', 'guest']);

-- What retention looks for, the oldest first, so that a look costs what it finds.
create index rooms_closed_since on rooms (turned_at, id) where kind = 'guest' and status = 'closed' and held = '{}';
create index rooms_quiet_since on rooms (active_at, id)
    where kind in ('direct', 'group', 'team', 'announcement') and held = '{}';
