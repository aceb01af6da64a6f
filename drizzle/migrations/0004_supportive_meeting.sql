CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`person_id` text NOT NULL,
	`mode` text NOT NULL,
	`lead` text NOT NULL,
	`started_at` integer NOT NULL,
	`running_since` integer,
	`ended_at` integer,
	`body` text NOT NULL,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_handoff` ON `meeting` (`handoff_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `meeting_person` ON `meeting` (`person_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `meeting_open` ON `meeting` (`ended_at`,`started_at`);--> statement-breakpoint
CREATE TABLE `meeting_event` (
	`meeting_id` text NOT NULL,
	`no` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`body` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `no`),
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_text` (
	`meeting_id` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `field`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `story` (
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`situation` text NOT NULL,
	`background` text NOT NULL,
	`approved_at` integer NOT NULL,
	`approved_by` text NOT NULL,
	`meeting_id` text,
	PRIMARY KEY(`person_id`, `version`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `withheld_item` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`partner_id` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `withheld_item_person` ON `withheld_item` (`person_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `disclosure` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`meeting_id` text,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`to_whom` text NOT NULL,
	`how` text NOT NULL,
	`by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disclosure_release` ON `disclosure` (`release_id`,`at`);--> statement-breakpoint
CREATE TABLE `release` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`handoff_id` text,
	`partner_id` text,
	`organisation` text NOT NULL,
	`recipient` text NOT NULL,
	`purpose` text NOT NULL,
	`may` text NOT NULL,
	`may_not` text NOT NULL,
	`ways` text NOT NULL,
	`risks_told` integer NOT NULL,
	`other_ways` text NOT NULL,
	`rights_told` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`copy` text NOT NULL,
	`language` text NOT NULL,
	`interpreter` text NOT NULL,
	`minor` text,
	`signed_at` integer,
	`witness` text,
	`renews` text,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	`revoked_at` integer,
	`revoked_how` text,
	`revoked_words` text DEFAULT '' NOT NULL,
	`revoked_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_person` ON `release` (`person_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `release_expires` ON `release` (`expires_at`);--> statement-breakpoint
CREATE TABLE `told_without_consent` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`to_whom` text NOT NULL,
	`why` text NOT NULL,
	`basis` text NOT NULL,
	`by` text NOT NULL,
	`written_at` integer NOT NULL,
	`authorised_by` text DEFAULT '' NOT NULL,
	`authorised_at` integer,
	`told_her` text NOT NULL,
	`told_her_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `told_without_consent_person` ON `told_without_consent` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `accompaniment` (
	`handoff_id` text PRIMARY KEY NOT NULL,
	`worker` text NOT NULL,
	`begun_at` integer NOT NULL,
	`rung` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `accompaniment_step` (
	`handoff_id` text NOT NULL,
	`no` integer NOT NULL,
	`at` integer NOT NULL,
	`meeting_id` text,
	`rung` text NOT NULL,
	`words` text NOT NULL,
	`proposed` text NOT NULL,
	`decided` text NOT NULL,
	`ends` text,
	`by` text NOT NULL,
	PRIMARY KEY(`handoff_id`, `no`),
	FOREIGN KEY (`handoff_id`) REFERENCES `accompaniment`(`handoff_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`week` integer NOT NULL,
	`heard` text NOT NULL,
	`in_control` text NOT NULL,
	`repeated` text NOT NULL,
	`anything` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `goal` (
	`id` text PRIMARY KEY NOT NULL,
	`stay_id` text NOT NULL,
	`words` text NOT NULL,
	`help` text NOT NULL,
	`need` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	`handoff_id` text,
	`done_at` integer,
	`let_go` text DEFAULT '' NOT NULL,
	`let_go_at` integer,
	FOREIGN KEY (`stay_id`) REFERENCES `stay`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_stay` ON `goal` (`stay_id`);--> statement-breakpoint
CREATE TABLE `stay` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`intake_at` integer NOT NULL,
	`worker` text NOT NULL,
	`goals_asked_at` integer,
	`ended_at` integer,
	`wants_contact` integer,
	`contact_words` text DEFAULT '' NOT NULL,
	`next_contact_at` integer,
	`written_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stay_open` ON `stay` (`ended_at`,`intake_at`);--> statement-breakpoint
CREATE INDEX `stay_person` ON `stay` (`person_id`);--> statement-breakpoint
CREATE TABLE `success` (
	`id` text PRIMARY KEY NOT NULL,
	`day` integer NOT NULL,
	`words` text NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `meeting_event_is_never_changed` BEFORE UPDATE ON `meeting_event` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `meeting_event_is_never_removed` BEFORE DELETE ON `meeting_event` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `story_is_never_changed` BEFORE UPDATE ON `story` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `story_is_never_removed` BEFORE DELETE ON `story` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `disclosure_is_never_changed` BEFORE UPDATE ON `disclosure` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `disclosure_is_never_removed` BEFORE DELETE ON `disclosure` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `accompaniment_step_is_never_changed` BEFORE UPDATE ON `accompaniment_step` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `accompaniment_step_is_never_removed` BEFORE DELETE ON `accompaniment_step` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `success_is_never_changed` BEFORE UPDATE ON `success` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `feedback_is_never_changed` BEFORE UPDATE ON `feedback` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `m3_closed_meeting_keeps_its_texts` BEFORE UPDATE ON `meeting_text` WHEN EXISTS (SELECT 1 FROM `meeting` WHERE `meeting`.`id` = OLD.`meeting_id` AND `meeting`.`ended_at` IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a closed meeting keeps its words'); END;--> statement-breakpoint
CREATE TRIGGER `m3_closed_meeting_takes_no_text` BEFORE INSERT ON `meeting_text` WHEN EXISTS (SELECT 1 FROM `meeting` WHERE `meeting`.`id` = NEW.`meeting_id` AND `meeting`.`ended_at` IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a closed meeting keeps its words'); END;--> statement-breakpoint
CREATE TRIGGER `m3_closed_is_never_opened` BEFORE UPDATE OF `ended_at` ON `meeting` WHEN OLD.`ended_at` IS NOT NULL AND NEW.`ended_at` IS NOT OLD.`ended_at` BEGIN SELECT RAISE(ABORT, 'a closed meeting stays closed'); END;--> statement-breakpoint
CREATE TRIGGER `r2_revoked_is_for_good` BEFORE UPDATE OF `revoked_at`, `revoked_how`, `revoked_words`, `revoked_by` ON `release` WHEN OLD.`revoked_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'taken back is taken back'); END;--> statement-breakpoint
CREATE TRIGGER `release_keeps_its_words` BEFORE UPDATE OF `person_id`, `handoff_id`, `partner_id`, `organisation`, `recipient`, `purpose`, `may`, `may_not`, `ways`, `risks_told`, `other_ways`, `rights_told`, `starts_at`, `expires_at`, `copy`, `language`, `interpreter`, `minor`, `signed_at`, `witness`, `renews` ON `release` WHEN OLD.`signed_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'what she signed stays as it is'); END;--> statement-breakpoint
CREATE TRIGGER `release_is_never_removed` BEFORE DELETE ON `release` WHEN OLD.`signed_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'what she signed stays'); END;--> statement-breakpoint
CREATE TRIGGER `r4_told_stays_told` BEFORE UPDATE OF `at`, `what`, `to_whom`, `why`, `basis`, `by` ON `told_without_consent` BEGIN SELECT RAISE(ABORT, 'append-only'); END;--> statement-breakpoint
CREATE TRIGGER `r4_told_is_never_removed` BEFORE DELETE ON `told_without_consent` BEGIN SELECT RAISE(ABORT, 'append-only'); END;
