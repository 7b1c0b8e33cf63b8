CREATE TABLE "picture_uses" (
	"picture_id" uuid NOT NULL,
	"thing_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	CONSTRAINT "picture_uses_picture_id_thing_id_pk" PRIMARY KEY("picture_id","thing_id")
);
--> statement-breakpoint
ALTER TABLE "picture_uses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"author_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a picture knows its author" UNIQUE("id","author_id")
);
--> statement-breakpoint
ALTER TABLE "pictures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "a use is of a picture of its author" FOREIGN KEY ("picture_id","author_id") REFERENCES "public"."pictures"("id","author_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "picture_uses_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "picture_uses_thing_id_index" ON "picture_uses" USING btree ("thing_id");--> statement-breakpoint
CREATE INDEX "pictures_author_id_index" ON "pictures" USING btree ("author_id");--> statement-breakpoint
CREATE POLICY "where the tool it is about is open" ON "picture_uses" AS RESTRICTIVE FOR ALL TO "loggia_app" USING (case "picture_uses"."kind" when 'post' then case when (select access.my_shut('feed', 'view')) = '{}' then true when "picture_uses"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "picture_uses"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end when 'task' then case when (select access.my_shut('tasks', 'view')) = '{}' then true when "picture_uses"."space_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) then false else not "picture_uses"."audience_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) end else true end) WITH CHECK (case "picture_uses"."kind" when 'post' then case when (select access.my_shut('feed', 'view')) = '{}' then true when "picture_uses"."space_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) then false else not "picture_uses"."audience_id" in (select unnest((select access.my_shut('feed', 'view'))::uuid[])) end when 'task' then case when (select access.my_shut('tasks', 'view')) = '{}' then true when "picture_uses"."space_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) then false else not "picture_uses"."audience_id" in (select unnest((select access.my_shut('tasks', 'view'))::uuid[])) end else true end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "picture_uses" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "picture_uses"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "picture_uses"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "picture_uses" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "picture_uses"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "picture_uses"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "picture_uses"."author_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by whoever added it, and where it stands" ON "pictures" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "pictures"."author_id" = (select access.me()) then true else exists (select 1 from picture_uses u where u.picture_id = "pictures"."id") end);--> statement-breakpoint
CREATE POLICY "added by oneself" ON "pictures" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("pictures"."author_id" = (select access.me()));