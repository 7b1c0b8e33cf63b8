CREATE TABLE "comment_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deleted_comments" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deleted_comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "quoted_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deleted_comments" ADD CONSTRAINT "deleted_comments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_versions_comment_id_id_index" ON "comment_versions" USING btree ("comment_id","id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_deleted_by_people_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "a reply is below a comment of its thread" FOREIGN KEY ("thread_id","parent_id") REFERENCES "public"."comments"("thread_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "a quote is of a comment of its thread" FOREIGN KEY ("thread_id","quoted_id") REFERENCES "public"."comments"("thread_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_parent_id_id_index" ON "comments" USING btree ("parent_id","id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "comments_quoted_id_index" ON "comments" USING btree ("quoted_id") WHERE quoted_id is not null;--> statement-breakpoint
DROP POLICY "removed by its audience" ON "comments" CASCADE;--> statement-breakpoint
CREATE POLICY "edited and taken away by whoever wrote it" ON "comments" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("comments"."author_id" = (select access.me()) and case when "comments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end) WITH CHECK ("comments"."author_id" = (select access.me()) and case when "comments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "taken away by whoever keeps the group" ON "comments" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING (case when "comments"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end) WITH CHECK (case when "comments"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end and "comments"."text" = '' and "comments"."deleted_by" = (select access.me()));--> statement-breakpoint
CREATE POLICY "only with its comment" ON "comment_versions" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (exists (select 1 from comments c where c.id = "comment_versions"."comment_id" and c.deleted_at is null));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "comment_versions" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "comment_versions"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "comment_versions"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "comment_versions" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "comment_versions"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comment_versions"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "comment_versions"."author_id" = (select access.me()) and exists (select 1 from comments c where c.id = "comment_versions"."comment_id" and c.author_id = (select access.me()) and c.space_id = "comment_versions"."space_id" and c.audience_id = "comment_versions"."audience_id"));--> statement-breakpoint
CREATE POLICY "kept by whoever takes it away" ON "deleted_comments" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (exists (select 1 from comments c where c.id = "deleted_comments"."comment_id" and c.deleted_by = (select access.me())));