CREATE TABLE `interpreter_booking` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`language` text NOT NULL,
	`who` text NOT NULL,
	`booked_at` integer NOT NULL,
	`booked_by` text NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interpreter_person` ON `interpreter_booking` (`person_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `partner_contact` (
	`partner_id` text NOT NULL,
	`no` integer NOT NULL,
	`name` text NOT NULL,
	`does` text NOT NULL,
	`phone` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`partner_id`, `no`),
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `partner_seen` (
	`staff_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `partner_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person_merge` (
	`id` text PRIMARY KEY NOT NULL,
	`gone` text NOT NULL,
	`stays` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`reason` text NOT NULL,
	`moved` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`gone`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stays`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `absence` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`set_by` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `field_setting` (
	`field` text PRIMARY KEY NOT NULL,
	`required` integer NOT NULL,
	`hidden` integer NOT NULL,
	`label` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `policy_version` (
	`version` integer PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`policy` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`staff_id` text NOT NULL,
	`name` text NOT NULL,
	`choice` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `name`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `partner` ADD `helps_until` integer;--> statement-breakpoint
ALTER TABLE `partner` ADD `relay` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `languages` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `areas` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `eligibility` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `hours` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `do_not_refer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `verified_at` integer;--> statement-breakpoint
ALTER TABLE `partner` ADD `verified_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `partner` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `partner` ADD `changes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `partner` ADD `added_at` integer;--> statement-breakpoint
ALTER TABLE `person` ADD `pronoun` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `spellings` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `handoff_receiver` ON `handoff` (`receiver_partner`,`received_at`);--> statement-breakpoint
CREATE TRIGGER `policy_is_never_changed` BEFORE UPDATE ON `policy_version` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `policy_is_never_removed` BEFORE DELETE ON `policy_version` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
INSERT INTO `policy_version` (`version`, `from_at`, `policy`, `set_at`) SELECT json_extract(`policy`, '$.version'), `founded_at`, `policy`, `founded_at` FROM `office`;--> statement-breakpoint
ALTER TABLE `office` DROP COLUMN `policy`;--> statement-breakpoint
CREATE INDEX `handoff_received` ON `handoff` (`received_at`);--> statement-breakpoint
CREATE TABLE `deadline_risk` (
	`handoff_id` text NOT NULL,
	`no` integer NOT NULL,
	`kind` text NOT NULL,
	`date` integer NOT NULL,
	`what` text NOT NULL,
	`routed_to` text NOT NULL,
	`since` integer NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	PRIMARY KEY(`handoff_id`, `no`),
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acknowledged_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deadline_risk_date` ON `deadline_risk` (`date`);--> statement-breakpoint
ALTER TABLE `handoff` ADD `risk_alerted_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO `deadline_risk` (`handoff_id`, `no`, `kind`, `date`, `what`, `routed_to`, `since`) SELECT e.`handoff_id`, r.`key` + 1, json_extract(r.`value`, '$.kind'), json_extract(r.`value`, '$.date'), json_extract(r.`value`, '$.what'), json_extract(r.`value`, '$.routedTo'), e.`at` FROM `handoff_event` e, json_each(e.`body`, '$.risks') r WHERE e.`no` = (SELECT max(x.`no`) FROM `handoff_event` x WHERE x.`handoff_id` = e.`handoff_id` AND json_extract(x.`body`, '$.kind') IN ('created', 'deadline_risks_asked'));--> statement-breakpoint
UPDATE `handoff` SET `risk_alerted_at` = (SELECT `last_seen` FROM `clock_mark`), `wake_at` = (SELECT `last_seen` FROM `clock_mark`) WHERE EXISTS (SELECT 1 FROM `deadline_risk` r WHERE r.`handoff_id` = `handoff`.`id` AND r.`date` > (SELECT `last_seen` FROM `clock_mark`));--> statement-breakpoint
CREATE TABLE `override` (
	`handoff_id` text NOT NULL,
	`no` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`explained_in` integer,
	PRIMARY KEY(`handoff_id`, `no`),
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `override_by` ON `override` (`by`,`explained_in`);--> statement-breakpoint
CREATE INDEX `override_at` ON `override` (`at`);--> statement-breakpoint
INSERT INTO `override` (`handoff_id`, `no`, `at`, `by`, `explained_in`) SELECT `handoff_id`, `no`, `at`, `by`, CASE WHEN json_extract(`body`, '$.override') = '' THEN NULL ELSE `no` END FROM `handoff_event` WHERE json_extract(`body`, '$.kind') = 'number_shown' AND json_extract(`body`, '$.override') IS NOT NULL AND `by` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `bounce_reason` ADD `used` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `bounce_reason` SET `used` = true WHERE `code` IN (SELECT json_extract(`body`, '$.bounce.reason') FROM `handoff_event` WHERE json_extract(`body`, '$.kind') = 'bounced');
