-- Who did what: a chain of entries, each with the hash of the one before; docs/security.md says what that shows.
create table audit (
  sequence bigint primary key, id text not null unique, at text collate "C" not null, actor text not null,
  role text not null, address text not null, action text not null, object text not null,
  before text, after text, previous text not null, hash text not null);
comment on table audit is 'Who did what to which object; rows are only added, in one chain';

-- The end of the chain, one row: whoever adds an entry changes it, and so waits for whoever adds one at the same time.
create table audit_head as select 0::bigint as sequence, repeat('0', 64) as hash;

create function keep_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is never changed or shortened';
end $$;

create trigger audit_keeps_rows before update or delete on audit for each row execute function keep_audit();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function keep_audit();
create trigger audit_head_stays before delete on audit_head for each row execute function keep_audit();
create trigger audit_head_is_not_emptied before truncate on audit_head for each statement execute function keep_audit();
