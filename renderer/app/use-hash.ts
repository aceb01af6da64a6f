import { navigate, useHashLocation } from 'wouter/use-hash-location'

/** Navigates below '#'. wouter keeps the query of the last route ('?do=attempt') unless the next one has its own; this removes it. */
const navigateTo: typeof navigate = (to, options) => navigate(to.includes('?') ? to : `${to}?`, options)

export const useHash = Object.assign((): [string, typeof navigate] => [useHashLocation()[0], navigateTo], {
  hrefs: (href: string) => `#${href}`,
})
