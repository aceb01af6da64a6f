import type { Output } from '#shared/contract/index'

export type FieldSettingView = Output<'fields.read'>[number]
/** One answer instead of two that exclude each other. */
export type FieldMode = 'asked' | 'required' | 'hidden'
export const readFieldMode = (setting: Pick<FieldSettingView, 'hidden' | 'required'> | undefined): FieldMode =>
  setting?.hidden ? 'hidden' : setting?.required ? 'required' : 'asked'
