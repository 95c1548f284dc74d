-- Texts that agents send again and again. Without an owner everybody at the desk has them.
create table quick_reply (
    id         text primary key,
    owner      text,
    shortcut   text        not null,
    title      text        not null,
    body       text        not null,
    version    bigint      not null check (version > 0),
    updated_at timestamptz not null
);

create unique index quick_reply_one_shortcut_per_owner on quick_reply (owner, shortcut) nulls not distinct;
