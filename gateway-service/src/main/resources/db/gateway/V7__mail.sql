-- Mails that wait for the mail server. What they say may open something and is sealed; a row is gone as soon as its mail
-- is sent or given up.
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
