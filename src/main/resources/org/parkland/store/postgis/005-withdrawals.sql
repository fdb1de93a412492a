-- Snapshots that no longer speak for their day: a row beside the snapshot, which stays as it is.
create table withdrawal (
  snapshot bigint primary key references snapshot (id),
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at text not null
);
comment on table withdrawal is 'Why a snapshot is no longer current; its feature table stays';

create function keep_withdrawals() returns trigger language plpgsql as $$
begin
  raise exception 'a withdrawal is never changed';
end $$;

create trigger withdrawal_stays before update or delete on withdrawal
  for each row execute function keep_withdrawals();

-- The import that is under way: committed when it begins, gone when it ends. What is left here when nobody
-- holds the lock belongs to a process that was killed.
create table import_under_way (
  table_name text not null,
  source text not null,
  begun_by text not null,
  begun_at text not null
);
