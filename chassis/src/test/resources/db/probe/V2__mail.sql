create table mail (
    position   bigint generated always as identity primary key,
    id         text        not null unique,
    sealed     bytea       not null,
    created_at timestamptz not null,
    next_at    timestamptz not null,
    last_at    timestamptz not null,
    attempts   int         not null default 0
);
