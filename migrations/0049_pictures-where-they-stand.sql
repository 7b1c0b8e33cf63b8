CREATE TABLE "returned_letters" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "returned_letters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "placed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "returned_letters" ADD CONSTRAINT "returned_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "sent by whoever added it" ON "pictures" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("pictures"."author_id" = (select access.me()) and "pictures"."placed_at" is null) WITH CHECK ("pictures"."author_id" = (select access.me()) and "pictures"."placed_at" is not null);--> statement-breakpoint
CREATE POLICY "seen by whose address it is" ON "returned_letters" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("returned_letters"."person_id" = (select access.me()));--> statement-breakpoint
ALTER POLICY "seen by whoever added it, and where it stands" ON "pictures" TO loggia_app USING (case when "pictures"."placed_at" is null then "pictures"."author_id" = (select access.me()) else exists (select 1 from picture_uses u where u.picture_id = "pictures"."id") end);--> statement-breakpoint
ALTER POLICY "added by oneself" ON "pictures" TO loggia_app WITH CHECK ("pictures"."author_id" = (select access.me()) and "pictures"."placed_at" is null);--> statement-breakpoint
UPDATE "pictures" p SET "placed_at" = p."created_at" WHERE exists (select from "picture_uses" u where u."picture_id" = p."id");