-- The parts of a partitioned feature table, one a county, and the box of each: which of them a map window needs is
-- known without opening any. Feature tables of older programs are one table each; they have no rows here.
create table part (
  table_name text not null,
  county text not null,
  part_name text not null unique,
  row_count bigint not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  primary key (table_name, county)
);
comment on table part is 'Parts of the feature tables of parcels, by county';
comment on column part.county is 'First six digits of the parcel numbers; empty for rows whose number tells no county';
