/** Three different places of the twelve, in order. */
export function threePlaces(): readonly number[] {
  const places = new Set<number>()
  while (places.size < 3) places.add(1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 12))
  return [...places].toSorted((a, b) => a - b)
}

/** Which of the typed words are the words at these places; capitals and blanks around them do not matter. */
export const rightWords = (typed: readonly string[], places: readonly number[], words: readonly string[]): readonly boolean[] =>
  typed.map((word, index) => asWord(word) === words[(places[index] ?? 0) - 1])

export const asWord = (typed: string): string => typed.trim().toLowerCase()

/** '3, 8 and 11'. */
export const listed = (items: readonly (string | number)[], and: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
