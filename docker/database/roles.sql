-- Run once, by the superuser, in an empty cluster. Passwords come in as psql variables.
--
-- soc_owner owns the schema and runs the migrations; it is no superuser.
-- soc_app   is what the API works as: no DDL, and row-level security applies to it.
create role soc_owner login createrole password :'owner_password';
create role soc_app login noinherit password :'app_password';
-- The owner grants soc_app its tables, and may look at the data as soc_app sees them.
grant soc_app to soc_owner with admin true, set true, inherit false;

create database soc_coop owner soc_owner;
revoke all on database soc_coop from public;
grant connect, temporary on database soc_coop to soc_app;
