-- Who is asking, and where they sit. Applied at every start, before the migrations: the bodies are bound late.
-- Each is called inside (select …), once per statement. None takes a column of a row: that would run it per row.

create schema if not exists access;
revoke all on schema access from public;
grant usage on schema access to loggia_app;

-- PostgreSQL 18 brings its own; on 17 the same (RFC 9562, section 5.7): 48 bits of milliseconds, then random.
do $ground$
begin
  if current_setting('server_version_num')::int < 180000 then
    create or replace function public.uuidv7() returns uuid language sql volatile as $body$
      select encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
          52, 1), 53, 1), 'hex')::uuid
    $body$;
  end if;
end
$ground$;

-- What was answered to this person a moment ago, as long as it cannot have changed: a transaction that has written nothing sees
-- what its snapshot holds, and the snapshot is another one as soon as anybody's commit could be seen. So this never tells anything
-- that working it out again would not; it saves doing so for each rule of each statement (docs/speed.md).
create or replace function access.kept(what text) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if current_setting('loggia.kept_' || what, true) = current_setting('loggia.person', true) || pg_current_snapshot()
    and pg_current_xact_id_if_assigned() is null
  then
    return current_setting('loggia.answer_' || what);
  end if;
  return null;
end
$$;

create or replace function access.keep(what text, answer text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if pg_current_xact_id_if_assigned() is null then
    perform set_config('loggia.kept_' || what, current_setting('loggia.person', true) || pg_current_snapshot(), true),
      set_config('loggia.answer_' || what, answer, true);
  end if;
end
$$;

-- Whether the person asking is an employee or an external. Nobody, or somebody dismissed, is an error and not an empty answer.
create or replace function access.my_kind() returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  who text := current_setting('loggia.person', true);
  answer text;
begin
  if who is null or who = '' then
    raise exception 'nobody is signed in' using errcode = '28000';
  end if;
  answer := access.kept('kind');
  if answer is null then
    select kind into answer from public.people where id = who::uuid and dismissed_at is null;
    if answer is null then
      raise exception 'this person is not here any more' using errcode = '28000';
    end if;
    perform access.keep('kind', answer);
  end if;
  return answer;
end
$$;

create or replace function access.me() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.my_kind();
  return current_setting('loggia.person')::uuid;
end
$$;

create or replace function access.i_am_employee() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return access.my_kind() = 'employee';
end
$$;

create or replace function access.i_am_administrator() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return access.my_kind() = 'employee' and exists (
    select from public.circle_members m
    join public.circles c on c.id = m.circle_id
    where m.person_id = access.me() and c.space_id is null and c.name = 'system-administrators'
  );
end
$$;

-- How far a circle of one space carries somebody from outside in an audience of another: what was said to all of a group, together with others. Not at
-- all to whoever came into it later than that was begun, nor once its people are kept apart, its feed is shut to some of them, their time in it has
-- lapsed or it is closed to them; for reading alone once it is archived. Asked of such seats only, which are few.
create or replace function access.carried(asked uuid, person uuid, place uuid) returns int
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select case when home.archived_at is null then 4 else 1 end
    from public.circles c
    join public.spaces home on home.id = c.space_id and home.external_since is not null and home.deleted_at is null
    join public.circle_members m on m.circle_id = c.id and m.person_id = person
    join public.audiences a on a.id = place and m.since <= a.created_at
    where c.id = asked
      and exists (select from public.seats own where own.circle_id = c.id and own.space_id = c.space_id and own.level > 1)
      and not exists (select from public.lapses l where l.person_id = person and l.space_id = home.id)
      and not exists (select from public.tools t where t.space_id = home.id and t.tool = 'feed' and (t.off_at is not null or t.viewers <> 'members'))
  ), 0);
end
$$;

-- Whether somebody from outside is in a group at all: else they wait in the lobby (INV-6). Asked of few, and one by one.
create or replace function access.is_in_a_group(person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from (
      select s.audience_id, s.space_id from public.seats s where s.person_id = person and s.audience_id is not null
      union all
      select s.audience_id, s.space_id from public.circle_members m
      join public.seats s on s.circle_id = m.circle_id and s.audience_id is not null where m.person_id = person
    ) held
    join public.spaces room on room.id = held.space_id and room.kind = 'group' and room.external_since is not null and room.deleted_at is null
    join public.audiences a on a.id = held.audience_id and a.kind <> 'team'
    where not exists (select from public.lapses l where l.person_id = person and l.space_id = held.space_id)
  );
end
$$;

-- Spaces in which the person asking sits as a whole, and audiences in which they sit by themselves or through a circle, less those inside
-- their spaces. An external never sits in a whole space, whatever seats there are; an external's seats count only where the space
-- is open to externals and their time there has not lapsed, and never in team talk, nor in what is addressed to those who work here alone. Where a space is archived every seat is one for reading; where it is being removed, none.
create or replace function access.my_seats(lowest int, out spaces uuid[], out audiences uuid[])
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  who uuid := access.me();
  shut uuid[];
