CREATE TABLE "phone_codes" (
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"number" text NOT NULL,
	"hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "phone_codes_person_id_purpose_pk" PRIMARY KEY("person_id","purpose")
);
--> statement-breakpoint
ALTER TABLE "phone_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "phone_numbers" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"proven_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_numbers_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "phone_numbers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitation_rules" ADD COLUMN "phones" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_codes" ADD CONSTRAINT "phone_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen by the person, and of people from outside by employees" ON "phone_numbers" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "phone_numbers"."person_id" = (select access.me()) then true when (select access.i_am_employee()) then exists (select 1 from people p where p.id = "phone_numbers"."person_id" and p.kind = 'external') else false end);--> statement-breakpoint
UPDATE "invitation_rules" SET "phones" = false WHERE "allowed_domains" <> '{}';