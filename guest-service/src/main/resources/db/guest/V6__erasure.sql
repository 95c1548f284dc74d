-- The erasing of a guest, and its receipt when it is done. Nothing of the guest but an id that leads nowhere any more.
create table erasure (
    id             text primary key,
    guest          text        not null unique,
    requested_by   text        not null,
    requester_name text        not null,
    requested_at   timestamptz not null,
    done_at        timestamptz
);

create index erasure_by_time on erasure (requested_at desc, id desc);

-- What each service has done of it.
create table erasure_part (
    erasure text        not null references erasure (id),
    part    text        not null check (part in ('identity', 'rooms', 'messages', 'presence')),
    done_at timestamptz not null,
    removed jsonb       not null,
    primary key (erasure, part)
);

-- How administrators look guests through.
create index guest_by_time on guest (registered_at desc, id desc);
