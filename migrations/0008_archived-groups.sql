CREATE TABLE "group_deletions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"going_id" uuid NOT NULL,
	"name" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"total" integer,
	"removed" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "group_deletions_group_id_unique" UNIQUE("group_id")
);
--> statement-breakpoint
ALTER TABLE "group_deletions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "groups_found";--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "archived_by" uuid;--> statement-breakpoint
ALTER TABLE "group_deletions" ADD CONSTRAINT "group_deletions_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_deletions_space_id_id_index" ON "group_deletions" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "group_deletions_audience_id_id_index" ON "group_deletions" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_archived_by_people_id_fk" FOREIGN KEY ("archived_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spaces_archived" ON "spaces" USING btree ("id","deleted_at") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "groups_found" ON "groups" USING btree ("id") WHERE visibility <> 'secret' and external_since is null and archived_at is null;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "what is removed was archived" CHECK ("spaces"."deleted_at" is null or "spaces"."archived_at" is not null);--> statement-breakpoint
CREATE POLICY "never for externals" ON "group_deletions" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "group_deletions" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "group_deletions"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "group_deletions"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
ALTER POLICY "told by who did it, in an audience of theirs" ON "events" TO loggia_app WITH CHECK (case when "events"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "events"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end and "events"."actor_id" = (select access.me()) and "events"."space_id" not in (select unnest((select access.my_archived_spaces())::uuid[])));--> statement-breakpoint
ALTER POLICY "open and closed ones are found by employees" ON "groups" TO loggia_app USING ("groups"."visibility" <> 'secret' and "groups"."external_since" is null and "groups"."archived_at" is null and (select access.i_am_employee()));