CREATE TABLE "profile_fields" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_ru" text DEFAULT '' NOT NULL,
	"name_pl" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"asked_of" text DEFAULT 'everyone' NOT NULL,
	"shown_to_externals_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "profile_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_values" (
	"person_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "profile_values_person_id_field_id_pk" PRIMARY KEY("person_id","field_id")
);
--> statement-breakpoint
ALTER TABLE "profile_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile_values" ADD CONSTRAINT "profile_values_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_values" ADD CONSTRAINT "profile_values_field_id_profile_fields_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."profile_fields"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profile_values_field_id_index" ON "profile_values" USING btree ("field_id");--> statement-breakpoint
CREATE POLICY "seen by employees, and by externals who are asked or shown" ON "profile_fields" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when (select access.i_am_employee()) then true else "profile_fields"."asked_of" <> 'employees' or "profile_fields"."shown_to_externals_at" is not null end);--> statement-breakpoint
CREATE POLICY "added by administrators" ON "profile_fields" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "changed by administrators" ON "profile_fields" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "removed by administrators" ON "profile_fields" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "seen by the person, employees, and externals if it is shown" ON "profile_values" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "profile_values"."person_id" = (select access.me()) then true when (select access.i_am_employee()) then exists (select 1 from people p where p.id = "profile_values"."person_id") else exists (select 1 from people p where p.id = "profile_values"."person_id") and exists (select 1 from profile_fields f where f.id = "profile_values"."field_id" and f.shown_to_externals_at is not null) end);--> statement-breakpoint
CREATE POLICY "written by whoever is asked" ON "profile_values" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("profile_values"."person_id" = (select access.me()) and exists (select 1 from profile_fields f where f.id = "profile_values"."field_id" and f.asked_of in ('everyone', case when (select access.i_am_employee()) then 'employees' else 'externals' end)));--> statement-breakpoint
CREATE POLICY "changed by the person" ON "profile_values" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("profile_values"."person_id" = (select access.me())) WITH CHECK ("profile_values"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "taken away by the person" ON "profile_values" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("profile_values"."person_id" = (select access.me()));