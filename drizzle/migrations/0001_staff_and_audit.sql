CREATE TABLE `break_glass` (
	`person_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`person_id`, `staff_id`, `at`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `conflict` (
	`staff_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`staff_id`, `person_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflict_person` ON `conflict` (`person_id`);--> statement-breakpoint
CREATE TABLE `decision_right` (
	`right` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`deputy` text,
	`deputy_acts` integer DEFAULT false NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`holder`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `restriction` (
	`person_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `restriction_staff` (
	`person_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `staff_id`),
	FOREIGN KEY (`person_id`) REFERENCES `restriction`(`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`no` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`kind` text NOT NULL,
	`about` text,
	`facts` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_kind` ON `audit` (`kind`,`no`);--> statement-breakpoint
CREATE TABLE `audit_chain` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	`checked_at` integer,
	`found` text
);
--> statement-breakpoint
ALTER TABLE `clock_mark` ADD `resets` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `office` ADD `idle_minutes` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `office` ADD `seal_minutes` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `office` ADD `keyring_serial` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `staff` ADD `temporary_until` integer;--> statement-breakpoint
ALTER TABLE `staff` ADD `temporary_used` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `pin_hash` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `last_sign_in_at` integer;--> statement-breakpoint
ALTER TABLE `staff` ADD `read_up_to` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_removed` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `chain_keeps_its_key` BEFORE UPDATE OF `key` ON `audit_chain` BEGIN SELECT RAISE(ABORT, 'the chain keeps its key'); END;--> statement-breakpoint
CREATE TRIGGER `chain_is_never_removed` BEFORE DELETE ON `audit_chain` BEGIN SELECT RAISE(ABORT, 'the chain keeps its key'); END;--> statement-breakpoint
INSERT INTO `audit_chain` (`id`, `key`) VALUES (1, randomblob(32));--> statement-breakpoint
DROP TRIGGER `clock_never_goes_back`;--> statement-breakpoint
CREATE TRIGGER `clock_never_goes_back` BEFORE UPDATE ON `clock_mark` WHEN NEW.`last_seen` < OLD.`last_seen` AND NEW.`resets` <> OLD.`resets` + 1 BEGIN SELECT RAISE(ABORT, 'the high-water mark only rises'); END;--> statement-breakpoint
INSERT INTO `decision_right` (`right`, `holder`, `since`) SELECT 'workflow_owner', `id`, `added_at` FROM `staff` WHERE `roles` LIKE '%"workflow_owner"%' ORDER BY `added_at` LIMIT 1;--> statement-breakpoint
INSERT INTO `decision_right` (`right`, `holder`, `since`) SELECT 'data_owner', `id`, `added_at` FROM `staff` WHERE `roles` LIKE '%"data_owner"%' ORDER BY `added_at` LIMIT 1;--> statement-breakpoint
UPDATE `staff` SET `roles` = (SELECT json_group_array(`value`) FROM json_each(`staff`.`roles`) WHERE `value` NOT IN ('workflow_owner', 'data_owner'));--> statement-breakpoint
UPDATE `staff` SET `roles` = '["worker"]' WHERE `roles` = '[]';--> statement-breakpoint
CREATE TRIGGER `h4_who_leaves_owns_nothing` BEFORE UPDATE OF `left_at` ON `staff` WHEN NEW.`left_at` IS NOT NULL AND (EXISTS (SELECT 1 FROM `task` WHERE `task`.`owner` = NEW.`id` AND `task`.`open` = 1) OR EXISTS (SELECT 1 FROM `handoff` WHERE `handoff`.`assigned_to` = NEW.`id` AND `handoff`.`ended_at` IS NULL) OR EXISTS (SELECT 1 FROM `decision_right` WHERE `holder` = NEW.`id` OR `deputy` = NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'H4: who leaves owns nothing'); END;--> statement-breakpoint
CREATE TRIGGER `h4_no_task_for_who_has_left` BEFORE INSERT ON `task` WHEN NEW.`open` = 1 AND EXISTS (SELECT 1 FROM `staff` WHERE `staff`.`id` = NEW.`owner` AND `staff`.`left_at` IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'H4: who has left owns nothing'); END;--> statement-breakpoint
CREATE TRIGGER `h4_no_task_given_to_who_has_left` BEFORE UPDATE ON `task` WHEN NEW.`open` = 1 AND EXISTS (SELECT 1 FROM `staff` WHERE `staff`.`id` = NEW.`owner` AND `staff`.`left_at` IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'H4: who has left owns nothing'); END;
