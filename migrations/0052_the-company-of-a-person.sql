ALTER TABLE "companies" ADD CONSTRAINT "a company by its name" UNIQUE("id","name");--> statement-breakpoint
ALTER TABLE "people" DROP CONSTRAINT "people_company_id_companies_id_fk";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "company" text;--> statement-breakpoint
UPDATE "people" SET "company" = c."name" FROM "companies" c WHERE c."id" = "people"."company_id";--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_company_id_company_companies_id_name_fk" FOREIGN KEY ("company_id","company") REFERENCES "public"."companies"("id","name") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "a company has its name" CHECK (("people"."company_id" is null) = ("people"."company" is null));
