CREATE TABLE "presences" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "presences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen among those who see each other" ON "presences" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "presences"."person_id" = (select access.me()) then true when (select access.i_am_employee()) and exists (select 1 from people p where p.id = "presences"."person_id" and p.kind = 'employee') then true when "presences"."person_id" = any ((select access.present_who_see_me())::uuid[]) then exists (select 1 from people p where p.id = "presences"."person_id") else false end);