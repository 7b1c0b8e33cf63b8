CREATE TABLE "post_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"said_in_post" uuid,
	"comment_id" uuid,
	"author_id" uuid NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "words are of a post or of a comment" CHECK (num_nonnulls("post_words"."said_in_post", "post_words"."comment_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "post_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "a comment knows where it stands" UNIQUE("id","space_id","audience_id");--> statement-breakpoint
insert into "post_words" ("id", "space_id", "audience_id", "post_id", "said_in_post", "author_id", "words")
select p.id, p.space_id, p.audience_id, p.id, p.id, p.author_id, access.words_of(p.text) from posts p;--> statement-breakpoint
insert into "post_words" ("id", "space_id", "audience_id", "post_id", "comment_id", "author_id", "words")
select c.id, c.space_id, c.audience_id, c.thread_id, c.id, c.author_id, access.words_of(c.text)
from comments c join posts p on p.id = c.thread_id where c.deleted_at is null;--> statement-breakpoint
ALTER TABLE "post_words" ADD CONSTRAINT "post_words_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_words" ADD CONSTRAINT "words stand in the space of their post" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_words" ADD CONSTRAINT "words of a post stand where it stands" FOREIGN KEY ("said_in_post","space_id","audience_id") REFERENCES "public"."posts"("id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "post_words" ADD CONSTRAINT "words of a comment stand where it stands" FOREIGN KEY ("comment_id","space_id","audience_id") REFERENCES "public"."comments"("id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "post_words_space_id_id_index" ON "post_words" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "post_words_audience_id_id_index" ON "post_words" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "post_words_post_id_index" ON "post_words" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "post_words_said_in_post_index" ON "post_words" USING btree ("said_in_post") WHERE said_in_post is not null;--> statement-breakpoint
CREATE INDEX "post_words_comment_id_index" ON "post_words" USING btree ("comment_id") WHERE comment_id is not null;--> statement-breakpoint
CREATE INDEX "post_words_on_shelves" ON "post_words" USING gin (access.shelf_words("space_id", "audience_id", "words")) WITH (fastupdate=false);--> statement-breakpoint
CREATE POLICY "where the feed is open" ON "post_words" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case when (select access.my_shut('feed', 'view')) = '{}' then true when "post_words"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "post_words"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "until their post is deleted" ON "post_words" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING ("post_words"."post_id" not in (select d.post_id from post_deletions d));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "post_words" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "post_words"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "post_words"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);