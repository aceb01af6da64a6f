/** A worker's own views of the board. */
export const view = {
  say: 'as in',
  label: 'My views',
  none: 'no view of mine',
  open: 'My view: {{name}}',
  keep: 'Keep this view',
  drop: 'Drop this view',
  name: 'Its name',
  save: 'Keep it',
  leave: 'Leave it',
  kept: 'The view is kept.',
  dropped: 'The view is gone.',
} as const

/** Several rows given at once. */
export const many = {
  pick: 'Choose this row',
  unpick: 'Leave this row out',
  picked: 'chosen',
  count_one: '{{count}} chosen',
  count_other: '{{count}} chosen',
  give_one: 'Give {{count}} to …',
  give_other: 'Give {{count}} to …',
  why: 'Why',
  now: 'Give them',
  none: 'Choose none',
  given_one: '{{count}} given to {{name}}.',
  given_other: '{{count}} given to {{name}}.',
  notAll: 'Nothing was given.',
} as const
