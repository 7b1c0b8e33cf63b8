-- Applied at every start, after the migrations.

create or replace trigger hold_the_ceiling before insert or update on public.seats
  for each row execute function access.hold_the_ceiling();
create or replace trigger hold_the_ceiling before insert or update on public.circle_members
  for each row execute function access.hold_the_ceiling();
create or replace trigger hold_the_ceiling before update of kind on public.people
  for each row execute function access.hold_the_ceiling();

create or replace trigger carry_the_company before insert or update of company_id on public.people
  for each row execute function access.carry_the_company();

create or replace trigger only_whom_one_sees before insert on public.appearances
  for each row execute function access.only_whom_one_sees('person_id');

-- The same wherever a person may write a person's name over another: columns that people may change and that refer to people.
do $names$
declare
  named record;
begin
  for named in
    select k.conrelid::regclass as at, a.attname as name
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    where k.contype = 'f' and k.confrelid = 'public.people'::regclass and k.connamespace = 'public'::regnamespace
      and has_column_privilege('loggia_app', k.conrelid, a.attnum, 'update')
  loop
    execute format(
      'create or replace trigger %I before insert or update of %I on %s for each row execute function access.only_whom_one_sees(%L)',
      'only_whom_one_sees_' || named.name, named.name, named.at, named.name);
  end loop;
end
$names$;

-- Wherever a row that stands in an audience refers to another of its own table.
do $inside$
declare
  below record;
begin
  for below in
    select k.conrelid::regclass as at, a.attname as name
    from pg_constraint k
    cross join unnest(k.conkey, k.confkey) pair(own, other)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
    join pg_attribute o on o.attrelid = k.confrelid and o.attnum = pair.other and o.attname = 'id'
    where k.contype = 'f' and k.confrelid = k.conrelid and k.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute p where p.attrelid = k.conrelid and p.attname = 'audience_id')
  loop
    execute format(
      'create or replace trigger %I before insert on %s for each row execute function access.stands_inside(%L)',
      'stands_inside_' || below.name, below.at, below.name);
  end loop;
end
$inside$;

-- A file goes with what it stood at, however that goes.
create or replace trigger forget_attachments after delete on public.posts
  referencing old table as gone for each statement execute function access.forget_attachments();
create or replace trigger forget_attachments after delete on public.comments
  referencing old table as gone for each statement execute function access.forget_attachments();

create or replace trigger tell_access_changed after insert or delete on public.seats
  for each row execute function access.tell_access_changed();
create or replace trigger tell_access_changed after insert or delete on public.circle_members
  for each row execute function access.tell_access_changed();
create or replace trigger tell_access_changed after insert or delete on public.lapses
  for each row execute function access.tell_access_changed();
create or replace trigger tell_access_changed after update of dismissed_at, kind on public.people
  for each row execute function access.tell_access_changed();
create or replace trigger tell_access_changed after update of external_since, archived_at, deleted_at on public.spaces
  for each row execute function access.tell_access_changed();
create or replace trigger tell_access_changed after insert or update or delete on public.tools
  for each row execute function access.tell_access_changed();
create or replace trigger tell_session_ended after delete on public.sessions
  for each row execute function access.tell_session_ended();
create or replace trigger tell_session_ended after delete on public.tokens
  for each row execute function access.tell_session_ended();
create or replace trigger tell_sign_in_rules_changed after insert or update on public.sign_in_rules
  for each row execute function access.tell_sign_in_rules_changed();

-- At the end of the transaction: who is moved because their department is removed stays in its circle, which is nobody's to come into any more.
drop trigger if exists departments_changed on public.employments;
create constraint trigger departments_changed after insert or update of department_id or delete on public.employments
  deferrable initially deferred for each row execute function access.departments_changed();
create or replace trigger departments_changed after insert or update of parent_id or delete on public.departments
  for each statement execute function access.departments_changed();
