ALTER TABLE "notices" ADD COLUMN "letter_tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "mute_links_made_at_index" ON "mute_links" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("letter_at") WHERE letter_done_at is null and letter is not null;--> statement-breakpoint
CREATE INDEX "notices_to_write_about" ON "notices" USING btree ("about_id") WHERE letter_done_at is null and letter is not null;