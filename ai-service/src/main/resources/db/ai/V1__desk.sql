-- The guest rooms as far as the bot needs them: whether it still has the word, and what it has said.
create table room (
    id       text primary key,
    version  bigint  not null,
    status   text    not null,
    fence    bigint  not null,
    guest    text    not null,
    greeted  boolean not null default false,
    answered boolean not null default false
);

comment on column room.version is 'of the state this row shows; news of an older one changes nothing';
comment on column room.fence is 'goes along with every message of the bot';
comment on column room.guest is 'the name of the guest';
