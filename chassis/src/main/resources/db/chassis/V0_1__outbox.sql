create table outbox (
    position    bigint generated always as identity primary key,
    id          text        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    time        timestamptz not null,
    traceparent text        not null,
    payload     text        not null
);
