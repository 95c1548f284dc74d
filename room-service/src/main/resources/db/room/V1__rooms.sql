-- Who the staff are: a copy of account.changed, so that names and roles need no call.
create table accounts (
    id       text primary key,
    name     text    not null,
    roles    text[]  not null,
    disabled boolean not null
);

-- Accounts whose last connection has been gone for the grace period.
create table absences (
    account text primary key
);

-- One row is a room: what it is, whose turn it is, and (from epoch on) what the inbox knows of its timeline.
create table rooms (
    id            text primary key,
    version       bigint      not null check (version > 0),
    kind          text        not null
        check (kind in ('direct', 'group', 'team', 'announcement', 'guest', 'backroom')),
    name          text        not null,
    low           text collate "C",
    high          text collate "C",
    status        text check (status in ('open', 'queued', 'assigned', 'resolved', 'closed')),
    assignee      text,
    assignee_name text,
    fence         bigint      not null,
    queued_at     timestamptz,
    guest         text,
    guest_name    text,
    backroom      text,
    frontroom     text,
    page          text,
    origin        text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    epoch         bigint      not null default 1,
    head          bigint      not null default 0,
    messages      bigint      not null default 0,
    last_seq      bigint,
    last_at       timestamptz,
    last_author   text,
    last_kind     text,
    last_name     text,
    last_text     text,
    active_at     timestamptz not null,
    constraint a_pair_is_ordered check ((kind = 'direct') = (low is not null and high is not null) and low < high),
    constraint a_guest_room_is_whole check ((kind = 'guest')
        = (status is not null and guest is not null and guest_name is not null and backroom is not null)),
    constraint a_back_room_has_a_front check ((kind = 'backroom') = (frontroom is not null)),
    constraint an_assigned_room_has_an_agent check (status <> 'assigned' or assignee is not null),
    constraint a_queued_room_has_a_place check (status <> 'queued' or queued_at is not null)
) with (fillfactor = 85);

create unique index rooms_one_direct_per_pair on rooms (low, high) where kind = 'direct';
create unique index rooms_one_backroom_per_room on rooms (frontroom) where kind = 'backroom';
create index rooms_by_activity on rooms (active_at desc, id desc) where kind <> 'backroom';
create index rooms_by_status on rooms (status, active_at desc, id desc) where kind = 'guest';
create index rooms_by_assignee on rooms (assignee, active_at desc, id desc) where assignee is not null;
create index rooms_by_guest on rooms (guest) where kind = 'guest';
create index rooms_in_queue on rooms (queued_at, id) where status = 'queued';

-- Members of direct, group, team and announcement rooms. The members of a guest room lie in its own row.
create table room_members (
    room      text        not null references rooms (id) on delete cascade,
    member    text        not null,
    name      text        not null,
    role      text        not null check (role in ('member', 'moderator', 'admin')),
    muted     boolean     not null,
    place     integer     not null,
    primary key (room, member)
);

create index room_members_by_member on room_members (member, room);

-- How many messages of a room a member has read. Only grows.
create table marks (
    member  text   not null,
    room    text   not null,
    ordinal bigint not null,
    primary key (member, room)
);
