CREATE TABLE "external_act_items" (
	"act_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "external_act_items_act_id_person_id_pk" PRIMARY KEY("act_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "external_act_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "external_acts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"kind" text NOT NULL,
	"until" date,
	"group_id" uuid,
	"sponsor_id" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "external_acts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "external_act_items" ADD CONSTRAINT "external_act_items_act_id_external_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."external_acts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_act_items" ADD CONSTRAINT "external_act_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_acts" ADD CONSTRAINT "external_acts_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_acts" ADD CONSTRAINT "external_acts_sponsor_id_people_id_fk" FOREIGN KEY ("sponsor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_acts" ADD CONSTRAINT "external_acts_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "external_acts_space_id_id_index" ON "external_acts" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "external_acts_audience_id_id_index" ON "external_acts" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "never for externals" ON "external_acts" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "external_acts" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "external_acts"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "external_acts"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);