-- When the room itself last did what lists are ordered by: began, or changed its status. What messages add to that,
-- active_at, can then be made anew from their log.
alter table rooms add column turned_at timestamptz;
update rooms set turned_at = active_at;
alter table rooms alter column turned_at set not null;
