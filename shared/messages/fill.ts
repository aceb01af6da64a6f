/** Puts values into the `{{…}}` places of a message, where no i18next is at hand: in the domain and in the office. */
export const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place))