begin
  if access.my_kind() = 'employee' then
    with held as materialized (
      select s.space_id, s.audience_id from public.seats s
      where s.person_id = who and s.level >= lowest
      union all
      -- By a list of keys: joined, the plan walks the seats of all circles there are (60 groups: 1.2 ms against 0.2).
      select s.space_id, s.audience_id from public.seats s
      where s.circle_id = any (array(select m.circle_id from public.circle_members m where m.person_id = who)) and s.level >= lowest
    ), whole as materialized (
      select distinct held.space_id from held where held.audience_id is null
    )
    select array(select whole.space_id from whole), array(
      select distinct held.audience_id from held
      where held.audience_id is not null and not exists (select from whole where whole.space_id = held.space_id)
    ) into spaces, audiences;
    -- Afterwards, and only where there are any: within the query it cost 8 ms for somebody in 400 groups.
    shut := array(
      select room.id from public.spaces room where room.archived_at is not null and (lowest > 1 or room.deleted_at is not null)
    );
    if cardinality(shut) > 0 then
      spaces := array(select unnest(spaces) except select unnest(shut));
      audiences := array(
        select a.id from public.audiences a where a.id = any (audiences)
        except
        select a.id from public.audiences a where a.id = any (audiences) and a.space_id = any (shut)
      );
    end if;
  else
    spaces := '{}';
    audiences := array(
      select held.audience_id from (
        select s.audience_id, s.space_id from public.seats s
        where s.person_id = who and s.audience_id is not null and s.level >= lowest
        union
        select s.audience_id, s.space_id from public.seats s
        where s.circle_id = any (array(select m.circle_id from public.circle_members m where m.person_id = who))
          and s.audience_id is not null and s.level >= lowest
          and case when exists (select from public.circles c where c.id = s.circle_id and c.space_id = s.space_id) then true
            else access.carried(s.circle_id, who, s.audience_id) >= lowest end
      ) held
      join public.spaces room on room.id = held.space_id and room.external_since is not null
        and (room.archived_at is null or (lowest = 1 and room.deleted_at is null))
      join public.audiences a on a.id = held.audience_id and a.kind not in ('team', 'staff')
      where not exists (select from public.lapses l where l.person_id = who and l.space_id = held.space_id)
    );
    -- Whoever is in no group waits in the lobby: what was said to them by name elsewhere is not there for them either, by whatever way they come to it.
    if cardinality(audiences) > 0 and not access.is_in_a_group(who) then
      audiences := array(
        select a.id from public.audiences a join public.spaces room on room.id = a.space_id where a.id = any (audiences) and room.owner_id = who
      );
    end if;
  end if;
  perform access.keep('spaces_' || lowest, spaces::text), access.keep('audiences_' || lowest, audiences::text);
end
$$;

create or replace function access.my_spaces(lowest int) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  answer uuid[] := access.kept('spaces_' || lowest)::uuid[];
begin
  return coalesce(answer, (select seated.spaces from access.my_seats(lowest) seated));
end
$$;

create or replace function access.my_audiences(lowest int) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  answer uuid[] := access.kept('audiences_' || lowest)::uuid[];
begin
  return coalesce(answer, (select seated.audiences from access.my_seats(lowest) seated));
end
$$;

-- Of the spaces in which the person asking sits somewhere, those that are archived: what is told there by whoever only reads stops too.
create or replace function access.my_archived_spaces() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[] := access.my_spaces(1);
  parts uuid[] := access.my_audiences(1);
begin
  return array(
    select room.id from public.spaces room
    where room.archived_at is not null
      and (room.id = any (mine) or exists (select from public.audiences a where a.space_id = room.id and a.id = any (parts)))
  );
end
$$;

-- Whether what a tool of a group is set to lets somebody in: the owner, owner and moderators, whoever works here, all members (GRP-4).
create or replace function access.lets(setting text, owner boolean, keeper boolean, works_here boolean) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return case setting when 'members' then true when 'team' then works_here when 'keepers' then keeper when 'owner' then owner else false end;
end
$$;

-- What the person asking may in those tools of their groups that are not simply open to all members. A row is about a space as a whole; for
-- somebody from outside about one audience of it, since a moderator from outside is one only where they stand.
create or replace function access.my_tools() returns table (
  space_id uuid, place uuid, tool text, off boolean, viewers text, adders text, changers text, views boolean, adds boolean, changes boolean
)
language plpgsql stable security definer set search_path = '' as $$
declare
  who uuid := access.me();
  works_here boolean := access.my_kind() = 'employee';
  mine uuid[];
  parts uuid[];
