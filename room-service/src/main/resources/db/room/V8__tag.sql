-- What agents sort conversations by. Administrators keep the list.
create table tag (
    id    text primary key,
    name  text not null,
    color text not null
        check (color in ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'))
);

create unique index tag_one_per_name on tag (lower(name));

-- The tags on a guest room, by id, in the order they were put on.
alter table rooms add column tags text[] not null default '{}';

create index rooms_by_tag on rooms using gin (tags) where kind = 'guest';
