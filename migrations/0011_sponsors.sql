CREATE TABLE "lapses" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lapses_person_id_space_id_pk" PRIMARY KEY("person_id","space_id")
);
--> statement-breakpoint
ALTER TABLE "lapses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "renewal_keys" (
	"hash" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"until" date NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "renewal_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sponsorships" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"sponsor_id" uuid,
	"purpose" text DEFAULT '' NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sponsorships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "until" SET DATA TYPE date USING ("until" at time zone 'UTC')::date;--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "access_until" SET DATA TYPE date USING ("access_until" at time zone 'UTC')::date;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "access_until" SET DATA TYPE date USING ("access_until" at time zone 'UTC')::date;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "term_days" integer;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "reminded" integer;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "lapsed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitation_rules" ADD COLUMN "purpose" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_rules" ADD COLUMN "most_days" integer;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lapses" ADD CONSTRAINT "lapses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lapses" ADD CONSTRAINT "lapses_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal_keys" ADD CONSTRAINT "renewal_keys_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsorships" ADD CONSTRAINT "sponsorships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsorships" ADD CONSTRAINT "sponsorships_sponsor_id_people_id_fk" FOREIGN KEY ("sponsor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lapses_space_id_index" ON "lapses" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "renewal_keys_member_id_index" ON "renewal_keys" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "sponsorships_sponsor_id_index" ON "sponsorships" USING btree ("sponsor_id");--> statement-breakpoint
CREATE INDEX "members_until" ON "members" USING btree ("until") WHERE until is not null and lapsed_at is null;--> statement-breakpoint
CREATE POLICY "seen by colleagues, and by the person who may know the sponsor" ON "sponsorships" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when (select access.i_am_employee()) then exists (select 1 from people p where p.id = "sponsorships"."person_id") else "sponsorships"."person_id" = (select access.me()) and exists (select 1 from people p where p.id = "sponsorships"."sponsor_id") end);--> statement-breakpoint
ALTER POLICY "seen by its audience" ON "members" TO loggia_app USING (case when "members"."lapsed_at" is null or (select access.i_am_employee()) then case when "members"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "members"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end else false end);--> statement-breakpoint
UPDATE "groups" SET "time_zone" = p.time_zone FROM "members" m JOIN "people" p ON p.id = m.person_id WHERE m.group_id = "groups"."id" AND m.role = 'owner';--> statement-breakpoint
UPDATE "members" SET "term_days" = greatest(1, "until" - "since"::date) WHERE "until" IS NOT NULL;--> statement-breakpoint
INSERT INTO "sponsorships" ("person_id", "sponsor_id", "since")
SELECT p.id, coalesce(
	(SELECT i.invited_by FROM "invitations" i JOIN "people" s ON s.id = i.invited_by AND s.kind = 'employee' AND s.dismissed_at IS NULL WHERE i.accepted_by = p.id ORDER BY i.accepted_at LIMIT 1),
	(SELECT o.person_id FROM "members" m JOIN "members" o ON o.group_id = m.group_id AND o.role = 'owner' JOIN "people" s ON s.id = o.person_id AND s.dismissed_at IS NULL WHERE m.person_id = p.id ORDER BY m.since LIMIT 1)
), p.created_at
FROM "people" p WHERE p.kind = 'external';
