import type { Session } from 'electron'

/** E3: the spell-checker fetches its dictionaries from outside (seen: 4 packets within ten seconds). */
export function disableSpellChecker(session: Session): void {
  session.setSpellCheckerEnabled(false)
}
