-- Mails that wait for the mail server. What they say is sealed; a row is gone as soon as its mail is sent or given up.
create table mail (
    position   bigint      generated always as identity primary key,
    id         text        not null unique, -- becomes the Message-ID
    sealed     bytea       not null,
    created_at timestamptz not null,
    next_at    timestamptz not null, -- not tried before
    last_at    timestamptz not null, -- not tried again after
    attempts   int         not null default 0
);
create index mail_next on mail (next_at);

-- When a conversation was sent by mail: nothing but what is needed to count.
create table transcript (
    guest   text        not null,
    room    text        not null,
    sent_at timestamptz not null
);
create index transcript_room on transcript (room, sent_at);

create index guest_room on guest (room);