begin
  -- On most portals nothing is set, and this is all that it costs.
  if not exists (select from public.tools) then
    return;
  end if;
  mine := access.my_spaces(1);
  parts := access.my_audiences(1);
  return query
  with kept as materialized (
    select s.space_id, s.audience_id, s.because from public.seats s
    where s.person_id = who and s.because in ('owner', 'moderator') and works_here = (s.audience_id is null)
  ), rooms as (
    select t.space_id, t.space_id as place from public.tools t
    where works_here and (t.space_id = any (mine) or t.space_id in (select a.space_id from public.audiences a where a.id = any (parts)))
    union
    select a.space_id, a.id from public.audiences a where not works_here and a.id = any (parts)
  ), standing as (
    select t.*, r.place,
      exists (select from kept k where k.space_id = t.space_id and k.because = 'owner') as owner,
      exists (select from kept k where k.space_id = t.space_id and coalesce(k.audience_id, t.space_id) = r.place) as keeper
    from rooms r join public.tools t on t.space_id = r.space_id
  ), seen as (
    select s.*, s.off_at is null and access.lets(s.viewers, s.owner, s.keeper, works_here) as views from standing s
  )
  select s.space_id, s.place, s.tool, s.off_at is not null, s.viewers, s.adders, s.changers, s.views,
    s.views and access.lets(s.adders, s.owner, s.keeper, works_here), s.views and access.lets(s.changers, s.owner, s.keeper, works_here)
  from seen s;
end
$$;

-- Where a tool is shut to the person asking, for one act: view, add or change. Ids of spaces, and for people from outside of audiences. Nearly
-- always empty. With '' for the tool: the spaces in which, in whatever part of them, any is.
create or replace function access.my_shut(asked text, act text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  answer uuid[] := access.kept('shut_' || act || '_' || asked)::uuid[];
begin
  if answer is null then
    answer := array(
      select distinct case asked when '' then mine.space_id else mine.place end from access.my_tools() mine
      where asked in ('', mine.tool) and not case act when 'view' then mine.views when 'add' then mine.adds else mine.changes end
    );
    perform access.keep('shut_' || act || '_' || asked, answer::text);
  end if;
  return answer;
end
$$;

-- A mark for each tool in each place, so that what was read through it can say so in one column of ids.
create or replace function access.tool_mark(tool text, place uuid) returns uuid
language plpgsql immutable set search_path = '' as $$
begin
  return md5(tool || place)::uuid;
end
$$;

-- The marks of what is shut to the person asking: of a whole space, and of the audiences in it that they see by themselves.
create or replace function access.my_shut_marks() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select access.tool_mark(mine.tool, mine.place) from access.my_tools() mine where not mine.views
    union
    select access.tool_mark(mine.tool, a.id) from access.my_tools() mine
    join public.audiences a on a.space_id = mine.place and a.id = any (access.my_audiences(1))
    where not mine.views
  );
end
$$;

-- Spaces that the person asking owns and in which something can be changed.
create or replace function access.my_owned_spaces() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  who uuid := access.me();
begin
  return array(
    select s.space_id from public.seats s
    join public.spaces room on room.id = s.space_id and room.archived_at is null
    where s.person_id = who and s.audience_id is null and s.because = 'owner' and access.my_kind() = 'employee'
  );
end
$$;

-- The companies of whom the person asking, who is from outside, may see by name, their own among them; null where more people appear to them than
-- are looked through for it. Asked from this side it does not matter how many people a company has elsewhere (docs/speed.md).
create or replace function access.my_companies() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  known uuid[] := array(
    select a.person_id from unnest(access.my_audiences(1)) mine(key) join public.appearances a on a.audience_id = mine.key limit 3001
  );
begin
  if cardinality(known) > 3000 then return null; end if;
  return array(select distinct p.company_id from public.people p where p.id = any (known || access.me()) and p.company_id is not null);
end
$$;

-- Of those who have the portal open: people from outside to whom an employee asking is known, and employees or others from outside to whom
-- somebody from outside is. Colleagues see each other anyway and are left out for an employee. Each is looked for from the side of the few: for an
-- employee the groups of those from outside, for somebody from outside the groups of their own.
create or replace function access.present_who_see_me() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  who uuid := access.me();
begin
  if access.my_kind() = 'employee' then
    return array(
      select distinct held.person_id from (
        select p.id as person_id, s.audience_id, s.space_id from public.presences o
          join public.people p on p.id = o.person_id and p.kind = 'external' and p.dismissed_at is null
          join public.seats s on s.person_id = p.id and s.audience_id is not null
        union
        select p.id, s.audience_id, s.space_id from public.presences o
          join public.people p on p.id = o.person_id and p.kind = 'external' and p.dismissed_at is null
          join public.circle_members m on m.person_id = p.id
          join public.seats s on s.circle_id = m.circle_id and s.audience_id is not null
      ) held
      join public.spaces room on room.id = held.space_id and room.external_since is not null and room.deleted_at is null
      join public.audiences a on a.id = held.audience_id and a.kind not in ('team', 'staff')
      where exists (select from public.appearances mine where mine.person_id = who and mine.audience_id = held.audience_id)
        and not exists (select from public.lapses l where l.person_id = held.person_id and l.space_id = held.space_id)
    );
  end if;
  return array(
    select p.id from public.presences o join public.people p on p.id = o.person_id and p.dismissed_at is null
    where exists (
      select from public.appearances mine
      join public.spaces room on room.id = mine.space_id and room.deleted_at is null
      join public.audiences a on a.id = mine.audience_id
      join public.seats s on s.space_id = mine.space_id
        and (s.audience_id = mine.audience_id or (s.audience_id is null and p.kind = 'employee'))
        and (s.person_id = p.id or exists (select from public.circle_members m where m.circle_id = s.circle_id and m.person_id = p.id))
      where mine.person_id = who and (p.kind = 'employee' or (room.external_since is not null and a.kind not in ('team', 'staff')
        and not exists (select from public.lapses l where l.person_id = p.id and l.space_id = room.id)))
    )
  );
