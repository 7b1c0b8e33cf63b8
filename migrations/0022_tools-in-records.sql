ALTER TABLE "exports" ADD COLUMN "tools" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- What was made before a tool could be shut holds of all of them.
UPDATE "exports" SET "tools" = array(SELECT access.tool_mark(tool, place) FROM unnest("sight") place, unnest(array['feed', 'tasks']) tool);--> statement-breakpoint
ALTER POLICY "seen by whom it is for, while they see all that is in it" ON "exports" TO loggia_app USING (case when "exports"."reader_id" = (select access.me()) and case when "exports"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "exports"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end
        and "exports"."sight" <@ ((select access.my_spaces(1))::uuid[] || (select access.my_audiences(1))::uuid[])
        and not "exports"."tools" && ((select access.my_shut_marks())::uuid[])
        then "exports"."asked_by" <> "exports"."reader_id" or "exports"."group_id" is null
          or exists (select 1 from members m where m.group_id = "exports"."group_id" and m.person_id = (select access.me()) and (m.role = 'owner' or (select access.i_am_administrator())))
        else false end);