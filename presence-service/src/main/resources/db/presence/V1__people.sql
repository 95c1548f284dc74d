-- The gateway processes that hold connections. One that has been silent too long is dead, and its connections do not
-- count; should it speak again, they count again.
create table node (
    id       text primary key,
    alive_at timestamptz not null,
    dead     boolean     not null
);

-- Open sockets: a person may have many.
create table connection (
    id     text primary key,
    node   text    not null,
    member text    not null,
    away   boolean not null
);

create index connection_member on connection (member);
create index connection_node_member on connection (node, member);

-- Who was here at least once.
create table person (
    member    text primary key,
    kind      text    not null,
    name      text    not null,
    status    text    not null check (status in ('online', 'away', 'busy', 'offline')),
    choice    text check (choice in ('busy', 'offline')),
    chosen_by text,
    here      boolean not null,
    last_seen timestamptz,
    leaves_at timestamptz
);

comment on column person.status is 'what was announced last';
comment on column person.choice is 'what the person chose to be, on whichever of its connections';
comment on column person.chosen_by is 'the connection the choice was made on';
comment on column person.here is 'has a connection, or had one until a moment ago';
comment on column person.leaves_at is 'when the grace period after the last connection ends';

create index person_leaving on person (leaves_at) where leaves_at is not null;
