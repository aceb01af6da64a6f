ALTER TABLE `partner_standard` ADD `rules` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `facts` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoff` ADD `standard_rules` text DEFAULT '{}' NOT NULL;