end
$$;

-- Whether the person asking is from outside and in no group: then they wait in the lobby, and nothing but that is here for them.
create or replace function access.i_wait_in_the_lobby() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return access.my_kind() = 'external' and not exists (
    select from unnest(access.my_audiences(1)) mine(key)
    join public.audiences a on a.id = mine.key
    join public.spaces room on room.id = a.space_id and room.kind = 'group'
  );
end
$$;

-- People from outside whom an employee reads beside them where something is addressed to both of them, by what they are called: whoever is written to together
-- with somebody from outside sees who that is, though they share no group. Nothing else of them, and nobody to people from outside (PPL-5).
create or replace function access.met_beside_me(asked uuid[]) returns table (id uuid, name text, company text)
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[];
begin
  if access.my_kind() <> 'employee' then
    return;
  end if;
  mine := access.my_audiences(1);
  return query
  select p.id, p.name, p.company from public.people p
  where p.id = any (asked) and p.kind = 'external' and exists (
    select from public.seats s
    join public.spaces room on room.id = s.space_id and room.kind = 'portal'
    where s.audience_id = any (mine)
      and (s.person_id = p.id or s.circle_id = any (array(select m.circle_id from public.circle_members m where m.person_id = p.id)))
  );
end
$$;

-- The space of the person's own things.
create or replace function access.my_own_space() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select id from public.spaces where kind = 'person' and owner_id = access.me());
end
$$;

-- A new group's space, with its maker managing it: nobody manages it yet, so no rule could let the first seat in.
create or replace function access.open_group_space(external boolean) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  made uuid;
begin
  if not access.i_am_employee() then
    raise exception 'only employees open groups' using errcode = '42501';
  end if;
  insert into public.spaces (kind, external_since) values ('group', case when external then now() end) returning id into made;
  insert into public.seats (space_id, person_id, level, because) values (made, access.me(), 4, 'owner');
  return made;
end
$$;

