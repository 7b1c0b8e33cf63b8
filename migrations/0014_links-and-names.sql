CREATE TABLE "room_links" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "room_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "room_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "one open invitation into a group";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "room_links" ADD CONSTRAINT "room_links_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_links" ADD CONSTRAINT "room_links_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_links" ADD CONSTRAINT "room_links_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_links_space_id_id_index" ON "room_links" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "room_links_audience_id_id_index" ON "room_links" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "one open link of a person into a group" ON "room_links" USING btree ("group_id","made_by") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_link_id_room_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."room_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one open letter of a link to an address" ON "invitations" USING btree ("link_id","email") WHERE link_id is not null and accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "invitations_by_link" ON "invitations" USING btree ("link_id") WHERE link_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one open invitation into a group" ON "invitations" USING btree ("group_id","email","invited_by") WHERE group_id is not null and link_id is null and accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE POLICY "seen by the team" ON "room_links" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_employee()) and case when "room_links"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "room_links"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by whoever made it, as long as they see the group" ON "room_links" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("room_links"."made_by" = (select access.me()) and exists (select 1 from groups g where g.id = "room_links"."group_id"));--> statement-breakpoint
ALTER POLICY "added by members who work here, into groups open to externals" ON "invitations" TO loggia_app WITH CHECK ((select access.i_am_employee()) and case when "invitations"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "invitations"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end and "invitations"."space_id" not in (select unnest((select access.my_archived_spaces())::uuid[])) and "invitations"."invited_by" = (select access.me()) and "invitations"."person_id" is null and "invitations"."link_id" is null and exists (select 1 from groups g where g.id = "invitations"."group_id" and g.space_id = "invitations"."space_id" and g.external_since is not null) and ("invitations"."space_id" = any ((select access.my_spaces(4))::uuid[]) or "invitations"."role" = 'member' and ("invitations"."through_lobby" or exists (select 1 from groups g where g.id = "invitations"."group_id" and g.who_invites = 'members'))));