CREATE TABLE "letters_in" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"address_hash" text NOT NULL,
	"envelope_from" text,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kept_at" timestamp with time zone,
	"size" integer,
	"content_hash" text,
	"message_id" text,
	"writer" text,
	"person_id" uuid,
	"taken_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"refusal" text,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "letters_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reply_addresses" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"thread_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reply_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters_in" ADD CONSTRAINT "letters_in_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "the same letter once" ON "letters_in" USING btree ("address_hash","content_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "one letter of a name to an address" ON "letters_in" USING btree ("address_hash","message_id");--> statement-breakpoint
CREATE INDEX "letters_in_arrived_at_index" ON "letters_in" USING btree ("arrived_at");--> statement-breakpoint
CREATE INDEX "letters_in_person_id_arrived_at_index" ON "letters_in" USING btree ("person_id","arrived_at");--> statement-breakpoint
CREATE INDEX "letters_in_refused" ON "letters_in" USING btree ("id") WHERE refusal is not null;--> statement-breakpoint
CREATE INDEX "reply_addresses_person_id_index" ON "reply_addresses" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reply_addresses_thread_id_index" ON "reply_addresses" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "reply_addresses_audience_id_index" ON "reply_addresses" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "reply_addresses_made_at_index" ON "reply_addresses" USING btree ("made_at");--> statement-breakpoint
CREATE POLICY "seen by administrators if refused, and by whoever wrote it" ON "letters_in" AS PERMISSIVE FOR SELECT TO "loggia_app" USING (case when "letters_in"."person_id" = (select access.me()) then true when "letters_in"."refusal" is not null then (select access.i_am_administrator()) else false end);--> statement-breakpoint
CREATE POLICY "taken as whoever wrote it" ON "letters_in" AS PERMISSIVE FOR UPDATE TO "loggia_app" USING ("letters_in"."person_id" = (select access.me())) WITH CHECK ("letters_in"."person_id" = (select access.me()));