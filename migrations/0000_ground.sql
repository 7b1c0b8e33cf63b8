CREATE TABLE "appearances" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appearances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audiences" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "an audience knows its space" UNIQUE("id","space_id")
);
--> statement-breakpoint
ALTER TABLE "audiences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "circle_members" (
	"circle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "circle_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "circles" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid,
	"name" text NOT NULL,
	"admits" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "circles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"company_id" uuid,
	"position" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"photo" text,
	"language" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dismissed_at" timestamp with time zone,
	CONSTRAINT "an employee belongs to no counterparty" CHECK ("people"."kind" = 'external' or "people"."company_id" is null)
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reaches" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"shown_to_externals_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "reaches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid,
	"person_id" uuid,
	"circle_id" uuid,
	"level" integer NOT NULL,
	"because" text NOT NULL,
	CONSTRAINT "a seat is for a person or a circle" CHECK (num_nonnulls("seats"."person_id", "seats"."circle_id") = 1),
	CONSTRAINT "a level is one of four" CHECK ("seats"."level" between 1 and 4)
);
--> statement-breakpoint
ALTER TABLE "seats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid,
	"external_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proofs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"token" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_ins_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "sign_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"about_kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"relayed_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "a thread knows its audience" UNIQUE("id","space_id","audience_id")
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "likes" (
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "likes_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "likes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a post knows its audience" UNIQUE("id","space_id","audience_id")
);
--> statement-breakpoint
ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"visibility" text NOT NULL,
	"external_since" timestamp with time zone,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a group knows its space" UNIQUE("id","space_id")
);
--> statement-breakpoint
ALTER TABLE "groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid,
	"email" text NOT NULL,
	"address" text NOT NULL,
	"company" text,
	"language" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"invited_by" uuid NOT NULL,
	"sending" integer DEFAULT 1 NOT NULL,
	"token_hash" text,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "departments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"head_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "departments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employments" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"department_id" uuid,
	"manager_id" uuid
);
--> statement-breakpoint
ALTER TABLE "employments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "portal" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"brand_colour" text DEFAULT '#2f6f5e' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"set_up_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "there is one portal" CHECK ("portal"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "portal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sampling" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"of" integer DEFAULT 0 NOT NULL,
	"password" text,
	"people" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "there is one sample company" CHECK ("sampling"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "sampling" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"space_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"group_id" uuid,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"responsible_id" uuid NOT NULL,
	"deadline" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"completed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circles" ADD CONSTRAINT "circles_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaches" ADD CONSTRAINT "reaches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_sign_ins_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."sign_ins"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_sign_ins_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."sign_ins"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_id_people_id_fk" FOREIGN KEY ("id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "a comment stands where its thread stands" FOREIGN KEY ("thread_id","space_id","audience_id") REFERENCES "public"."threads"("id","space_id","audience_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "likes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "a like stands where its post stands" FOREIGN KEY ("post_id","space_id","audience_id") REFERENCES "public"."posts"("id","space_id","audience_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_group_id_space_id_groups_id_space_id_fk" FOREIGN KEY ("group_id","space_id") REFERENCES "public"."groups"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_head_id_people_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_manager_id_people_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_responsible_id_people_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_completed_by_people_id_fk" FOREIGN KEY ("completed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_audience_id_space_id_audiences_id_space_id_fk" FOREIGN KEY ("audience_id","space_id") REFERENCES "public"."audiences"("id","space_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "once in each audience" ON "appearances" USING btree ("person_id","audience_id");--> statement-breakpoint
CREATE INDEX "appearances_audience_id_person_id_index" ON "appearances" USING btree ("audience_id","person_id");--> statement-breakpoint
CREATE INDEX "appearances_space_id_person_id_index" ON "appearances" USING btree ("space_id","person_id");--> statement-breakpoint
CREATE INDEX "audiences_space_id_index" ON "audiences" USING btree ("space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one everyone and one team in each space" ON "audiences" USING btree ("space_id","kind") WHERE kind in ('everyone', 'team');--> statement-breakpoint
CREATE UNIQUE INDEX "once in each circle" ON "circle_members" USING btree ("circle_id","person_id");--> statement-breakpoint
CREATE INDEX "circle_members_person_id_circle_id_index" ON "circle_members" USING btree ("person_id","circle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one circle of a name in each space" ON "circles" USING btree ("space_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "one circle of a name in the portal" ON "circles" USING btree ("name") WHERE space_id is null;--> statement-breakpoint
CREATE INDEX "people_company_id_index" ON "people" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "people_kind_name_id_index" ON "people" USING btree ("kind","name","id");--> statement-breakpoint
CREATE INDEX "people_name_id_index" ON "people" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "seats_space_id_audience_id_index" ON "seats" USING btree ("space_id","audience_id");--> statement-breakpoint
CREATE INDEX "seats_audience_id_index" ON "seats" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "seats_person_id_index" ON "seats" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "seats_of_circle" ON "seats" USING btree ("circle_id","level","space_id","audience_id") WHERE circle_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one own space for each person" ON "spaces" USING btree ("owner_id") WHERE kind = 'person';--> statement-breakpoint
CREATE INDEX "credentials_person_id_index" ON "credentials" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "proofs_identifier_index" ON "proofs" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tokens_person_id_index" ON "tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_space_id_id_index" ON "events" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_audience_id_id_index" ON "events" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_waiting" ON "events" USING btree ("id") WHERE relayed_at is null and failure is null;--> statement-breakpoint
CREATE INDEX "comments_space_id_id_index" ON "comments" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_audience_id_id_index" ON "comments" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_thread_id_id_index" ON "comments" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "threads_space_id_id_index" ON "threads" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "threads_audience_id_id_index" ON "threads" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "posts_space_id_id_index" ON "posts" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "posts_audience_id_id_index" ON "posts" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "posts_group_id_id_index" ON "posts" USING btree ("group_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "groups_space_id_id_index" ON "groups" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "groups_audience_id_id_index" ON "groups" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "one group in a space" ON "groups" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "groups_found" ON "groups" USING btree ("id") WHERE visibility <> 'secret' and external_since is null;--> statement-breakpoint
CREATE INDEX "members_space_id_id_index" ON "members" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "members_audience_id_id_index" ON "members" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "once in each group" ON "members" USING btree ("group_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one owner in each group" ON "members" USING btree ("group_id") WHERE role = 'owner';--> statement-breakpoint
CREATE INDEX "members_person_id_group_id_index" ON "members" USING btree ("person_id","group_id");--> statement-breakpoint
CREATE INDEX "invitations_space_id_id_index" ON "invitations" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "invitations_audience_id_id_index" ON "invitations" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "one open invitation into a group" ON "invitations" USING btree ("group_id","email") WHERE group_id is not null and accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one open invitation to work here" ON "invitations" USING btree ("email") WHERE group_id is null and accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "invitations_open" ON "invitations" USING btree ("id") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "invitations_group_id_index" ON "invitations" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "departments_parent_id_index" ON "departments" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "employments_department_id_index" ON "employments" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "employments_manager_id_index" ON "employments" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "tasks_space_id_id_index" ON "tasks" USING btree ("space_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tasks_audience_id_id_index" ON "tasks" USING btree ("audience_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tasks_open_in_space" ON "tasks" USING btree ("space_id","id" DESC NULLS FIRST) WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_in_audience" ON "tasks" USING btree ("audience_id","id" DESC NULLS FIRST) WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_due_in_space" ON "tasks" USING btree ("space_id",(coalesce(deadline, 'infinity'::timestamptz)),"id") WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_due_in_audience" ON "tasks" USING btree ("audience_id",(coalesce(deadline, 'infinity'::timestamptz)),"id") WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_of_responsible" ON "tasks" USING btree ("responsible_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tasks_due_for_responsible" ON "tasks" USING btree ("responsible_id",(coalesce(deadline, 'infinity'::timestamptz)),"id") WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_of_author" ON "tasks" USING btree ("author_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tasks_group_id_index" ON "tasks" USING btree ("group_id");--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "appearances" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "appearances"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "appearances"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by managers" ON "appearances" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("appearances"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "removed by managers, and by the person" ON "appearances" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "appearances"."person_id" = (select access.me()) then true else "appearances"."space_id" = any ((select access.my_spaces(4))::uuid[]) end);--> statement-breakpoint
CREATE POLICY "seen by those in it" ON "audiences" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "audiences"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "audiences"."id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by managers and in own space" ON "audiences" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "audiences"."space_id" = any ((select access.my_spaces(4))::uuid[]) then true else "audiences"."space_id" = (select access.my_own_space()) end);--> statement-breakpoint
CREATE POLICY "removed by managers" ON "audiences" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("audiences"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "seen by the person and by managers" ON "circle_members" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "circle_members"."person_id" = (select access.me()) then true else exists (select 1 from circles c where c.id = "circle_members"."circle_id") end);--> statement-breakpoint
CREATE POLICY "added by managers" ON "circle_members" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (exists (select 1 from circles c where c.id = "circle_members"."circle_id") and exists (select 1 from people p where p.id = "circle_members"."person_id"));--> statement-breakpoint
CREATE POLICY "removed by managers, and by the person" ON "circle_members" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "circle_members"."person_id" = (select access.me()) then true else exists (select 1 from circles c where c.id = "circle_members"."circle_id") end);--> statement-breakpoint
CREATE POLICY "seen by managers of its space" ON "circles" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("circles"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "added by managers of its space" ON "circles" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("circles"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "seen by employees, and with its people" ON "companies" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when (select access.i_am_employee()) then true else exists (select 1 from people p where p.company_id = "companies"."id") end);--> statement-breakpoint
CREATE POLICY "added by administrators" ON "companies" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "seen by colleagues, and where they appear" ON "people" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "people"."kind" = 'employee' and (select access.i_am_employee()) then true when "people"."id" = (select access.me()) then true when (select access.i_am_administrator()) then true else exists (select 1 from appearances a where a.person_id = "people"."id") end);--> statement-breakpoint
CREATE POLICY "a person keeps their own profile" ON "people" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("people"."id" = (select access.me())) WITH CHECK ("people"."id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by employees, and by externals if the person says so" ON "reaches" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "reaches"."person_id" = (select access.me()) then true when (select access.i_am_employee()) or "reaches"."shown_to_externals_at" is not null then exists (select 1 from people p where p.id = "reaches"."person_id") else false end);--> statement-breakpoint
CREATE POLICY "a person keeps their own" ON "reaches" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("reaches"."person_id" = (select access.me())) WITH CHECK ("reaches"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by who holds it and by managers" ON "seats" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "seats"."person_id" = (select access.me()) then true else case when "seats"."space_id" = any ((select access.my_spaces(4))::uuid[]) then true else "seats"."space_id" = (select access.my_own_space()) end end);--> statement-breakpoint
CREATE POLICY "given by managers and in own space, to people one may see" ON "seats" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "seats"."space_id" = any ((select access.my_spaces(4))::uuid[]) then true else "seats"."space_id" = (select access.my_own_space()) end and ("seats"."person_id" is null or exists (select 1 from people p where p.id = "seats"."person_id")) and ("seats"."circle_id" is null or exists (select 1 from circles c where c.id = "seats"."circle_id")));--> statement-breakpoint
CREATE POLICY "taken by managers and in own space" ON "seats" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "seats"."space_id" = any ((select access.my_spaces(4))::uuid[]) then true else "seats"."space_id" = (select access.my_own_space()) end);--> statement-breakpoint
CREATE POLICY "seen by whoever sits in it" ON "spaces" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "spaces"."id" = any ((select access.my_spaces(1))::uuid[]) then true else exists (select 1 from audiences a where a.space_id = "spaces"."id") end);--> statement-breakpoint
CREATE POLICY "opened and closed by its managers" ON "spaces" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("spaces"."id" = any ((select access.my_spaces(4))::uuid[])) WITH CHECK ("spaces"."id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "seen by the person" ON "tokens" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("tokens"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "made by the person" ON "tokens" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("tokens"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "ended by the person" ON "tokens" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("tokens"."person_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "events" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "events"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "events"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "told by who did it, in an audience of theirs" ON "events" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "events"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "events"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end and "events"."actor_id" = (select access.me()));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "comments" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "comments"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "comments" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "comments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "comments"."author_id" = (select access.me()) and exists (select 1 from threads h where h.id = "comments"."thread_id" and h.space_id = "comments"."space_id" and h.audience_id = "comments"."audience_id"));--> statement-breakpoint
CREATE POLICY "removed by its audience" ON "comments" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "comments"."author_id" = (select access.me()) then case when "comments"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end else case when "comments"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "comments"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "threads" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "threads"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "threads"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "threads" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "threads"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "threads"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "likes" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "likes"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "likes"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "likes" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "likes"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "likes"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end and "likes"."person_id" = (select access.me()) and exists (select 1 from posts p where p.id = "likes"."post_id" and p.space_id = "likes"."space_id" and p.audience_id = "likes"."audience_id"));--> statement-breakpoint
CREATE POLICY "taken back by whoever gave it" ON "likes" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ("likes"."person_id" = (select access.me()) and case when "likes"."space_id" in (select unnest((select access.my_spaces(2))::uuid[])) then true else "likes"."audience_id" in (select unnest((select access.my_audiences(2))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "posts" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "posts"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "posts" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "posts"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "posts"."author_id" = (select access.me()) and exists (select 1 from groups g where g.id = "posts"."group_id" and g.space_id = "posts"."space_id"));--> statement-breakpoint
CREATE POLICY "removed by its audience" ON "posts" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "posts"."author_id" = (select access.me()) then case when "posts"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end else case when "posts"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end end);--> statement-breakpoint
CREATE POLICY "changed by whoever wrote it" ON "posts" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("posts"."author_id" = (select access.me()) and case when "posts"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end) WITH CHECK ("posts"."author_id" = (select access.me()) and case when "posts"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "posts"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "groups" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "groups"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "groups"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "open and closed ones are found by employees" ON "groups" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ("groups"."visibility" <> 'secret' and "groups"."external_since" is null and (select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "added in a space one manages" ON "groups" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("groups"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "changed by owner and moderators" ON "groups" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("groups"."space_id" = any ((select access.my_spaces(4))::uuid[])) WITH CHECK ("groups"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "members" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "members"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "members"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by owner and moderators" ON "members" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("members"."space_id" = any ((select access.my_spaces(4))::uuid[]) and exists (select 1 from people p where p.id = "members"."person_id"));--> statement-breakpoint
CREATE POLICY "role given by owner and moderators" ON "members" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("members"."space_id" = any ((select access.my_spaces(4))::uuid[])) WITH CHECK ("members"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "taken out by owner and moderators, or left" ON "members" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "members"."person_id" = (select access.me()) then true else "members"."space_id" = any ((select access.my_spaces(4))::uuid[]) end);--> statement-breakpoint
CREATE POLICY "never for externals" ON "invitations" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by the team" ON "invitations" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "invitations"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "invitations"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "all are listed for administrators" ON "invitations" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "added by owner and moderators, into groups open to externals" ON "invitations" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ("invitations"."space_id" = any ((select access.my_spaces(4))::uuid[]) and "invitations"."invited_by" = (select access.me()) and exists (select 1 from groups g where g.id = "invitations"."group_id" and g.space_id = "invitations"."space_id" and g.external_since is not null));--> statement-breakpoint
CREATE POLICY "sent anew and taken back by owner and moderators" ON "invitations" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("invitations"."group_id" is not null and "invitations"."space_id" = any ((select access.my_spaces(4))::uuid[])) WITH CHECK ("invitations"."group_id" is not null and "invitations"."space_id" = any ((select access.my_spaces(4))::uuid[]));--> statement-breakpoint
CREATE POLICY "never for externals" ON "departments" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by employees" ON "departments" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "added by administrators" ON "departments" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "changed by administrators" ON "departments" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "removed by administrators" ON "departments" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "never for externals" ON "employments" AS RESTRICTIVE FOR ALL TO "loggia_app" USING ((select access.i_am_employee())) WITH CHECK ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "seen by employees" ON "employments" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_employee()));--> statement-breakpoint
CREATE POLICY "added by administrators" ON "employments" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "changed by administrators" ON "employments" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "removed by administrators" ON "employments" AS PERMISSIVE FOR DELETE TO "loggia_app" USING ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "seen by everyone signed in" ON "portal" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.me()) is not null);--> statement-breakpoint
CREATE POLICY "changed by administrators" ON "portal" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ((select access.i_am_administrator())) WITH CHECK ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "seen by administrators" ON "sampling" AS PERMISSIVE FOR SELECT TO "loggia_app" USING ((select access.i_am_administrator()));--> statement-breakpoint
CREATE POLICY "seen by its audience" ON "tasks" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "tasks"."space_id" in (select unnest((select access.my_spaces(1))::uuid[])) then true else "tasks"."audience_id" in (select unnest((select access.my_audiences(1))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "added by its audience" ON "tasks" AS PERMISSIVE FOR INSERT TO "loggia_app" WITH CHECK (case when "tasks"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "tasks"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end and "tasks"."author_id" = (select access.me()) and case when "tasks"."group_id" is null then "tasks"."space_id" = (select access.my_own_space()) else exists (select 1 from groups g where g.id = "tasks"."group_id" and g.space_id = "tasks"."space_id") end and exists (select 1 from people p where p.id = "tasks"."responsible_id"));--> statement-breakpoint
CREATE POLICY "changed by its audience" ON "tasks" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING (case when "tasks"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "tasks"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end) WITH CHECK (case when "tasks"."space_id" in (select unnest((select access.my_spaces(3))::uuid[])) then true else "tasks"."audience_id" in (select unnest((select access.my_audiences(3))::uuid[])) end);--> statement-breakpoint
CREATE POLICY "removed by its audience" ON "tasks" AS PERMISSIVE FOR DELETE TO "loggia_app" USING (case when "tasks"."space_id" in (select unnest((select access.my_spaces(4))::uuid[])) then true else "tasks"."audience_id" in (select unnest((select access.my_audiences(4))::uuid[])) end);