-- How a guest found a conversation, once for each time it was closed; `fence` tells those times apart.
create table rating (
    room       text        not null references rooms (id) on delete cascade,
    fence      bigint      not null,
    agent      text,
    agent_name text,
    score      smallint    not null check (score between 1 and 5),
    comment    text,
    rated_at   timestamptz not null,
    primary key (room, fence)
);

create index rating_by_time on rating (rated_at);

-- The rating of the closing that is the newest; goes when the room is reopened.
alter table rooms add column rating smallint;
alter table rooms add column rating_comment text;
alter table rooms add column rated_at timestamptz;
alter table rooms add constraint only_a_closed_room_is_rated check (rating is null or status = 'closed');
