CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"thing_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"author_id" uuid NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"placed_at" timestamp with time zone,
	CONSTRAINT "an upload knows its author" UNIQUE("id","author_id"),
	CONSTRAINT "a picture has two sides" CHECK (("uploads"."width" is null) = ("uploads"."height" is null))
);
--> statement-breakpoint
ALTER TABLE "uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "post_versions" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "what is attached was added by whoever attaches it" FOREIGN KEY ("id","author_id") REFERENCES "public"."uploads"("id","author_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_space_id_id_index" ON "attachments" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "attachments_audience_id_id_index" ON "attachments" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "attachments_thing_id_index" ON "attachments" USING btree ("thing_id");--> statement-breakpoint
CREATE INDEX "uploads_author_id_index" ON "uploads" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "uploads_created_at_index" ON "uploads" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "seen with what it is attached to" ON "attachments" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case "attachments"."kind" when 'post' then exists (select 1 from posts p where p.id = "attachments"."thing_id") when 'comment' then exists (select 1 from comments c where c.id = "attachments"."thing_id" and c.deleted_at is null) else false end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "attachments" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "attachments"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "attachments"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "attachments" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "attachments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "attachments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "attachments"."author_id" = (select access.me()) and case "attachments"."kind" when 'post' then exists (select 1 from posts p where p.id = "attachments"."thing_id" and p.author_id = (select access.me()) and p.space_id = "attachments"."space_id" and p.audience_id = "attachments"."audience_id") when 'comment' then exists (select 1 from comments c where c.id = "attachments"."thing_id" and c.deleted_at is null and c.author_id = (select access.me()) and c.space_id = "attachments"."space_id" and c.audience_id = "attachments"."audience_id") else false end);--> statement-breakpoint
CREATE POLICY "seen by whoever added it, then where it stands" ON "uploads" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "uploads"."placed_at" is null then "uploads"."author_id" = (select access.me()) else exists (select 1 from attachments a where a.id = "uploads"."id") end);--> statement-breakpoint
CREATE POLICY "added by oneself" ON "uploads" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("uploads"."author_id" = (select access.me()) and "uploads"."placed_at" is null);--> statement-breakpoint
CREATE POLICY "sent by whoever added it" ON "uploads" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("uploads"."author_id" = (select access.me()) and "uploads"."placed_at" is null) WITH CHECK ("uploads"."author_id" = (select access.me()) and "uploads"."placed_at" is not null);--> statement-breakpoint
CREATE POLICY "thrown away by whoever added it" ON "uploads" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("uploads"."author_id" = (select access.me()) and "uploads"."placed_at" is null);