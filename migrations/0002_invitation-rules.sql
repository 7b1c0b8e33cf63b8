CREATE TABLE "invitation_rules" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"externals" boolean DEFAULT true NOT NULL,
	"who_invites" text DEFAULT 'group' NOT NULL,
	"ordinary_members_invite" text DEFAULT 'lobby' NOT NULL,
	"allowed_domains" text[] DEFAULT '{}' NOT NULL,
	"denied_domains" text[] DEFAULT '{}' NOT NULL,
	"daily_limit" integer DEFAULT 500,
	"days" integer DEFAULT 10 NOT NULL,
	"approval" boolean DEFAULT false NOT NULL,
	CONSTRAINT "there is one set of rules" CHECK ("invitation_rules"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "invitation_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sendings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sendings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "sendings" ADD CONSTRAINT "sendings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sendings_person_id_sent_at_index" ON "sendings" USING btree ("person_id","sent_at");--> statement-breakpoint
CREATE INDEX "sendings_sent_at_index" ON "sendings" USING btree ("sent_at");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "never for externals" ON "invitation_rules" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by employees, who meet them when they invite" ON "invitation_rules" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "written down by administrators" ON "invitation_rules" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "changed by administrators" ON "invitation_rules" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "seen by whoever sent" ON "sendings" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("sendings"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "noted by whoever sends" ON "sendings" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("sendings"."person_id" = (select access.me()));