ALTER TABLE "room_links" ADD COLUMN "purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "room_links" ADD COLUMN "access_until" date;