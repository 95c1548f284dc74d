-- The timeline of an erased room stays as an empty row, so that nothing can begin it anew: what was decided before the
-- room was erased, and is stored after, breaks this rule and is decided again.
alter table timelines add column erased boolean not null default false;
alter table timelines add constraint what_is_erased_stays_empty check (not erased or seq = 0);

-- How much was erased of a room so far. Grows in the statements that erase, so a crash between two of them loses no count.
create table erased (
    room    text   collate "C" primary key,
    entries bigint not null,
    files   bigint not null,
    bytes   bigint not null
);
