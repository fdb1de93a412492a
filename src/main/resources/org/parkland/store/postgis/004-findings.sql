-- What was found about snapshots, in chunks of one code; content is gzipped JSON.
create table finding (
  snapshot bigint not null references snapshot (id), step text not null, code text not null, severity text not null,
  part integer not null, findings integer not null, content bytea not null,
  primary key (snapshot, step, code, part));
comment on table finding is 'Findings of imports and checks; those of the step layer may be drawn anew';
