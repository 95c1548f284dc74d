-- How far the timeline of every room is. One row a room, from its first entry on.
create table timelines (
    room     text   collate "C" primary key,
    epoch    bigint not null default 1,
    seq      bigint not null,
    messages bigint not null,
    fence    bigint not null default 0
);

-- The log. Rows are only ever added. The primary key keeps a room's sequence free of doubles, whoever writes;
-- the second key keeps a command, repeated for as long as the room lives, one entry.
create table entries (
    room        text        collate "C" not null,
    seq         bigint      not null check (seq > 0),
    type        text        collate "C" not null,
    client_id   text        collate "C" not null,
    author      text        collate "C" not null,
    author_kind text        collate "C" not null,
    author_name text        not null,
    at          timestamptz not null,
    ordinal     bigint      not null,
    -- the message an entry of another type changes
    target      bigint,
    -- of messages and edits
    text        text,
    -- of messages: the message answered
    reply_to    bigint,
    -- of reactions and notices: what only they have
    detail      jsonb,
    primary key (room, seq),
    constraint entries_once unique (room, author, client_id)
);

-- What later entries made of a message; a message without a row is as it was sent.
create table folds (
    room       text        collate "C" not null,
    seq        bigint      not null,
    text       text,
    edited_at  timestamptz,
    deleted_at timestamptz,
    reactions  jsonb       not null,
    primary key (room, seq)
);

-- How far each member has read each room. They only grow.
create table read_marks (
    room    text        collate "C" not null,
    member  text        collate "C" not null,
    seq     bigint      not null,
    ordinal bigint      not null,
    at      timestamptz not null,
    -- the record that moved it: after a crash between storing and announcing, the same record announces it
    cause   text        collate "C" not null,
    primary key (room, member)
);

-- This service's own copy of what room-service and the gateway announce.
create table rooms (
    room    text   collate "C" primary key,
    version bigint not null,
    state   jsonb  not null
);

create table supervisors (
    account text collate "C" primary key
);
