CREATE TABLE "drafts" (
	"author_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"text" text NOT NULL,
	"document" jsonb,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_author_id_audience_id_pk" PRIMARY KEY("author_id","audience_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen by whoever writes it" ON "drafts" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("drafts"."author_id" = (select access.me()) and case when "drafts"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "drafts"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "begun by whoever may write there" ON "drafts" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("drafts"."author_id" = (select access.me()) and case when "drafts"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "drafts"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "gone on with by whoever writes it" ON "drafts" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("drafts"."author_id" = (select access.me()) and case when "drafts"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "drafts"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end) WITH CHECK ("drafts"."author_id" = (select access.me()) and case when "drafts"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "drafts"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "thrown away by whoever writes it" ON "drafts" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("drafts"."author_id" = (select access.me()) and case when "drafts"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "drafts"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);