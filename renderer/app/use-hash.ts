import { navigate, useHashLocation } from 'wouter/use-hash-location'

/** Where the book is open, below '#'. wouter keeps the question of the last place ('?do=attempt') unless the next has one: here it goes with its place. */
const navigateTo: typeof navigate = (to, options) => navigate(to.includes('?') ? to : `${to}?`, options)

export const useHash = Object.assign((): [string, typeof navigate] => [useHashLocation()[0], navigateTo], {
  hrefs: (href: string) => `#${href}`,
})
