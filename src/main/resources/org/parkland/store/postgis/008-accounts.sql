-- Who may log in, and the tokens of their programs. Passwords and tokens stand here only as hashes.
create table account (
  name text primary key, role text not null, password text not null, created_at text not null, disabled_at text);

create table access_token (
  id text primary key, account text not null references account (name), label text not null, role text not null,
  scope text not null, hash text not null unique, created_at text not null, expires_at text not null,
  revoked_at text);

create function keep_accounts() returns trigger language plpgsql as $$
begin
  raise exception 'accounts and tokens are disabled or revoked, never removed';
end $$;

create trigger account_keeps_rows before delete on account for each row execute function keep_accounts();
create trigger access_token_keeps_rows before delete on access_token for each row execute function keep_accounts();
revoke all on account, access_token from public;
comment on table account is 'Who may log in; passwords as Argon2id hashes';
comment on table access_token is 'Tokens of programs, as SHA-256 hashes';
