CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invited_by" uuid,
	"access_until" timestamp with time zone,
	"group_name" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "invitations_group_id_index";--> statement-breakpoint
DROP INDEX "one open invitation into a group";--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "who_invites" text DEFAULT 'keepers' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "role" text DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "access_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "through_lobby" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_group_id_space_id_groups_id_space_id_fk" FOREIGN KEY ("group_id","space_id") REFERENCES "public"."groups"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_space_id_id_index" ON "requests" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "requests_audience_id_id_index" ON "requests" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "one pending request into a group" ON "requests" USING btree ("group_id","person_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "requests_person_id_index" ON "requests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invitations_group_id_invited_by_index" ON "invitations" USING btree ("group_id","invited_by");--> statement-breakpoint
CREATE UNIQUE INDEX "one open invitation into a group" ON "invitations" USING btree ("group_id","email","invited_by") WHERE group_id is not null and accepted_at is null and withdrawn_at is null;--> statement-breakpoint
DROP POLICY "never for externals" ON "invitations" CASCADE;--> statement-breakpoint
DROP POLICY "added by owner and moderators, into groups open to externals" ON "invitations" CASCADE;--> statement-breakpoint
DROP POLICY "sent anew and taken back by owner and moderators" ON "invitations" CASCADE;--> statement-breakpoint
CREATE POLICY "seen by whoever sent it, as long as they see the group" ON "invitations" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("invitations"."invited_by" = (select access.me()) and exists (select 1 from groups g where g.id = "invitations"."group_id"));--> statement-breakpoint
CREATE POLICY "added by members who work here, into groups open to externals" ON "invitations" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_employee()) and case when "invitations"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "invitations"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end and "invitations"."space_id" not in (select unnest((select access.my_archived_spaces())::uuid[])) and "invitations"."invited_by" = (select access.me()) and exists (select 1 from groups g where g.id = "invitations"."group_id" and g.space_id = "invitations"."space_id" and g.external_since is not null) and ("invitations"."space_id" = any ((select access.my_spaces(4))::uuid[]) or "invitations"."role" = 'member' and ("invitations"."through_lobby" or exists (select 1 from groups g where g.id = "invitations"."group_id" and g.who_invites = 'members'))));--> statement-breakpoint
CREATE POLICY "changed by owner and moderators, and by whoever sent it" ON "invitations" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("invitations"."group_id" is not null and (select access.i_am_employee()) and "invitations"."space_id" not in (select unnest((select access.my_archived_spaces())::uuid[])) and case when "invitations"."space_id" = any ((select access.my_spaces(4))::uuid[]) then true else "invitations"."role" = 'member' and "invitations"."invited_by" = (select access.me()) and exists (select 1 from groups g where g.id = "invitations"."group_id") end) WITH CHECK ("invitations"."group_id" is not null and (select access.i_am_employee()) and "invitations"."space_id" not in (select unnest((select access.my_archived_spaces())::uuid[])) and case when "invitations"."space_id" = any ((select access.my_spaces(4))::uuid[]) then true else "invitations"."role" = 'member' and "invitations"."invited_by" = (select access.me()) and exists (select 1 from groups g where g.id = "invitations"."group_id") end);--> statement-breakpoint
CREATE POLICY "never for externals" ON "requests" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by the team" ON "requests" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "requests"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "requests"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by whoever asked" ON "requests" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("requests"."person_id" = (select access.me()));--> statement-breakpoint
ALTER POLICY "seen by the team" ON "invitations" TO loggia_app USING ((select access.i_am_employee()) and case when "invitations"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "invitations"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);