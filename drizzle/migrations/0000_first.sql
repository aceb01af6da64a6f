CREATE TABLE `alert` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`handoff_id` text NOT NULL,
	`level` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`seen_at` integer,
	`seen_by` text,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alert_unseen` ON `alert` (`seen_at`,`handoff_id`);--> statement-breakpoint
CREATE TABLE `bounce_reason` (
	`code` text PRIMARY KEY NOT NULL,
	`side` text NOT NULL,
	`label` text NOT NULL,
	`seen` text NOT NULL,
	`change` text NOT NULL,
	`position` integer NOT NULL,
	`retired` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clock_mark` (
	`id` integer PRIMARY KEY NOT NULL,
	`last_seen` integer NOT NULL,
	`drift_flagged` integer DEFAULT false NOT NULL,
	CONSTRAINT `one_clock` CHECK (`id` = 1)
);
--> statement-breakpoint
CREATE TABLE `contact_plan` (
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`plan` text NOT NULL,
	`verified` text,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`person_id`, `version`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`staff_id` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `key`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `handoff` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`direction` text NOT NULL,
	`person_id` text NOT NULL,
	`source_partner` text,
	`source_staff` text,
	`receiver_partner` text,
	`receiver_staff` text,
	`helps` text NOT NULL,
	`prompt` text NOT NULL,
	`received_at` integer NOT NULL,
	`standard_hours` integer NOT NULL,
	`standard_mode` text NOT NULL,
	`policy_version` integer NOT NULL,
	`assigned_to` text NOT NULL,
	`state` text NOT NULL,
	`clock_from` integer NOT NULL,
	`clock_at` integer,
	`attempts_at` text NOT NULL,
	`tries` integer NOT NULL,
	`stopped` integer NOT NULL,
	`contact_made` integer NOT NULL,
	`risk_kind` text,
	`risk_date` integer,
	`first_contact_at` integer,
	`first_confirmed_at` integer,
	`first_bounced_at` integer,
	`ended_at` integer,
	`closed_as` text,
	`entered_in_error` integer NOT NULL,
	`next_task_no` integer,
	`next_task_open` integer,
	`alerted_at` integer NOT NULL,
	`acted_at` integer NOT NULL,
	`wake_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_partner`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_partner`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_to`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`id`,`next_task_no`,`next_task_open`) REFERENCES `task`(`handoff_id`,`no`,`open`) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT `h1_open_has_next_action` CHECK ((`ended_at` IS NULL) = (`next_task_no` IS NOT NULL)),
	CONSTRAINT `h1_next_action_is_open` CHECK ((`next_task_no` IS NULL AND `next_task_open` IS NULL) OR (`next_task_no` IS NOT NULL AND `next_task_open` IS NOT NULL AND `next_task_open` = 1)),
	CONSTRAINT `not_before_receipt` CHECK (`clock_from` >= `received_at`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handoff_number_unique` ON `handoff` (`number`);--> statement-breakpoint
CREATE INDEX `handoff_open` ON `handoff` (`ended_at`,`clock_at`);--> statement-breakpoint
CREATE INDEX `handoff_wake` ON `handoff` (`wake_at`);--> statement-breakpoint
CREATE INDEX `handoff_person` ON `handoff` (`person_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `handoff_source` ON `handoff` (`source_partner`,`received_at`);--> statement-breakpoint
CREATE TABLE `handoff_event` (
	`handoff_id` text NOT NULL,
	`no` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`body` text NOT NULL,
	PRIMARY KEY(`handoff_id`, `no`),
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `office` (
	`id` integer PRIMARY KEY NOT NULL,
	`shelter` text NOT NULL,
	`zone` text NOT NULL,
	`policy` text NOT NULL,
	`police_number` text NOT NULL,
	`supervisor_name` text NOT NULL,
	`supervisor_phone` text NOT NULL,
	`founded_at` integer NOT NULL,
	CONSTRAINT `one_office` CHECK (`id` = 1)
);
--> statement-breakpoint
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`phone` text NOT NULL,
	`note` text NOT NULL,
	`helps_to_reach` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_nameKey_unique` ON `partner` (`name_key`);--> statement-breakpoint
CREATE TABLE `partner_standard` (
	`partner_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`hours` integer NOT NULL,
	`mode` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`partner_id`, `from_at`, `set_at`),
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`alias` text NOT NULL,
	`initials` text NOT NULL,
	`plan_version` integer NOT NULL,
	`stopped_at` integer,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person_key` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`kind`, `key`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `person_key_person` ON `person_key` (`person_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`slot_id` text,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_slotId_unique` ON `staff` (`slot_id`);--> statement-breakpoint
CREATE TABLE `task` (
	`handoff_id` text NOT NULL,
	`no` integer NOT NULL,
	`kind` text NOT NULL,
	`owner` text NOT NULL,
	`due_at` integer NOT NULL,
	`until` integer,
	`waits_on` text NOT NULL,
	`what` text NOT NULL,
	`by_hand` integer NOT NULL,
	`done_at` integer,
	`open` integer NOT NULL,
	PRIMARY KEY(`handoff_id`, `no`),
	FOREIGN KEY (`owner`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT `open_or_done` CHECK (`open` = (`done_at` IS NULL))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `task_open` ON `task` (`handoff_id`,`no`,`open`);--> statement-breakpoint
CREATE INDEX `task_owner` ON `task` (`owner`,`open`);--> statement-breakpoint
CREATE TRIGGER `event_is_never_changed` BEFORE UPDATE ON `handoff_event` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `event_is_never_removed` BEFORE DELETE ON `handoff_event` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `plan_is_never_changed` BEFORE UPDATE ON `contact_plan` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `plan_is_never_removed` BEFORE DELETE ON `contact_plan` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `clock_never_goes_back` BEFORE UPDATE ON `clock_mark` WHEN NEW.`last_seen` < OLD.`last_seen` BEGIN SELECT RAISE(ABORT, 'the high-water mark only rises'); END;--> statement-breakpoint
CREATE TRIGGER `h1_closed_has_no_task` AFTER UPDATE ON `handoff` WHEN NEW.`ended_at` IS NOT NULL AND EXISTS (SELECT 1 FROM `task` WHERE `task`.`handoff_id` = NEW.`id` AND `task`.`open` = 1) BEGIN SELECT RAISE(ABORT, 'a closed handoff has no open task'); END;
