import type { TFunction } from 'i18next'
import type { Failure } from '#shared/contract/call'

/** Describes a failure, for a line where the screen has no better words. */
export function describeFailure(t: TFunction, failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return t(`failure.refused.${failure.reason}`)
    case 'invalid':
      return t('failure.invalid')
    case 'closed_to_you':
      return t('failure.closed_to_you')
    case 'storage':
      return t(`failure.storage.${failure.what}`)
    case 'broken':
      return t('failure.broken')
  }
}

/** Describes the failure of one form field: a refusal that names it, or the contract's own complaint about it. `path` is dotted. */
export function describeFieldFailure(t: TFunction, failure: Failure | null | undefined, path: string): string | undefined {
  if (!failure) return undefined
  if (failure.kind === 'refused') return failure.field === path ? t(`failure.refused.${failure.reason}`) : undefined
  if (failure.kind !== 'invalid') return undefined
  const found = failure.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))
  if (!found) return undefined
  const code = found.code === 'too_big' || found.code === 'too_small' ? found.code : 'other'
  return t(`failure.invalidField.${code}`)
}
