CREATE TABLE "poll_boxes" (
	"post_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"ballots" integer NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "poll_boxes_post_id_audience_id_pk" PRIMARY KEY("post_id","audience_id")
);
--> statement-breakpoint
ALTER TABLE "poll_boxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "poll_options" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "an option knows its poll" UNIQUE("post_id","id"),
	CONSTRAINT "an option has a place of its own" UNIQUE("post_id","position")
);
--> statement-breakpoint
ALTER TABLE "poll_options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "poll_turnouts" (
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	CONSTRAINT "poll_turnouts_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "poll_turnouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "poll_votes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"post_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"several" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "everybody counts once" UNIQUE("post_id","person_id","option_id")
);
--> statement-breakpoint
ALTER TABLE "poll_votes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "polls" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"question" text NOT NULL,
	"several" boolean NOT NULL,
	"anonymous" boolean NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "a poll knows where it stands" UNIQUE("post_id","space_id","audience_id"),
	CONSTRAINT "a poll knows how many answers it takes" UNIQUE("post_id","several")
);
--> statement-breakpoint
ALTER TABLE "polls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "poll_boxes" ADD CONSTRAINT "poll_boxes_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_boxes" ADD CONSTRAINT "a box stands in the space of its poll" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_options" ADD CONSTRAINT "an option stands where its poll stands, and goes with it" FOREIGN KEY ("post_id","space_id","audience_id") REFERENCES "public"."polls"("post_id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "poll_turnouts" ADD CONSTRAINT "poll_turnouts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_turnouts" ADD CONSTRAINT "a turnout stands in the space of its poll" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "a vote stands in the space of its poll" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "what is chosen is an option of the poll" FOREIGN KEY ("post_id","option_id") REFERENCES "public"."poll_options"("post_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "a vote knows how many answers its poll takes" FOREIGN KEY ("post_id","several") REFERENCES "public"."polls"("post_id","several") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "a poll stands where its post stands, and goes with it" FOREIGN KEY ("post_id","space_id","audience_id") REFERENCES "public"."posts"("id","space_id","audience_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "poll_boxes_audience_id_index" ON "poll_boxes" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "poll_options_audience_id_index" ON "poll_options" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "poll_turnouts_person_id_index" ON "poll_turnouts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one answer where one is asked for" ON "poll_votes" USING btree ("post_id","person_id") WHERE not several;--> statement-breakpoint
CREATE INDEX "poll_votes_option_id_id_index" ON "poll_votes" USING btree ("option_id","id");--> statement-breakpoint
CREATE INDEX "poll_votes_person_id_id_index" ON "poll_votes" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "poll_votes_audience_id_index" ON "poll_votes" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "polls_audience_id_index" ON "polls" USING btree ("audience_id");--> statement-breakpoint
CREATE POLICY "where what it hangs below is open" ON "poll_boxes" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case when (select access.my_shut('', 'view')) = '{}' then true when "poll_boxes"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from polls p where p.post_id = "poll_boxes"."post_id") else true end) WITH CHECK (case when (select access.my_shut('', 'view')) = '{}' then true when "poll_boxes"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from polls p where p.post_id = "poll_boxes"."post_id") else true end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "poll_boxes" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "poll_boxes"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "poll_boxes"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "where what it hangs below is open" ON "poll_options" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case when (select access.my_shut('', 'view')) = '{}' then true when "poll_options"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from polls p where p.post_id = "poll_options"."post_id") else true end) WITH CHECK (case when (select access.my_shut('', 'view')) = '{}' then true when "poll_options"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from polls p where p.post_id = "poll_options"."post_id") else true end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "poll_options" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "poll_options"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "poll_options"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "poll_options" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "poll_options"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "poll_options"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and exists (select 1 from polls p where p.post_id = "poll_options"."post_id" and p.space_id = "poll_options"."space_id" and p.audience_id = "poll_options"."audience_id" and p.author_id = (select access.me())));--> statement-breakpoint
CREATE POLICY "seen by whoever voted" ON "poll_turnouts" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("poll_turnouts"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "where what it hangs below is open" ON "poll_votes" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case when (select access.my_shut('', 'view')) = '{}' then true when "poll_votes"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from polls p where p.post_id = "poll_votes"."post_id") else true end) WITH CHECK (case when (select access.my_shut('', 'view')) = '{}' then true when "poll_votes"."space_id" in (select unnest((select access.my_shut('', 'view'))::uuid[])) then exists (select 1 from polls p where p.post_id = "poll_votes"."post_id") else true end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "poll_votes" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "poll_votes"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "poll_votes"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "poll_votes" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "poll_votes"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "poll_votes"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "poll_votes"."person_id" = (select access.me()) and exists (select 1 from polls p where p.post_id = "poll_votes"."post_id" and p.space_id = "poll_votes"."space_id" and case when "poll_votes"."audience_id" = p.audience_id then true else exists (select 1 from audiences a, audiences o where a.id = "poll_votes"."audience_id" and o.id = p.audience_id and (a.kind = 'team' or (a.kind = 'lane' and o.kind <> 'team'))) end and not p.anonymous and (p.ends_at is null or p.ends_at > now())));--> statement-breakpoint
CREATE POLICY "taken back, while the poll goes on, by whoever gave it" ON "poll_votes" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("poll_votes"."person_id" = (select access.me()) and case when "poll_votes"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "poll_votes"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and exists (select 1 from polls p where p.post_id = "poll_votes"."post_id" and p.space_id = "poll_votes"."space_id" and (p.ends_at is null or p.ends_at > now())));--> statement-breakpoint
CREATE POLICY "seen where its tool is open" ON "polls" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (case when (select access.my_shut('feed', 'view')) = '{}' then true when "polls"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "polls"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added where its tool is open" ON "polls" AS RESTRICTIVE FOR INSERT TO "loggia_app" WITH CHECK (case when (select access.my_shut('feed', 'add')) = '{}' then true when "polls"."space_id" in (select unnest((select access.my_shut('feed', 'add'))::uuid[])) then false else not "polls"."audience_id" in (select unnest((select access.my_shut('feed', 'add'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "changed where its tool is open" ON "polls" AS RESTRICTIVE FOR UPDATE TO "loggia_app" USING (case when (select access.my_shut('feed', 'change')) = '{}' then true when "polls"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "polls"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end) WITH CHECK (case when (select access.my_shut('feed', 'view')) = '{}' then true when "polls"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "polls"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "removed where its tool is open" ON "polls" AS RESTRICTIVE FOR DELETE TO "loggia_app" USING (case when (select access.my_shut('feed', 'change')) = '{}' then true when "polls"."space_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) then false else not "polls"."audience_id" in (select unnest((select access.my_shut('feed', 'change'))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen with its post" ON "polls" AS RESTRICTIVE FOR SELECT TO "loggia_app" USING (exists (select 1 from posts p where p.id = "polls"."post_id"));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "polls" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "polls"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "polls"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "polls" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "polls"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "polls"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "polls"."author_id" = (select access.me()) and exists (select 1 from posts p where p.id = "polls"."post_id" and p.space_id = "polls"."space_id" and p.audience_id = "polls"."audience_id" and p.author_id = (select access.me())));--> statement-breakpoint
CREATE POLICY "ended, while it goes on, by whoever asked and whoever manages" ON "polls" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING (case when "polls"."author_id" = (select access.me()) then case when "polls"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "polls"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end else case when "polls"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "polls"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end end and ("polls"."ends_at" is null or "polls"."ends_at" > now())) WITH CHECK (case when "polls"."author_id" = (select access.me()) then case when "polls"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "polls"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end else case when "polls"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "polls"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end end and "polls"."ends_at" = now());