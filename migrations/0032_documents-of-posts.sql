CREATE TABLE "post_deletions" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "post_deletions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"post_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"document" jsonb,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "post_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "document" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "post_deletions" ADD CONSTRAINT "post_deletions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_deletions" ADD CONSTRAINT "post_deletions_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_deletions" ADD CONSTRAINT "a deletion stands in the space of its post" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "a version stands in the space of its post" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_versions_space_id_id_index" ON "post_versions" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "post_versions_audience_id_id_index" ON "post_versions" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "post_versions_post_id_id_index" ON "post_versions" USING btree ("post_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "seen until it is deleted" ON "posts" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING ("posts"."id" not in (select d.post_id from post_deletions d));--> statement-breakpoint
CREATE POLICY "seen where its tool is open" ON "post_deletions" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case when (select access.my_shut('feed', 'view')) = '{}' then true when "post_deletions"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "post_deletions"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "removed where its tool is open" ON "post_deletions" AS RESTRICTIVE FOR DELETE TO "loggia_app" USING (case when (select access.my_shut('feed', 'change')) = '{}' then true when "post_deletions"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "post_deletions"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "post_deletions" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "post_deletions"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "post_deletions"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "taken back by whoever did it" ON "post_deletions" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("post_deletions"."person_id" = (select access.me()) and case when "post_deletions"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "post_deletions"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "where what it hangs below is open" ON "post_versions" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case when (select access.my_shut('', 'view')) = '{}' then true when "post_versions"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from posts p where p.id = "post_versions"."post_id") else true end) WITH CHECK (case when (select access.my_shut('', 'view')) = '{}' then true when "post_versions"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from posts p where p.id = "post_versions"."post_id") else true end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "post_versions" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "post_versions"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "post_versions"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "post_versions" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "post_versions"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "post_versions"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "post_versions"."author_id" = (select access.me()) and exists (select 1 from posts p where p.id = "post_versions"."post_id" and p.space_id = "post_versions"."space_id" and p.audience_id = "post_versions"."audience_id" and p.author_id = (select access.me())));