-- Where a conversation began, and in which language: answers by mail lead back there, and speak it.
alter table guest
    add column page text check (char_length(page) <= 2000),
    add column language text check (char_length(language) <= 35);

-- More browsers than the first in which a guest goes on: each has a token of its own. Without an end it counts as long
-- as the guest is known.
create table guest_token (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    guest      text        not null references guest (id) on delete cascade,
    issued_at  timestamptz not null,
    ends_at    timestamptz
);
create index guest_token_guest on guest_token (guest, issued_at);

-- How far a conversation is from its guest's point of view, in places of its timeline.
create table answer (
    room       text   primary key,
    guest      text   not null,
    read_to    bigint not null default 0, -- the guest has read up to here
    said_to    bigint not null default 0, -- others have written up to here
    mailed_to  bigint not null default 0, -- and this much was sent by mail
    due_at     timestamptz,               -- when somebody has to look; none: nothing waits
    mailed_at  timestamptz,
    stopped_at timestamptz                -- the guest wants no more mails
);
create index answer_due on answer (due_at) where due_at is not null;
create index answer_guest on answer (guest);

-- The links of each mail: one back into the conversation, which works once, and one that ends such mails.
create table answer_link (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    stop_hash  bytea       not null unique check (octet_length(stop_hash) = 32),
    guest      text        not null,
    room       text        not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index answer_link_guest on answer_link (guest);
create index answer_link_time on answer_link (sent_at);
