-- Keys that the servers of host pages sign with. They have to be known to check a signature, so they are sealed, not
-- hashed. With an end, another has taken its place.
create table identity_key (
    id           text primary key,
    sealed       bytea       not null,
    created_by   text        not null,
    creator_name text        not null,
    created_at   timestamptz not null,
    ends_at      timestamptz
);

-- Whom a host page signed for: one guest, on whichever browser. A first conversation may come later, or never.
alter table guest
    add column subject text unique check (char_length(subject) between 1 and 128),
    add column verified text[] not null default '{}',
    add column room_at timestamptz,
    alter column room drop not null,
    alter column token_hash drop not null;

comment on column guest.subject is 'the host page''s own id; none when nobody signed who the guest is';
comment on column guest.verified is 'which of name, email and phone were in a signed token';
comment on column guest.token_hash is 'of a guest that nobody signed for; those of others are in guest_token';
comment on column guest.room_at is 'when that room was begun; with the guest, if it does not say';
comment on column guest.room is 'the newest room begun here; which rooms there are is room-service''s to say';

-- Whose conversation it is, also when it is not the newest.
create table conversation (
    room       text primary key,
    guest      text        not null references guest (id) on delete cascade,
    started_at timestamptz not null
);
create index conversation_guest on conversation (guest);

insert into conversation (room, guest, started_at) select room, id, registered_at from guest;
