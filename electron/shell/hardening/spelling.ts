import type { Session } from 'electron'

/** E3: the spell-checker fetches its dictionaries from outside (seen: 4 packets within ten seconds). */
export function withoutSpelling(ours: Session): void {
  ours.setSpellCheckerEnabled(false)
}
