-- What was drawn from snapshots, so that a restart need not draw it again; may be emptied at any time.
create table result (
  key text primary key,
  value bytea not null
);
comment on table result is 'Figures kept with the snapshots, policy and program version in their key';
