-- What administrators set; without a row what is configured counts.
create table grace (
    single  boolean primary key default true check (single),
    seconds integer not null check (seconds between 1 and 3600)
);

comment on table grace is 'how long a person stays after its last connection has gone';
