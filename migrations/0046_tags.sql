CREATE TABLE "post_tags" (
	"post_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"label" text NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "post_tags_post_id_tag_pk" PRIMARY KEY("post_id","tag")
);
--> statement-breakpoint
ALTER TABLE "post_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "post_tags_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "post_tags_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "a tag stands where its post stands, and goes with it" FOREIGN KEY ("post_id","space_id","audience_id") REFERENCES "public"."posts"("id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "post_tags_tag_post_id_index" ON "post_tags" USING btree ("tag","post_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "post_tags_audience_id_tag_post_id_index" ON "post_tags" USING btree ("audience_id","tag","post_id");--> statement-breakpoint
CREATE INDEX "post_tags_audience_id_post_id_index" ON "post_tags" USING btree ("audience_id","post_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "seen where its tool is open" ON "post_tags" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case when (select access.my_shut('feed', 'view')) = '{}' then true when "post_tags"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "post_tags"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added where its tool is open" ON "post_tags" AS RESTRICTIVE FOR INSERT TO "loggia_app" WITH CHECK (case when case when (select access.my_shut('feed', 'add')) = '{}' then true when "post_tags"."space_id" in (select unnest((select access.my_shut('feed', 'add'))::uuid[])) then false else not "post_tags"."audience_id" in (select unnest((select access.my_shut('feed', 'add'))::uuid[])) end then true else case when (select access.my_shut('feed', 'change')) = '{}' then true when "post_tags"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "post_tags"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end end);--> statement-breakpoint
CREATE POLICY "removed where its tool is open" ON "post_tags" AS RESTRICTIVE FOR DELETE TO "loggia_app" USING (case when (select access.my_shut('feed', 'change')) = '{}' then true when "post_tags"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "post_tags"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen with its post" ON "post_tags" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING ("post_tags"."post_id" not in (select d.post_id from post_deletions d));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "post_tags" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "post_tags"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "post_tags"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "post_tags" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "post_tags"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "post_tags"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "post_tags"."author_id" = (select access.me()) and exists (select 1 from posts p where p.id = "post_tags"."post_id" and p.space_id = "post_tags"."space_id" and p.audience_id = "post_tags"."audience_id" and p.author_id = (select access.me())));--> statement-breakpoint
CREATE POLICY "taken off by whoever wrote the post" ON "post_tags" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("post_tags"."author_id" = (select access.me()) and case when "post_tags"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "post_tags"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end);