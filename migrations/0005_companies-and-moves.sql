CREATE TABLE "moved" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"move_id" uuid NOT NULL,
	"room" text NOT NULL,
	"kept" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "moved" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "moves" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"moved_by" uuid NOT NULL,
	"heir_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" DROP CONSTRAINT "companies_name_unique";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "interests" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reaches" ADD COLUMN "mobile" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "moved" ADD CONSTRAINT "moved_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_heir_id_people_id_fk" FOREIGN KEY ("heir_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moved_move_id_index" ON "moved" USING btree ("move_id");--> statement-breakpoint
CREATE INDEX "moves_person_id_id_index" ON "moves" USING btree ("person_id","id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_merged_into_companies_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Companies that were one under two spellings become one: the first of them.
WITH named AS (
	SELECT id, first_value(id) OVER (PARTITION BY lower(normalize(btrim(regexp_replace(name, '\s+', ' ', 'g')), NFKC)) ORDER BY created_at, id) AS kept FROM companies
)
UPDATE people SET company_id = named.kept FROM named WHERE people.company_id = named.id AND named.id <> named.kept;--> statement-breakpoint
WITH named AS (
	SELECT id, first_value(id) OVER (PARTITION BY lower(normalize(btrim(regexp_replace(name, '\s+', ' ', 'g')), NFKC)) ORDER BY created_at, id) AS kept FROM companies
)
DELETE FROM companies USING named WHERE companies.id = named.id AND named.id <> named.kept;--> statement-breakpoint
CREATE UNIQUE INDEX "one company of a name" ON "companies" USING btree (lower(normalize(btrim(regexp_replace("name", '\s+', ' ', 'g')), NFKC)));--> statement-breakpoint
CREATE INDEX "companies_merged_into_index" ON "companies" USING btree ("merged_into");--> statement-breakpoint
CREATE POLICY "renamed by administrators" ON "companies" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "never for externals" ON "moves" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by administrators" ON "moves" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_administrator()));