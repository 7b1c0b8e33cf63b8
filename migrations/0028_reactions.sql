CREATE TABLE "emojis" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"text" text,
	"picture" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "an own reaction is an emoji or a picture" CHECK (num_nonnulls("emojis"."text", "emojis"."picture") = 1)
);
--> statement-breakpoint
ALTER TABLE "emojis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reactions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"comment_id" uuid,
	"person_id" uuid NOT NULL,
	"kind" text,
	"emoji_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one of each kind from everybody" UNIQUE NULLS NOT DISTINCT("thread_id","comment_id","person_id","kind","emoji_id"),
	CONSTRAINT "a reaction is of one kind" CHECK (num_nonnulls("reactions"."kind", "reactions"."emoji_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "reactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- What was liked has the first reaction from now on, and what was told of it says so.
INSERT INTO "reactions" ("id", "space_id", "audience_id", "thread_id", "person_id", "kind", "created_at")
  SELECT uuidv7(), l.space_id, l.audience_id, l.post_id, l.person_id, 'like', l.created_at FROM "likes" l JOIN "threads" h ON h.id = l.post_id AND h.space_id = l.space_id ORDER BY l.created_at;--> statement-breakpoint
UPDATE "events" SET "kind" = CASE "kind" WHEN 'feed.liked' THEN 'comments.reacted' ELSE 'comments.reactionTaken' END, "data" = jsonb_build_object('threadId', "about_id", 'commentId', null)
  WHERE "kind" IN ('feed.liked', 'feed.unliked');--> statement-breakpoint
ALTER TABLE "likes" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP POLICY "where what it hangs below is open" ON "likes" CASCADE;--> statement-breakpoint
DROP POLICY "seen by its audience" ON "likes" CASCADE;--> statement-breakpoint
DROP POLICY "added by its audience" ON "likes" CASCADE;--> statement-breakpoint
DROP POLICY "taken back by whoever gave it" ON "likes" CASCADE;--> statement-breakpoint
DROP TABLE "likes" CASCADE;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "a comment knows its thread" UNIQUE("thread_id","id");--> statement-breakpoint
DROP INDEX "comments_thread_id_id_index";--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_emoji_id_emojis_id_fk" FOREIGN KEY ("emoji_id") REFERENCES "public"."emojis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "a reaction stands in the space of its thread" FOREIGN KEY ("thread_id","space_id") REFERENCES "public"."threads"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "a reaction to a comment is below its thread" FOREIGN KEY ("thread_id","comment_id") REFERENCES "public"."comments"("thread_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reactions_comment_id_index" ON "reactions" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "reactions_person_id_id_index" ON "reactions" USING btree ("person_id","id");--> statement-breakpoint
CREATE POLICY "seen by everyone signed in" ON "emojis" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.me()) is not null);--> statement-breakpoint
CREATE POLICY "added by administrators" ON "emojis" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "taken from the choice by administrators" ON "emojis" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "where what it hangs below is open" ON "reactions" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case when (select access.my_shut('', 'view')) = '{}' then true when "reactions"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from threads h where h.id = "reactions"."thread_id") else true end) WITH CHECK (case when (select access.my_shut('', 'view')) = '{}' then true when "reactions"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from threads h where h.id = "reactions"."thread_id") else true end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "reactions" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "reactions"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "reactions"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "reactions" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "reactions"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "reactions"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "reactions"."person_id" = (select access.me()) and exists (select 1 from threads h where h.id = "reactions"."thread_id" and h.space_id = "reactions"."space_id" and case when "reactions"."audience_id" = h.audience_id then true else exists (select 1 from audiences a, audiences o where a.id = "reactions"."audience_id" and o.id = h.audience_id and (a.kind = 'team' or (a.kind = 'lane' and o.kind <> 'team'))) end)
        and ("reactions"."comment_id" is null or exists (select 1 from comments c where c.id = "reactions"."comment_id" and case when "reactions"."audience_id" = c.audience_id then true else exists (select 1 from audiences a, audiences o where a.id = "reactions"."audience_id" and o.id = c.audience_id and (a.kind = 'team' or (a.kind = 'lane' and o.kind <> 'team'))) end))
        and ("reactions"."emoji_id" is null or exists (select 1 from emojis e where e.id = "reactions"."emoji_id" and e.removed_at is null)));--> statement-breakpoint
CREATE POLICY "taken back by whoever gave it" ON "reactions" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("reactions"."person_id" = (select access.me()) and case when "reactions"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "reactions"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end);--> statement-breakpoint
ALTER POLICY "added by its audience" ON "comments" TO loggia_app WITH CHECK (case when "comments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "comments"."author_id" = (select access.me()) and exists (select 1 from threads h where h.id = "comments"."thread_id" and h.space_id = "comments"."space_id" and case when "comments"."audience_id" = h.audience_id then true else exists (select 1 from audiences a, audiences o where a.id = "comments"."audience_id" and o.id = h.audience_id and (a.kind = 'team' or (a.kind = 'lane' and o.kind <> 'team'))) end));