CREATE TABLE "followings" (
	"person_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"about_kind" text NOT NULL,
	"space_id" uuid NOT NULL,
	"followed_at" timestamp with time zone,
	"muted_at" timestamp with time zone,
	CONSTRAINT "followings_person_id_about_id_pk" PRIMARY KEY("person_id","about_id"),
	CONSTRAINT "followed or muted" CHECK (num_nonnulls("followings"."followed_at", "followings"."muted_at") = 1)
);
--> statement-breakpoint
ALTER TABLE "followings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mute_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"about_kind" text NOT NULL,
	"about_id" uuid,
	"space_id" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mute_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"portal_off_at" timestamp with time zone,
	"letter" text NOT NULL,
	CONSTRAINT "notice_settings_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notice_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"happened" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"about_kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"said_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"in_portal" boolean DEFAULT true NOT NULL,
	"read_at" timestamp with time zone,
	"letter" text,
	"letter_at" timestamp with time zone,
	"letter_done_at" timestamp with time zone,
	CONSTRAINT "a letter has its time" CHECK (("notices"."letter" is null) = ("notices"."letter_at" is null))
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "followings" ADD CONSTRAINT "followings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followings" ADD CONSTRAINT "followings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mute_links" ADD CONSTRAINT "mute_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mute_links" ADD CONSTRAINT "mute_links_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "followings_about_id_index" ON "followings" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "followings_space_id_index" ON "followings" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "mute_links_person_id_index" ON "mute_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mute_links_space_id_index" ON "mute_links" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "notices_space_id_id_index" ON "notices" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notices_audience_id_id_index" ON "notices" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "told once" ON "notices" USING btree ("person_id","event_id");--> statement-breakpoint
CREATE INDEX "notices_person_id_about_id_index" ON "notices" USING btree ("person_id","about_id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id","id" DESC NULLS FIRST) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notices_to_write" ON "notices" USING btree ("person_id","letter_at") WHERE letter_done_at is null and letter is not null;--> statement-breakpoint
CREATE INDEX "notices_at_index" ON "notices" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notices_said_id_index" ON "notices" USING btree ("said_id");--> statement-breakpoint
CREATE POLICY "seen by whose it is" ON "followings" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("followings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "added by oneself, in a space one sees" ON "followings" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("followings"."person_id" = (select access.me()) and exists (select 1 from spaces s where s.id = "followings"."space_id"));--> statement-breakpoint
CREATE POLICY "changed by whose it is" ON "followings" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("followings"."person_id" = (select access.me())) WITH CHECK ("followings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "removed by whose it is" ON "followings" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("followings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by whose it is" ON "notice_settings" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("notice_settings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "added by oneself" ON "notice_settings" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("notice_settings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "changed by whose it is" ON "notice_settings" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("notice_settings"."person_id" = (select access.me())) WITH CHECK ("notice_settings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "where the tool it is about is open" ON "notices" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case "notices"."about_kind" when 'post' then case when (select access.my_shut('feed', 'view')) = '{}' then true when "notices"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "notices"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end when 'task' then case when (select access.my_shut('tasks', 'view')) = '{}' then true when "notices"."space_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) then false else not "notices"."audience_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) end else true end) WITH CHECK (case "notices"."about_kind" when 'post' then case when (select access.my_shut('feed', 'view')) = '{}' then true when "notices"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "notices"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end when 'task' then case when (select access.my_shut('tasks', 'view')) = '{}' then true when "notices"."space_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) then false else not "notices"."audience_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) end else true end);--> statement-breakpoint
CREATE POLICY "seen by whom it tells, as long as they are there" ON "notices" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("notices"."person_id" = (select access.me()) and case when "notices"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "notices"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "marked by whom it tells" ON "notices" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("notices"."person_id" = (select access.me()) and case when "notices"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "notices"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end) WITH CHECK ("notices"."person_id" = (select access.me()) and case when "notices"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "notices"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);