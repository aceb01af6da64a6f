/** The first letter large, as a sentence begins. */
export const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
