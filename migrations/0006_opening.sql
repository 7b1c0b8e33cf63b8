DROP INDEX "one lane for each company";--> statement-breakpoint
DROP INDEX "one lane for each person";--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "history" text DEFAULT 'everything' NOT NULL;--> statement-breakpoint
ALTER TABLE "lanes" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "one lane for each company" ON "lanes" USING btree ("group_id","company_id") WHERE company_id is not null and ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one lane for each person" ON "lanes" USING btree ("group_id","person_id") WHERE person_id is not null and ended_at is null;--> statement-breakpoint
DROP POLICY "opened and closed by its managers" ON "spaces" CASCADE;