/** Capitalises the first letter, as at the beginning of a sentence. */
export const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
