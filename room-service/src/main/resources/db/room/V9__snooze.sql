-- Until when the agent of an assigned room has put it aside.
alter table rooms add column snoozed_until timestamptz;
alter table rooms add constraint only_an_assigned_room_is_snoozed check (snoozed_until is null or status = 'assigned');
create index rooms_snoozed on rooms (snoozed_until) where snoozed_until is not null;
