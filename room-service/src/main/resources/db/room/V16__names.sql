-- Names are found by any three characters in a row. The extension is part of PostgreSQL; where it is not there yet,
-- a role that may make extensions makes it first, in this schema.
create extension if not exists pg_trgm;

create index rooms_by_name on rooms using gin (name gin_trgm_ops) with (gin_pending_list_limit = 1024)
    where kind = 'guest';

create index rooms_unassigned on rooms (active_at desc, id desc) where kind = 'guest' and assignee is null;
