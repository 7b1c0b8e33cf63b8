CREATE TABLE "said_companies" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "said_companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "said_companies" ADD CONSTRAINT "said_companies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen by the person and by administrators" ON "said_companies" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "said_companies"."person_id" = (select access.me()) then true else (select access.i_am_administrator()) end);--> statement-breakpoint
CREATE POLICY "said by whoever is from outside and has none" ON "said_companies" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("said_companies"."person_id" = (select access.me()) and exists (select 1 from people p where p.id = "said_companies"."person_id" and p.kind = 'external' and p.company_id is null));--> statement-breakpoint
CREATE POLICY "changed by the person" ON "said_companies" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("said_companies"."person_id" = (select access.me()) and exists (select 1 from people p where p.id = "said_companies"."person_id" and p.kind = 'external' and p.company_id is null)) WITH CHECK ("said_companies"."person_id" = (select access.me()) and exists (select 1 from people p where p.id = "said_companies"."person_id" and p.kind = 'external' and p.company_id is null));--> statement-breakpoint
CREATE POLICY "taken back by the person" ON "said_companies" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("said_companies"."person_id" = (select access.me()));