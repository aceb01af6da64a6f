/** A worker's own views of the board. */
export const view = {
  say: 'View:',
  label: 'My views',
  none: 'no saved view',
  open: 'My view: {{name}}',
  keep: 'Save this view',
  drop: 'Remove this view',
  name: 'Name of this view',
  save: 'Save',
  leave: 'Cancel',
  kept: 'View saved.',
  dropped: 'View removed.',
} as const

/** Several rows given at once. */
export const many = {
  pick: 'Select this row',
  unpick: 'Unselect this row',
  picked: 'selected',
  count_one: '{{count}} selected',
  count_other: '{{count}} selected',
  give_one: 'Assign {{count}} to…',
  give_other: 'Assign {{count}} to…',
  why: 'Why',
  now: 'Assign',
  none: 'Unselect all',
  given_one: '{{count}} assigned to {{name}}.',
  given_other: '{{count}} assigned to {{name}}.',
  notAll: 'Nothing was assigned.',
} as const
