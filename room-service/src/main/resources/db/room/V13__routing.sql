-- How guests in the queue get to agents: one row.
create table routing (
    single   boolean primary key default true check (single),
    policy   text    not null check (policy in ('manual', 'round-robin', 'least-busy')),
    capacity integer not null check (capacity between 0 and 100)
);

insert into routing (policy, capacity) values ('manual', 5);

-- What is different with one agent: how many conversations it is given, when not as many as the others; and its turn,
-- which grows each time it is given one.
create table routing_agent (
    account  text   primary key,
    capacity integer check (capacity between 0 and 100),
    turn     bigint not null default 0
);

-- The newest that was heard of the presence of accounts.
create table availability (
    account text primary key,
    status  text not null check (status in ('online', 'away', 'busy', 'offline'))
);

-- How many conversations each agent has now, by an index alone.
create index rooms_in_hand on rooms (assignee) where status = 'assigned' and snoozed_until is null;
