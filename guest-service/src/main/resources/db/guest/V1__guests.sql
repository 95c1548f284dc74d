-- Who started a conversation. The token itself is nowhere: only its SHA-256.
create table guest (
    id            text primary key,
    token_hash    bytea       not null unique check (octet_length(token_hash) = 32),
    name          text        not null check (char_length(name) between 1 and 80),
    email         text check (char_length(email) <= 254),
    phone         text check (char_length(phone) <= 32),
    address       text,
    room          text        not null,
    registered_at timestamptz not null
);

comment on column guest.email is 'data, never a key: two guests may give the same';
comment on column guest.address is 'the network address the guest came from, as the gateway saw it';
comment on column guest.room is 'the first room; which rooms there are is room-service''s to say';

-- What administrators set, one document a setting.
create table setting (
    name       text primary key,
    value      jsonb       not null,
    changed_at timestamptz not null
);
