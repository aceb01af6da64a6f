/** Stands where something was redacted (S5, M5). Nothing is joined across it, so that redacting never makes a new word. */
export const REDACTION_MARK = '▬▬▬'
