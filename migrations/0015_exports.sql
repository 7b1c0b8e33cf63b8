CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"group_id" uuid,
	"from_day" date,
	"to_day" date,
	"sight" uuid[] NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"size" bigint,
	"finished_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	CONSTRAINT "it ends in one way" CHECK (num_nonnulls("exports"."finished_at", "exports"."failed_at") < 2)
);
--> statement-breakpoint
ALTER TABLE "exports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_space_id_id_index" ON "exports" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "exports_audience_id_id_index" ON "exports" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "exports_asked_by_index" ON "exports" USING btree ("asked_by");--> statement-breakpoint
CREATE POLICY "seen by whom it is for, while they see all that is in it" ON "exports" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "exports"."reader_id" = (select access.me()) and case when "exports"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "exports"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end
        and "exports"."sight" <@ ((select access.my_spaces(1))::uuid[] || (select access.my_audiences(1))::uuid[])
        then "exports"."asked_by" <> "exports"."reader_id" or "exports"."group_id" is null
          or exists (select 1 from members m where m.group_id = "exports"."group_id" and m.person_id = (select access.me()) and (m.role = 'owner' or (select access.i_am_administrator())))
        else false end);--> statement-breakpoint
CREATE POLICY "seen by who gave it" ON "exports" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("exports"."asked_by" = (select access.me()) and "exports"."reader_id" <> (select access.me()));