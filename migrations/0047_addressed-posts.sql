CREATE TABLE "addressees" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"group_id" uuid,
	"department_id" uuid,
	"below" boolean DEFAULT false NOT NULL,
	"team" boolean DEFAULT false NOT NULL,
	CONSTRAINT "an addressee is of its kind" CHECK (("addressees"."kind" = 'person') = ("addressees"."person_id" is not null) and ("addressees"."kind" = 'group') = ("addressees"."group_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "addressees" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "addressings" (
	"audience_id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"key" text,
	CONSTRAINT "one place for the same people" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "addressings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressings" ADD CONSTRAINT "addressings_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addressees_audience_id_index" ON "addressees" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "addressees_group_id_index" ON "addressees" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "addressees_person_id_index" ON "addressees" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "addressees_department_id_index" ON "addressees" USING btree ("department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one space of the portal itself" ON "spaces" USING btree ("kind") WHERE kind = 'portal';--> statement-breakpoint
CREATE POLICY "seen by its audience, as far as a reader knows whom it names" ON "addressees" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when case when "addressees"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "addressees"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end then case "addressees"."kind" when 'person' then (select access.i_am_employee()) or exists (select 1 from people p where p.id = "addressees"."person_id") when 'group' then (not "addressees"."team" or (select access.i_am_employee())) and exists (select 1 from groups g where g.id = "addressees"."group_id") else (select access.i_am_employee()) end else false end);--> statement-breakpoint
ALTER POLICY "added by its audience" ON "posts" TO loggia_app WITH CHECK (case when "posts"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "posts"."author_id" = (select access.me()) and case when "posts"."group_id" is null then exists (select 1 from spaces s where s.id = "posts"."space_id" and s.kind = 'portal') else exists (select 1 from groups g where g.id = "posts"."group_id" and g.space_id = "posts"."space_id") end);--> statement-breakpoint
ALTER POLICY "set in groups that one is in" ON "read_marks" TO loggia_app WITH CHECK ("read_marks"."person_id" = (select access.me()) and (exists (select 1 from members m where m.space_id = "read_marks"."space_id" and m.person_id = (select access.me())) or exists (select 1 from spaces s where s.id = "read_marks"."space_id" and s.kind = 'portal')));--> statement-breakpoint
INSERT INTO "spaces" ("kind", "external_since") VALUES ('portal', now());--> statement-breakpoint
SELECT access.keep_departments(null);
