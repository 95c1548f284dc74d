-- One row is a guest taken from the queue: since when it had waited this time, when and by whom it was taken.
create table accepts (
    room     text        not null,
    fence    bigint      not null,
    agent    text        not null,
    since    timestamptz not null,
    taken_at timestamptz not null,
    primary key (room, fence)
);

create index accepts_by_time on accepts (taken_at);

-- What the numbers of the desk count, each by an index alone.
create index rooms_assigned on rooms (id) where status = 'assigned';
create index rooms_closed on rooms (turned_at) where status = 'closed';
