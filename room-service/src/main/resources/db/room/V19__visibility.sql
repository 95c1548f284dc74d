-- What agents see of conversations that colleagues have: one row.
create table visibility (
    single boolean primary key default true check (single),
    agents text    not null check (agents in ('all', 'own'))
);

insert into visibility (agents) values ('all');

-- Who alone of the agents may read the room, as was last announced; supervisors may besides.
alter table rooms add column keeper text;

-- The lists of an agent who sees no others: what nobody has taken, and what it has.
create index rooms_for_all on rooms (active_at desc, id desc) where kind = 'guest' and keeper is null;
create index rooms_by_keeper on rooms (keeper, active_at desc, id desc) where kind = 'guest' and keeper is not null;

-- What is to be announced again while agents see only their own.
create index rooms_without_keeper on rooms (id) where kind = 'guest' and keeper is distinct from assignee;
