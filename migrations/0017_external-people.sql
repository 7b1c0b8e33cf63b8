DROP INDEX "members_until";--> statement-breakpoint
CREATE INDEX "sign_ins_seen" ON "sign_ins" USING btree (coalesce("last_seen_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "members_until" ON "members" USING btree ("until","person_id") WHERE until is not null and lapsed_at is null;