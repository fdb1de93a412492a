-- The list of snapshots. The rows of a snapshot stand in the table table_name of the same schema.
create table snapshot (
  id bigint generated always as identity primary key,
  kind text not null,
  name text not null,
  as_of date not null,
  crs text not null,
  edition text,
  source text not null,
  sha256 text not null,
  encoding text,
  mapping json not null, -- json, not jsonb: kept to the letter, because equal imports are known by it
  report json not null,
  row_count bigint not null,
  imported_at timestamptz not null,
  imported_by text not null,
  table_name text not null unique
);
comment on table snapshot is 'Imports of layers; a row appears together with its feature table';
comment on column snapshot.as_of is 'The day the data describe';
comment on column snapshot.crs is 'EPSG:n; coordinates are stored as they came, east before north';
