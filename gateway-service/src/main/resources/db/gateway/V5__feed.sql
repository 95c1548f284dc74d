-- What happened in guests' rooms, in one order, for programs outside to follow. Positions grow by one, without gaps.
create table feed_event (
    position  bigint      primary key,
    id        text        not null unique, -- of what happened: what is told twice is stored once
    room      text        not null,
    type      text        not null,
    stored_at timestamptz not null,
    body      text        not null -- JSON, as it goes out
);
create index feed_event_room on feed_event (room);

-- Where the feed ends. Whoever adds to it holds this row until the commit: what is committed later has a higher
-- position, so that a reader who is behind a position has seen everything before it.
create table feed_head (
    one      boolean primary key default true check (one),
    position bigint  not null, -- of the newest event
    trimmed  bigint  not null  -- of the newest that is not kept any more
);
insert into feed_head (position, trimmed) values (0, 0);

-- How a guest's room was when the feed last told it.
create table feed_room (
    room     text   primary key,
    version  bigint not null,
    status   text   not null,
    assignee text
);
