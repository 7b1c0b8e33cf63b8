CREATE TABLE "licence" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"most_people" integer,
	"externals" text DEFAULT 'free' NOT NULL,
	"most_externals" integer,
	CONSTRAINT "there is one licence" CHECK ("licence"."id" = 1),
	CONSTRAINT "a cap has a number" CHECK ("licence"."externals" <> 'capped' or "licence"."most_externals" is not null)
);
--> statement-breakpoint
ALTER TABLE "licence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "seen by administrators" ON "licence" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "written down by administrators" ON "licence" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "changed by administrators" ON "licence" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));