ALTER TABLE "events" ADD CONSTRAINT "an event knows where it stands" UNIQUE("id","space_id","audience_id");--> statement-breakpoint
CREATE TABLE "activities" (
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"post_id" uuid,
	"event_id" uuid,
	"kind" text,
	"thing_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"rose" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"whole" boolean NOT NULL,
	"part" boolean NOT NULL,
	CONSTRAINT "an activity is of a post or of an event" CHECK (num_nonnulls("activities"."post_id", "activities"."event_id") = 1),
	CONSTRAINT "an activity stands on a shelf" CHECK ("activities"."whole" or "activities"."part")
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "an activity stands in the space of its post" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "an entry stands where its event stands, and goes with it" FOREIGN KEY ("event_id","space_id","audience_id") REFERENCES "public"."events"("id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "activities_in_space" ON "activities" USING btree ("space_id","whole","rose" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activities_in_audience" ON "activities" USING btree ("audience_id","part","rose" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activities_but_tasks_in_space" ON "activities" USING btree ("space_id","whole","rose" DESC NULLS FIRST) WHERE noun <> 'task';--> statement-breakpoint
CREATE INDEX "activities_but_tasks_in_audience" ON "activities" USING btree ("audience_id","part","rose" DESC NULLS FIRST) WHERE noun <> 'task';--> statement-breakpoint
CREATE INDEX "activities_rose_index" ON "activities" USING btree ("rose");--> statement-breakpoint
CREATE INDEX "activities_event_id_index" ON "activities" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a post once on each shelf" ON "activities" USING btree ("post_id","audience_id","part");--> statement-breakpoint
CREATE POLICY "seen in the whole space, and its own row by its audience" ON "activities" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "activities"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true when "activities"."part" then "activities"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) else false end);--> statement-breakpoint
CREATE POLICY "where the feed is open" ON "activities" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case when (select access.my_shut('feed', 'view')) = '{}' then true when "activities"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "activities"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end) WITH CHECK (case when (select access.my_shut('feed', 'view')) = '{}' then true when "activities"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "activities"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "where the tool it is about is open" ON "activities" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case "activities"."noun" when 'post' then case when (select access.my_shut('feed', 'view')) = '{}' then true when "activities"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "activities"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end when 'task' then case when (select access.my_shut('tasks', 'view')) = '{}' then true when "activities"."space_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) then false else not "activities"."audience_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) end else true end) WITH CHECK (case "activities"."noun" when 'post' then case when (select access.my_shut('feed', 'view')) = '{}' then true when "activities"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "activities"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end when 'task' then case when (select access.my_shut('tasks', 'view')) = '{}' then true when "activities"."space_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) then false else not "activities"."audience_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) end else true end);--> statement-breakpoint
CREATE POLICY "who came before is not told to those who begin with their day" ON "activities" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case when "activities"."noun" <> 'person' or (select access.i_am_employee()) then true else exists (
        select 1 from groups g join members m on m.group_id = g.id and m.person_id = (select access.me())
        where g.space_id = "activities"."space_id" and (g.history = 'everything' or m.since < "activities"."at" + interval '1 millisecond')) end);--> statement-breakpoint
CREATE POLICY "begun by whoever wrote the post" ON "activities" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("activities"."actor_id" = (select access.me()) and exists (select 1 from posts p where p.id = "activities"."post_id" and p.space_id = "activities"."space_id" and p.audience_id = "activities"."audience_id" and p.author_id = (select access.me())));
--> statement-breakpoint
-- What was posted until now stands where what is said of it says. What happened elsewhere is told from now on.
INSERT INTO activities (space_id, audience_id, noun, post_id, thing_id, actor_id, rose, at, whole, part)
SELECT DISTINCT ON (x.post_id, x.audience_id, x.part) x.space_id, x.audience_id, 'post', x.post_id, x.post_id, x.actor_id,
  encode(overlay(uuid_send(x.id) placing substring(int8send(floor(extract(epoch from x.at) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid, x.at, not x.part, x.part
FROM (
  SELECT p.space_id, p.audience_id, p.id AS post_id, p.author_id AS actor_id, p.id, p.created_at AS at, shelf.part
  FROM posts p CROSS JOIN (VALUES (true), (false)) shelf(part)
  UNION ALL
  SELECT p.space_id, CASE WHEN shelf.part THEN c.audience_id ELSE p.audience_id END, p.id, c.author_id, c.id, c.created_at, shelf.part
  FROM comments c JOIN posts p ON p.id = c.thread_id CROSS JOIN (VALUES (true), (false)) shelf(part)
) x ORDER BY x.post_id, x.audience_id, x.part, x.at DESC, x.id DESC;
