-- The database and its two roles, once, as a superuser:
--   psql -v owner_password="$(openssl rand -hex 24)" -v app_password="$(openssl rand -hex 24)" -f database.sql
-- The owner migrates. The app reads and writes rows; it changes no table and passes no row-level security.
\set ON_ERROR_STOP on
create role undersigned_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
create role undersigned_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';
create database undersigned owner undersigned_owner encoding 'UTF8' template template0;
revoke all on database undersigned from public;
grant connect on database undersigned to undersigned_app;
\connect undersigned
-- For the search; both come with PostgreSQL (Debian: postgresql-contrib).
create extension if not exists unaccent;
create extension if not exists pg_trgm;
