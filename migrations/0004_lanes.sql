CREATE TABLE "lanes" (
	"audience_id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"company_id" uuid,
	"person_id" uuid,
	"circle_id" uuid NOT NULL,
	CONSTRAINT "a lane is for a company or a person" CHECK (num_nonnulls("lanes"."company_id", "lanes"."person_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "lanes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comments" DROP CONSTRAINT "a comment stands where its thread stands";
--> statement-breakpoint
ALTER TABLE "likes" DROP CONSTRAINT "a like stands where its post stands";
--> statement-breakpoint
ALTER TABLE "threads" DROP CONSTRAINT "a thread knows its audience";--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "a post knows its audience";--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "isolation" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "a thread knows its space" UNIQUE("id","space_id");--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "a post knows its space" UNIQUE("id","space_id");--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_group_id_space_id_groups_id_space_id_fk" FOREIGN KEY ("group_id","space_id") REFERENCES "public"."groups"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one lane for each company" ON "lanes" USING btree ("group_id","company_id") WHERE company_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one lane for each person" ON "lanes" USING btree ("group_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "lanes_circle_id_index" ON "lanes" USING btree ("circle_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "a comment stands in the space of its thread" FOREIGN KEY ("thread_id","space_id") REFERENCES "public"."threads"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "likes_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "a like stands in the space of its post" FOREIGN KEY ("post_id","space_id") REFERENCES "public"."posts"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "never for externals" ON "lanes" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by the team" ON "lanes" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "lanes"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "lanes"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
ALTER POLICY "added by its audience" ON "comments" TO loggia_app WITH CHECK (case when "comments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "comments"."author_id" = (select access.me()) and exists (select 1 from threads h where h.id = "comments"."thread_id" and h.space_id = "comments"."space_id" and case when "comments"."audience_id" = h.audience_id then true else exists (select 1 from audiences a where a.id = "comments"."audience_id" and a.kind in ('team', 'lane')) end));--> statement-breakpoint
ALTER POLICY "added by its audience" ON "likes" TO loggia_app WITH CHECK (case when "likes"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "likes"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "likes"."person_id" = (select access.me()) and exists (select 1 from posts p where p.id = "likes"."post_id" and p.space_id = "likes"."space_id" and case when "likes"."audience_id" = p.audience_id then true else exists (select 1 from audiences a where a.id = "likes"."audience_id" and a.kind in ('team', 'lane')) end));