CREATE TABLE "favourites" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "favourites_person_id_post_id_pk" PRIMARY KEY("person_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "favourites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feed_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"tasks_hidden_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "feed_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pins" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"pinned_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "read_marks" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"up_to" uuid NOT NULL,
	CONSTRAINT "read_marks_person_id_space_id_pk" PRIMARY KEY("person_id","space_id")
);
--> statement-breakpoint
ALTER TABLE "read_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "read_posts" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"up_to" uuid NOT NULL,
	CONSTRAINT "read_posts_person_id_post_id_pk" PRIMARY KEY("person_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "read_posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "a post knows where it stands" UNIQUE("id","space_id","audience_id");--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "a favourite stands in the space of its post" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_settings" ADD CONSTRAINT "feed_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_pinned_by_people_id_fk" FOREIGN KEY ("pinned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "a pin stands where its post stands, and goes with it" FOREIGN KEY ("post_id","space_id","audience_id") REFERENCES "public"."posts"("id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_posts" ADD CONSTRAINT "read_posts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_posts" ADD CONSTRAINT "a post is read in its space" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "favourites_post_id_index" ON "favourites" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "favourites_space_id_index" ON "favourites" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "pins_space_id_index" ON "pins" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "pins_audience_id_index" ON "pins" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "read_marks_space_id_index" ON "read_marks" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "read_posts_post_id_index" ON "read_posts" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "read_posts_space_id_index" ON "read_posts" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "posts_author_id_id_index" ON "posts" USING btree ("author_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activities_of_post_whole" ON "activities" USING btree ("post_id") WHERE whole;--> statement-breakpoint
CREATE POLICY "seen by whoever keeps it" ON "favourites" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("favourites"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "kept of posts that one reads" ON "favourites" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("favourites"."person_id" = (select access.me()) and exists (select 1 from posts p where p.id = "favourites"."post_id" and p.space_id = "favourites"."space_id"));--> statement-breakpoint
CREATE POLICY "given up by whoever keeps it" ON "favourites" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("favourites"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by the person" ON "feed_settings" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("feed_settings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "set by the person" ON "feed_settings" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("feed_settings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "set anew by the person" ON "feed_settings" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("feed_settings"."person_id" = (select access.me())) WITH CHECK ("feed_settings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen where its tool is open" ON "pins" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case when (select access.my_shut('feed', 'view')) = '{}' then true when "pins"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "pins"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added where its tool is open" ON "pins" AS RESTRICTIVE FOR INSERT TO "loggia_app" WITH CHECK (case when (select access.my_shut('feed', 'add')) = '{}' then true when "pins"."space_id" in (select unnest((select access.my_shut('feed', 'add'))::uuid[])) then false else not "pins"."audience_id" in (select unnest((select access.my_shut('feed', 'add'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "changed where its tool is open" ON "pins" AS RESTRICTIVE FOR UPDATE TO "loggia_app" USING (case when (select access.my_shut('feed', 'change')) = '{}' then true when "pins"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "pins"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end) WITH CHECK (case when (select access.my_shut('feed', 'view')) = '{}' then true when "pins"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "pins"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "removed where its tool is open" ON "pins" AS RESTRICTIVE FOR DELETE TO "loggia_app" USING (case when (select access.my_shut('feed', 'change')) = '{}' then true when "pins"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "pins"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "pins" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "pins"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "pins"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "pins" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "pins"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "pins"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end and "pins"."pinned_by" = (select access.me()) and exists (select 1 from posts p where p.id = "pins"."post_id" and p.space_id = "pins"."space_id" and p.audience_id = "pins"."audience_id"));--> statement-breakpoint
CREATE POLICY "removed by its audience" ON "pins" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "pins"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "pins"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by whoever reads" ON "read_marks" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("read_marks"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "set in groups that one is in" ON "read_marks" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("read_marks"."person_id" = (select access.me()) and exists (select 1 from members m where m.space_id = "read_marks"."space_id" and m.person_id = (select access.me())));--> statement-breakpoint
CREATE POLICY "moved by whoever reads" ON "read_marks" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("read_marks"."person_id" = (select access.me())) WITH CHECK ("read_marks"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "forgotten by whoever reads" ON "read_marks" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("read_marks"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by whoever keeps it" ON "read_posts" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("read_posts"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "kept of posts that one reads" ON "read_posts" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("read_posts"."person_id" = (select access.me()) and exists (select 1 from posts p where p.id = "read_posts"."post_id" and p.space_id = "read_posts"."space_id"));--> statement-breakpoint
CREATE POLICY "given up by whoever keeps it" ON "read_posts" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("read_posts"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "read again by whoever reads" ON "read_posts" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("read_posts"."person_id" = (select access.me())) WITH CHECK ("read_posts"."person_id" = (select access.me()));--> statement-breakpoint
-- Nobody is told that all of the past is unread.
INSERT INTO read_marks (person_id, space_id, up_to) SELECT person_id, space_id, uuidv7() FROM members;
