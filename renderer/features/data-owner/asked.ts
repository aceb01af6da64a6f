import type { Output } from '#shared/contract/index'

export type Setting = Output<'fields.read'>[number]
/** One answer instead of two that exclude each other. */
export type Asked = 'asked' | 'required' | 'hidden'
export const askedOf = (setting: Pick<Setting, 'hidden' | 'required'> | undefined): Asked =>
  setting?.hidden ? 'hidden' : setting?.required ? 'required' : 'asked'
