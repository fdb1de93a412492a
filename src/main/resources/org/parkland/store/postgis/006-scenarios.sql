-- Scenarios of planners, version by version: saving adds a row, none is ever changed or removed.
create table scenario (
  id bigint not null, version bigint not null, name text not null, author text not null,
  note text not null, as_of text not null, base text not null, changes text not null,
  created_at text not null, saved_by text not null, saved_at text not null, withdrawn text,
  primary key (id, version));

create function keep_scenarios() returns trigger language plpgsql as $$
begin
  raise exception 'a saved version of a scenario is never changed';
end $$;

create trigger scenario_keeps_rows before update or delete on scenario
  for each row execute function keep_scenarios();
comment on table scenario is 'Saved scenarios; the key lets only one of two planners add a version';
