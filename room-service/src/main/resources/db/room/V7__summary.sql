-- What became of a conversation from its beginning, or from when it was reopened, to its end. Made by rules from the
-- timeline; `begins` and `ends` are places there.
create table summary (
    room              text        not null references rooms (id) on delete cascade,
    begins            bigint      not null,
    ends              bigint      not null check (ends >= begins),
    outcome           text        not null check (outcome in ('resolved', 'closed')),
    began_at          timestamptz not null,
    ended_at          timestamptz not null,
    ended_by          text        not null,
    ended_kind        text        not null,
    ended_name        text        not null,
    agent             text,
    agent_name        text,
    guest_messages    integer     not null,
    agent_messages    integer     not null,
    bot_messages      integer     not null,
    first_response_ms bigint,
    topics            text[]      not null,
    primary key (room, begins)
);

create index summary_by_end on summary (ended_at);

-- Rooms whose summaries are to be made, or to be made anew. `turn` grows when that is said again meanwhile.
create table summary_due (
    room text   primary key,
    turn bigint not null default 1
);

-- What the guest wrote about, as the newest summary has it: lists show it.
alter table rooms add column topics text[] not null default '{}';
