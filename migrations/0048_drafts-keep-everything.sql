ALTER TABLE "drafts" DROP CONSTRAINT "drafts_audience_id_space_id_audiences_id_space_id_fk";--> statement-breakpoint
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_author_id_audience_id_pk";--> statement-breakpoint
DROP POLICY "begun by whoever may write there" ON "drafts" CASCADE;--> statement-breakpoint
CREATE POLICY "begun by whoever writes it" ON "drafts" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("drafts"."author_id" = (select access.me()));--> statement-breakpoint
ALTER POLICY "seen by whoever writes it" ON "drafts" TO loggia_app USING ("drafts"."author_id" = (select access.me()));--> statement-breakpoint
ALTER POLICY "gone on with by whoever writes it" ON "drafts" TO loggia_app USING ("drafts"."author_id" = (select access.me())) WITH CHECK ("drafts"."author_id" = (select access.me()));--> statement-breakpoint
ALTER POLICY "thrown away by whoever writes it" ON "drafts" TO loggia_app USING ("drafts"."author_id" = (select access.me()));--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "kind" text DEFAULT 'post' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "place_id" uuid;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "beside" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "version" uuid DEFAULT uuidv7() NOT NULL;--> statement-breakpoint
-- What was begun until now was for a part of a group: it goes to the composer on the page of that group, the last of each where there were several.
UPDATE "drafts" d SET "place_id" = g.id,
  "beside" = CASE a.kind WHEN 'team' THEN '{"address":{"audience":"team"},"additions":{}}'::jsonb WHEN 'lane' THEN jsonb_build_object('address', jsonb_build_object('audience', 'everyone', 'laneId', a.id), 'additions', '{}'::jsonb) ELSE '{"additions":{}}'::jsonb END
  FROM groups g, audiences a WHERE g.space_id = d.space_id AND a.id = d.audience_id;--> statement-breakpoint
DELETE FROM "drafts" d WHERE d.place_id IS NULL OR EXISTS (SELECT FROM "drafts" o WHERE o.author_id = d.author_id AND o.place_id = d.place_id AND (o.saved_at, o.id) > (d.saved_at, d.id));--> statement-breakpoint
ALTER TABLE "drafts" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "space_id";--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "audience_id";--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "one draft for each composer" UNIQUE NULLS NOT DISTINCT("author_id","kind","place_id");--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "what stands beside a draft is small" CHECK (octet_length("drafts"."beside"::text) <= 60000);
