/** A name of one organisation goes on after these commas. */
const CORPORATE_SUFFIX = /,\s*(?=(?:inc|ltd|llp|llc|co|corp|limited|incorporated|society|association|foundation)\b)/giu
/** What nobody writes inside one name. */
const SEPARATOR = /[;/|+\n]|,|\bas well as\b/iu
/** Between two roles or two first names even these are two. */
const CONJUNCTION = /\s+(?:and|or|et|ou|&)\s+/iu
/** R3: no general release. */
const GENERAL_RECIPIENT =
  /\b(?:any(?:one|body)|every(?:one|body)|whom it may concern|(?:all|any|other|various)\s+(?:\p{L}+\s+){0,2}(?:agenc|organi[sz]ation|partner|provider|service|worker|shelter|staff)\p{L}*)\b/iu

const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0

/**
 * R3: whether the name of an organisation names one. Recognised as several: names with ; / | + , or "as well as" between them
 * (a comma before Inc, Ltd, Society and the like belongs to a name), and "and", "or", "&" with two words or more on both sides:
 * "Food and Shelter Society" is one, "Harbour Housing and Birch Street Legal" are two. An organisation whose own name reads
 * like two is chosen from the directory, where nobody asks.
 */
export function isOneOrganisation(name: string): boolean {
  if (GENERAL_RECIPIENT.test(name) || SEPARATOR.test(name.replace(CORPORATE_SUFFIX, ' '))) return false
  const [first, ...others] = name.split(CONJUNCTION)
  return others.every((other) => countWords(first ?? '') < 2 || countWords(other) < 2)
}

/** R3: whether this names one person or role. "and", "or", "&" are always two here. */
export const isOneRecipient = (name: string): boolean => !GENERAL_RECIPIENT.test(name) && !SEPARATOR.test(name) && !CONJUNCTION.test(name)