-- Everyone who may read an audience, at which level, for which reason; with a tool, what stands there in that tool (GRP-4). For the keeper; see
-- readers_for_me. The functions with one argument were there before there were tools.
drop function if exists access.readers_for_me(uuid);
drop function if exists access.readers(uuid);
create or replace function access.readers(asked uuid, in_tool text) returns table (person_id uuid, level int, because text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select distinct on (held.person_id) held.person_id, least(held.level, far.carries), held.because
  from (
    select coalesce(s.person_id, m.person_id) as person_id, case when room.archived_at is null then s.level else 1 end as level, s.because,
      s.audience_id is null as whole, room.external_since, room.kind = 'group' as group_room, room.owner_id, a.space_id, a.kind as audience_kind,
      case when c.space_id is distinct from a.space_id then s.circle_id end as elsewhere,
      bool_or(s.because = 'owner' and s.person_id is not null) over mine as owner,
      bool_or(s.because in ('owner', 'moderator') and s.person_id is not null) over mine as keeper
    from public.audiences a
    join public.spaces room on room.id = a.space_id and room.deleted_at is null
    join public.seats s on s.space_id = a.space_id and (s.audience_id is null or s.audience_id = a.id)
    left join public.circles c on c.id = s.circle_id
    left join public.circle_members m on m.circle_id = s.circle_id
    where a.id = asked
    window mine as (partition by coalesce(s.person_id, m.person_id))
  ) held
  join public.people p on p.id = held.person_id and p.dismissed_at is null
  cross join lateral (
    select case when held.elsewhere is null or p.kind = 'employee' then 4 else access.carried(held.elsewhere, p.id, asked) end as carries
  ) far
  left join public.tools t on t.space_id = held.space_id and t.tool = in_tool
  where (p.kind = 'employee' or (not held.whole and held.external_since is not null and held.audience_kind not in ('team', 'staff')
      and not exists (select from public.lapses l where l.person_id = p.id and l.space_id = held.space_id)
      and case when held.group_room or held.owner_id = p.id then true else access.is_in_a_group(p.id) end))
    and far.carries > 0
    and (t.tool is null or (t.off_at is null and access.lets(t.viewers, held.owner, held.keeper, p.kind = 'employee')))
  order by held.person_id, least(held.level, far.carries) desc, held.because;
end
$$;

-- The same for somebody who reads the audience themselves; to others nothing, as if it did not exist.
create or replace function access.readers_for_me(asked uuid, in_tool text) returns table (person_id uuid, level int, because text)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (
    select from public.audiences a
    where a.id = asked and (a.space_id = any (access.my_spaces(1)) or a.id = any (access.my_audiences(1)))
      and (in_tool is null or not (array[a.space_id, a.id] && access.my_shut(in_tool, 'view')))
  ) then
    return;
  end if;
  return query select * from access.readers(asked, in_tool);
end
$$;

-- Which of `people` may read an audience now, or what stands there in a tool: what live delivery asks, without listing 50 000 others. A space as a whole
-- and one audience of it have few seats: those are read first, and then of the people whom they seat. From the side of the people it took 50 times as long (docs/speed.md).
drop function if exists access.readers_among(uuid, uuid[]);
create or replace function access.readers_among(asked uuid, people uuid[], in_tool text) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  place record;
begin
  select a.space_id, room.owner_id, room.kind = 'group' as is_group, room.external_since is not null and a.kind not in ('team', 'staff') as lets_in_externals
  into place
  from public.audiences a join public.spaces room on room.id = a.space_id and room.deleted_at is null where a.id = asked;
  if not found then
    return;
  end if;
  return query
  with seat as materialized (
    select s.person_id, s.circle_id, false as whole from public.seats s where s.space_id = place.space_id and s.audience_id = asked
    union all
    select s.person_id, s.circle_id, true from public.seats s where s.space_id = place.space_id and s.audience_id is null
  ), held as (
    select s.person_id, s.circle_id, s.whole from seat s where s.person_id in (select unnest(people))
    union all
    select m.person_id, s.circle_id, s.whole from seat s
    join public.circle_members m on m.circle_id = s.circle_id and m.person_id = any (people)
  )
  select distinct p.id from held
  join public.people p on p.id = held.person_id and p.dismissed_at is null
  where (p.kind = 'employee' or (place.lets_in_externals and not held.whole
      and not exists (select from public.lapses l where l.person_id = p.id and l.space_id = place.space_id)
      and case when place.is_group or place.owner_id = p.id then true else access.is_in_a_group(p.id) end
      and case when held.circle_id is null then true
        when exists (select from public.circles c where c.id = held.circle_id and c.space_id = place.space_id) then true
        else access.carried(held.circle_id, p.id, asked) > 0 end))
    and not exists (
      select from public.tools t
      left join lateral (
        select bool_or(s.because = 'owner') as owner, bool_or(true) as keeper from public.seats s
        where s.person_id = p.id and s.space_id = place.space_id and s.because in ('owner', 'moderator')
          and case when p.kind = 'employee' then s.audience_id is null else s.audience_id = asked end
      ) kept on true
      where t.space_id = place.space_id and t.tool = in_tool
        and (t.off_at is not null or not access.lets(t.viewers, coalesce(kept.owner, false), coalesce(kept.keeper, false), p.kind = 'employee'))
    );
end
$$;

-- The same for somebody who reads the audience themselves: whom of those they mention it will reach.
create or replace function access.readers_among_for_me(asked uuid, people uuid[], in_tool text) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (
    select from public.audiences a
    where a.id = asked and (a.space_id = any (access.my_spaces(1)) or a.id = any (access.my_audiences(1)))
      and (in_tool is null or not (array[a.space_id, a.id] && access.my_shut(in_tool, 'view')))
  ) then
    return query select access.readers_among(asked, people, in_tool);
  end if;
end
$$;

-- What of a text is searched for. People are mentioned by their ids there and found by none; signs part words, and ё is е. As it stands (any language, by how
-- a word begins), and without endings in English and Russian; for Polish PostgreSQL brings none. What stands in tables and indexes was made by these: whoever
-- changes one of them makes those anew in a migration.
create or replace function access.plain_words(said text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return translate(regexp_replace(regexp_replace(lower(said), '@\[[0-9a-f-]{36}\]', ' ', 'g'), '[][:space:]!-/:-@\\^_`{-~«»„“”‘’…–—·•\u00a0\u200b[]+', ' ', 'g'), 'ё', 'е');
end
$$;

create or replace function access.words_of(said text) returns tsvector
language plpgsql immutable set search_path = '' as $$
declare
  plain text := access.plain_words(said);
begin
  return to_tsvector('pg_catalog.simple', plain) || to_tsvector('pg_catalog.russian', plain);
end
$$;

-- A word without its ending; null for one that says nothing by itself.
create or replace function access.stem_of(word text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return (ts_lexize(case when word ~ '^[a-z]+$' then 'pg_catalog.english_stem' else 'pg_catalog.russian_stem' end::regdictionary, word))[1];
end
$$;

-- What a text must have for some words: each of them by how it begins, or by its stem; all of them, or with '|' any. Before each stands the key of a shelf, or ''.
create or replace function access.asked_words(words text[], key text, joined text) returns tsquery
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select string_agg('(' || quote_literal(key || word) || ':*' || coalesce('|' || quote_literal(key || access.stem_of(word)), '') || ')', joined)
    from unnest(words) word
  )::tsquery;
end
$$;

-- A short name for a space or an audience. Two that share one cost a look and show nothing.
create or replace function access.shelf_key(place uuid) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return right(place::text, 10);
end
$$;

create or replace function access.shelf_words(space_id uuid, audience_id uuid, words tsvector) returns tsvector
language plpgsql immutable set search_path = '' as $$
begin
  return array_to_tsvector(array(
    select shelf.key || word from unnest(tsvector_to_array(words)) word,
      unnest(array[access.shelf_key(space_id), access.shelf_key(audience_id)]) shelf(key)
    -- What is longer is no word, and with a key it would be too long for PostgreSQL.
    where octet_length(word) <= 400
  ));
end
$$;

-- The newest rows of a table of words in which all that is asked stands, on the shelves of the person asking: ids, which are then read under the rules. "@@" is
-- not leakproof, so that no index of words is used under them (docs/speed.md). First the newest of each shelf are looked at, which finds what stands
-- often; only if those are not enough the index of words, by the keys of these shelves: what stands on others costs no time either, and so cannot be told by it.
-- With "rooms" only on the shelves of these spaces, and of these audiences wherever they are: what is addressed to a group together with others.
create or replace function access.found_words(at text, in_tool text, asked text[], before uuid, rooms uuid[], by uuid, most int, at_hand int) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  shut uuid[] := access.my_shut(in_tool, 'view');
  spaces uuid[] := array(select unnest(access.my_spaces(1)) except select unnest(shut));
  audiences uuid[] := array(select unnest(access.my_audiences(1)) except select unnest(shut));
  each int;
  found uuid[];
  cut_at text;
begin
  if rooms is not null then
    spaces := array(select unnest(spaces) intersect select unnest(rooms));
    audiences := array(
      select mine.key from unnest(audiences) mine(key)
      where mine.key = any (rooms) or (select a.space_id from public.audiences a where a.id = mine.key) = any (rooms)
    );
  end if;
  -- So many rows of each, of "at_hand" in all.
  each := greatest(1, at_hand / greatest(1, cardinality(spaces) + cardinality(audiences)));
  execute format($walk$
    with walked as materialized (
      select shelf.key, newest.id, newest.hit from unnest($1) shelf(key) cross join lateral (
        select w.id, w.words @@ $3 and ($4 is null or w.author_id = $4) as hit from public.%1$I w
        where w.space_id = shelf.key and w.id < $5 order by w.id desc limit $6) newest
      union all
      select shelf.key, newest.id, newest.hit from unnest($2) shelf(key) cross join lateral (
        select w.id, w.words @@ $3 and ($4 is null or w.author_id = $4) as hit from public.%1$I w
        where w.audience_id = shelf.key and w.id < $5 order by w.id desc limit $6) newest
    ), cut as materialized (
      select max(shelf.last) as at from (select min(id::text) as last from walked group by key having count(*) >= $6) shelf
    )
    select array(select id from walked where hit and (cut.at is null or id >= cut.at::uuid) order by id desc limit $7), cut.at from cut
  $walk$, at) into found, cut_at using spaces, audiences, access.asked_words(asked, '', '&'), by, before, each, most;
  if cut_at is null or cardinality(found) >= most then
    return found;
  end if;
  execute format($look$
    select array(
      select x.id from (
        select look.id from unnest($1) shelf(key) cross join lateral (
          select w.id, w.space_id, w.author_id from public.%1$I w
          where access.shelf_words(w.space_id, w.audience_id, w.words) @@ access.asked_words($3, access.shelf_key(shelf.key), '&') offset 0) look
        where look.space_id = shelf.key and look.id < $5 and ($4 is null or look.author_id = $4)
        union all
        select look.id from unnest($2) shelf(key) cross join lateral (
          select w.id, w.audience_id, w.author_id from public.%1$I w
          where access.shelf_words(w.space_id, w.audience_id, w.words) @@ access.asked_words($3, access.shelf_key(shelf.key), '&') offset 0) look
        where look.audience_id = shelf.key and look.id < $5 and ($4 is null or look.author_id = $4)
      ) x order by x.id desc limit $6)
  $look$, at) into found using spaces, audiences, asked, by, before, most;
  return found;
end
$$;

-- Whether the licence has a place for one more of this kind. An answer without a figure: whoever may invite hears no more than that.
create or replace function access.licence_allows(kind text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  most_people int;
  counting text;
  most_externals int;
begin
  select l.most_people, l.externals, l.most_externals into most_people, counting, most_externals from public.licence l;
  if kind = 'external' and counting = 'capped' then
    return (select count(*) from public.people p where p.kind = 'external' and p.dismissed_at is null) < most_externals;
  elsif most_people is null or (kind = 'external' and counting = 'free') then
    return true;
  end if;
  return (select count(*) from public.people p where p.dismissed_at is null and (p.kind = 'employee' or counting = 'counted')) < most_people;
end
$$;

-- The ceiling, said by the tables themselves: no seat in a whole space for an external or for a circle that admits externals, and nobody
-- becomes an external while they hold one. "for share" waits for whoever is being moved at this moment, so that the answer is about afterwards.
create or replace function access.hold_the_ceiling() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'seats' then
    if new.audience_id is null then
      perform from public.people p where p.id = new.person_id for share;
      if exists (select from public.people p where p.id = new.person_id and p.kind = 'external')
        or exists (select from public.circles c where c.id = new.circle_id and c.admits <> 'employees')
      then
        raise exception 'an external never sits in a whole space' using errcode = '42501';
      end if;
    end if;
  elsif tg_table_name = 'circle_members' then
    if exists (select from public.circles c where c.id = new.circle_id and c.admits = 'employees') then
      perform from public.people p where p.id = new.person_id for share;
      if exists (select from public.people p where p.id = new.person_id and p.kind <> 'employee') then
        raise exception 'this circle admits employees only' using errcode = '42501';
      end if;
    end if;
  elsif tg_table_name = 'people' then
    if new.kind = 'external' and (
      exists (select from public.seats s where s.person_id = new.id and s.audience_id is null)
      or exists (
        select from public.circle_members m join public.circles c on c.id = m.circle_id
        where m.person_id = new.id and c.admits = 'employees'
      )
    ) then
      raise exception 'nobody becomes external with what only employees hold' using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;

-- Whoever is of a company carries its name: whoever sees a person sees what their company is called, and to look that up under the rules of companies
-- is what naming a page of people from outside cost most (docs/speed.md). Of a company that is renamed the foreign key tells its people.
create or replace function access.carry_the_company() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.company := (select name from public.companies where id = new.company_id);
  return new;
end
$$;

-- One names only whom one sees: else a foreign key would tell who exists. The argument is the column. Not a policy: one for appearances would
-- be asked by that of people, which asks appearances; and one for updating would be asked of names that stand there already and were not touched.
-- Runs as whoever writes, so that the rules of people hold.
create or replace function access.only_whom_one_sees() returns trigger
language plpgsql set search_path = '' as $$
declare
  named uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if tg_op = 'UPDATE' and named is not distinct from (to_jsonb(old) ->> tg_argv[0])::uuid then
    return new;
  end if;
  if named is not null and not exists (select from public.people where id = named) then
    raise exception 'there is no such person' using errcode = '42501';
  end if;
  return new;
end
$$;

-- A row below another of its own table (a reply, a quote) is read by nobody who does not read that one, as `within` of rules.ts says of other
-- tables; and it tells nothing of one that is hidden. The argument is the column. Not a policy: PostgreSQL calls one that asks its own table a circle.
-- Runs as whoever writes, so that the rules hold.
create or replace function access.stands_inside() returns trigger
language plpgsql set search_path = '' as $$
declare
  above uuid := to_jsonb(new) ->> tg_argv[0];
  around uuid;
  inner_kind text := (select kind from public.audiences where id = new.audience_id);
  outer_kind text;
begin
  if above is null then
    return new;
  end if;
  execute format('select audience_id from %I.%I where id = $1', tg_table_schema, tg_table_name) into around using above;
  if around = new.audience_id then
    return new;
  end if;
  outer_kind := (select kind from public.audiences where id = around);
  if outer_kind <> 'team' and (inner_kind = 'team' or (inner_kind = 'lane' and outer_kind <> 'lane')
    -- A company and one of its people, where that was changed: only if the one who reads the row is among the others.
    or (inner_kind = 'lane' and not exists (
      select r.person_id from access.readers_for_me(new.audience_id, null) r
      except select r.person_id from access.readers_for_me(around, null) r
    )))
  then
    return new;
  end if;
  raise exception 'it would be read by more people than what it is below' using errcode = '42501';
end
$$;

-- What stood at posts and comments that are gone. The content of the files is taken off the disk by a job.
create or replace function access.forget_attachments() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.attachments a using gone where a.thing_id = gone.id;
  return null;
end
$$;

-- The people of each department, and of each with all below it, as circles: what is said to a department is read by whoever is in it now. One that is
-- removed leaves its circles as they were, and what was said to it to those who read it. Brought up to date for one person, or with null for all.
create or replace function access.keep_departments(asked uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if asked is null then
    insert into public.circles (name, admits)
    select kind.name || d.id, 'employees' from public.departments d cross join (values ('department '), ('departments from ')) kind(name)
    where not exists (select from public.circles c where c.space_id is null and c.name = kind.name || d.id);
  end if;
  with recursive up as (
    select e.person_id, d.id, d.parent_id, 'department ' as kind from public.employments e
    join public.departments d on d.id = e.department_id
    join public.people p on p.id = e.person_id and p.kind = 'employee'
    where asked is null or e.person_id = asked
    union
    select up.person_id, d.id, d.parent_id, 'departments from ' from up join public.departments d on d.id = case up.kind when 'department ' then up.id else up.parent_id end
  ), wanted as materialized (
    select c.id as circle_id, up.person_id from up join public.circles c on c.space_id is null and c.name = up.kind || up.id
  ), gone as (
    delete from public.circle_members m using public.circles c
    where c.id = m.circle_id and c.space_id is null and c.name like 'department%' and (asked is null or m.person_id = asked)
      and exists (select from public.departments d where c.name in ('department ' || d.id, 'departments from ' || d.id))
      and not exists (select from wanted w where w.circle_id = m.circle_id and w.person_id = m.person_id)
  )
  insert into public.circle_members (circle_id, person_id)
  select w.circle_id, w.person_id from wanted w
  where not exists (select from public.circle_members m where m.circle_id = w.circle_id and m.person_id = w.person_id)
  on conflict do nothing;
end
$$;

create or replace function access.departments_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'employments' then
    perform access.keep_departments(coalesce(new.person_id, old.person_id));
  else
    perform access.keep_departments(null);
  end if;
  return null;
end
$$;

-- Whoever gains or loses a seat hears of it: '+' or '-' and the person, or the sign alone when it touches too many to name.
create or replace function access.tell_access_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- A lapse that is written takes away; one that is taken back gives.
  lost boolean := (tg_op <> 'INSERT') <> (tg_table_name = 'lapses');
  touched uuid[];
  room uuid;
begin
  -- A page of the past seats those again who read it until now, and nobody else (docs/decisions/0011-lanes.md). They gain nothing, and a signal would
  -- tell people who are kept apart that somebody has come. Only what is gained is ever kept silent: whoever loses something hears of it.
  if tg_op = 'INSERT' and tg_table_name in ('seats', 'circle_members') then
    if exists (select from public.circles c where c.id = new.circle_id and c.space_id is not null and c.name like 'past %') then
      return null;
    end if;
  end if;
  -- Where a space is being removed everybody heard it at once, and its seats count no more.
  if tg_table_name = 'seats' then
    room := coalesce(new.space_id, old.space_id);
  elsif tg_table_name = 'tools' then
    -- Whoever is let in now need not be whoever was, so that only opening a tool to all takes it away from nobody.
    room := coalesce(new.space_id, old.space_id);
    lost := coalesce(new.off_at is not null or new.viewers <> 'members', false)
      and (new.off_at is not null, new.viewers) is distinct from (old.off_at is not null, coalesce(old.viewers, 'members'));
  elsif tg_table_name = 'circle_members' then
    room := (select c.space_id from public.circles c where c.id = coalesce(new.circle_id, old.circle_id));
  end if;
  if room is not null and exists (select from public.spaces s where s.id = room and s.deleted_at is not null) then
    return null;
  end if;
  -- Where something is addressed to many there is nothing yet when they get their seats; what comes then tells of itself.
  if not lost and tg_table_name = 'seats' and exists (select from public.spaces s where s.id = room and s.kind = 'portal') then
    return null;
  end if;
  if tg_table_name = 'people' then
    touched := array[new.id];
  elsif tg_table_name in ('circle_members', 'lapses') then
    touched := array[coalesce(new.person_id, old.person_id)];
  elsif tg_table_name = 'seats' then
    touched := array(
      select coalesce(new.person_id, old.person_id) where coalesce(new.person_id, old.person_id) is not null
      union
      select m.person_id from public.circle_members m where m.circle_id = coalesce(new.circle_id, old.circle_id)
      limit 501
    );
  elsif tg_table_name = 'spaces' then
    room := new.id;
  end if;
  if tg_table_name in ('spaces', 'tools') then
    touched := array(
      select s.person_id from public.seats s where s.space_id = room and s.person_id is not null
      union
      select m.person_id from public.circles c join public.circle_members m on m.circle_id = c.id where c.space_id = room
      limit 501
    );
  end if;
  if cardinality(touched) > 500 then
    perform pg_notify('loggia_access', case when lost then '-' else '+' end);
  else
    perform pg_notify('loggia_access', case when lost then '-' else '+' end || person::text) from unnest(touched) person;
  end if;
  return null;
end
$$;

-- A session that ends tells which person it was, so that its sockets are looked at again.
create or replace function access.tell_session_ended() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('loggia_access', '-' || old.person_id::text);
  return null;
end
$$;

-- New rules of signing in may hold anybody back: every socket is looked at again.
create or replace function access.tell_sign_in_rules_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('loggia_access', '-');
  return null;
end
$$;

revoke execute on all functions in schema access from public;
grant execute on function access.me(), access.i_am_employee(), access.i_am_administrator(), access.my_spaces(int), access.my_audiences(int),
  access.my_archived_spaces(), access.my_tools(), access.my_shut(text, text), access.my_shut_marks(), access.tool_mark(text, uuid), access.my_owned_spaces(), access.my_own_space(), access.i_wait_in_the_lobby(), access.my_companies(), access.present_who_see_me(), access.met_beside_me(uuid[]), access.open_group_space(boolean), access.readers_for_me(uuid, text), access.readers_among_for_me(uuid, uuid[], text), access.licence_allows(text), access.plain_words(text), access.words_of(text), access.stem_of(text), access.asked_words(text[], text, text), access.found_words(text, text, text[], uuid, uuid[], uuid, int, int), access.only_whom_one_sees(), access.stands_inside() to loggia_app;
