-- Addresses of other programs that are told what happens in guests' rooms.
create table webhook (
    id            text        primary key,
    url           text        not null,
    types         text[]      not null check (cardinality(types) > 0),
    secret        bytea       not null, -- encrypted, because it has to be known to sign with it
    state         text        not null check (state in ('active', 'paused', 'failing')),
    position      bigint      not null, -- of the feed: what comes behind it has no delivery yet
    failing_since timestamptz, -- the first failure since the last success
    created_at    timestamptz not null
);

-- What is or was told. Of a room's deliveries to one webhook only the first that waits has a time to go out.
create table webhook_delivery (
    id          text        primary key,
    number      bigint      generated always as identity unique, -- their order
    webhook     text        not null references webhook (id) on delete cascade,
    room        text        not null, -- empty for a test
    type        text        not null,
    body        text        not null,
    state       text        not null check (state in ('waiting', 'done', 'failed')),
    by_hand     boolean     not null, -- asked for by a person: once, outside the order, whatever the webhook's state
    attempts    int         not null default 0,
    next_at     timestamptz, -- when it goes out, or again if whoever sends it now is never heard of again
    first_at    timestamptz, -- the first attempt
    last_at     timestamptz,
    last_status int,         -- of the answer; none when there was none
    last_error  text,        -- why there was none, in one word
    duration_ms bigint,
    created_at  timestamptz not null
);
create index webhook_delivery_due on webhook_delivery (next_at) where next_at is not null;
create index webhook_delivery_waiting on webhook_delivery (webhook, room, number) where state = 'waiting';
create index webhook_delivery_listed on webhook_delivery (webhook, number desc);
create index webhook_delivery_over on webhook_delivery (last_at) where state <> 'waiting';
