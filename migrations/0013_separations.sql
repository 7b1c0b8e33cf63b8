CREATE TABLE "group_separations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"pass" integer DEFAULT 0 NOT NULL,
	"reached" uuid,
	"total" integer,
	"moved" integer DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_separations_group_id_unique" UNIQUE("group_id")
);
--> statement-breakpoint
ALTER TABLE "group_separations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "group_separations" ADD CONSTRAINT "group_separations_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_separations" ADD CONSTRAINT "group_separations_group_id_space_id_groups_id_space_id_fk" FOREIGN KEY ("group_id","space_id") REFERENCES "public"."groups"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_separations_space_id_id_index" ON "group_separations" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "group_separations_audience_id_id_index" ON "group_separations" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "never for externals" ON "group_separations" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by the team" ON "group_separations" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "group_separations"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "group_separations"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);