-- The office's log of corrections, by parcel number: rows are added, never changed, never removed.
create table correction (
  id bigint generated always as identity primary key, parcel text not null, attribute text not null,
  before text, value text, taken_back boolean not null, reason text not null,
  evidence text, evidence_sha256 text, made_by text not null, made_at text not null);

create function keep_corrections() returns trigger language plpgsql as $$
begin
  raise exception 'the log of corrections is never changed';
end $$;

create trigger correction_keeps_rows before update or delete on correction
  for each row execute function keep_corrections();
