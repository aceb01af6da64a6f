import type { Input } from '#shared/contract/index'
import { cleanLine } from '#shared/domain/core/text'
import { normalizeWord } from '../../components'

export const SETUP_STEPS = ['shelter', 'zone', 'director', 'passphrase', 'words', 'policy'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

export interface SetupForm {
  readonly shelter: string
  readonly zone: string
  readonly director: string
  readonly passphrase: string
  readonly again: string
  readonly typedBack: readonly string[]
  readonly hours: string
  readonly shifts: string
  readonly police: string
  readonly supervisorName: string
  readonly supervisorPhone: string
}

export type SetupFormField = keyof SetupForm

export const createEmptySetupForm = (zone: string): SetupForm => ({
  shelter: '',
  zone,
  director: '',
  passphrase: '',
  again: '',
  typedBack: ['', '', ''],
  hours: '24',
  shifts: '7:00, 15:00, 23:00',
  police: '911',
  supervisorName: '',
  supervisorPhone: '',
})

/** The error of a field: a kind that the screen has words for. */
export type SetupFormError = 'empty' | 'long' | 'short' | 'differ' | 'common' | 'bad'
export type SetupFormErrors = Partial<Record<keyof SetupForm, SetupFormError>>

export const SETUP_FORM_FIELDS = Object.keys(createEmptySetupForm('')) as SetupFormField[]

/** The least length of an own passphrase (K3). */
const MIN_PASSPHRASE_LENGTH = 14

function validateLine(raw: string, most: number): SetupFormError | undefined {
  const line = cleanLine(raw)
  if (line === null) return 'bad'
  return line === '' ? 'empty' : line.length > most ? 'long' : undefined
}

/**
 * Parses '7:00, 15.00, 23h00' → ['07:00', '15:00', '23:00'], in order of the day; null when one cannot be read, is repeated, or there are
 * more than six.
 */
export function parseShiftStarts(raw: string): string[] | null {
  const parts = raw
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((part) => /^([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?$/.exec(part))
  if (parts.length === 0 || parts.length > 6 || parts.includes(null)) return null
  const times = parts.map((part) => `${(part?.[1] ?? '').padStart(2, '0')}:${part?.[2] ?? '00'}`)
  return new Set(times).size === times.length ? times.toSorted() : null
}

export const parseStandardHours = (raw: string): number | null =>
  /^\d{1,3}$/.test(raw.trim()) && Number(raw) >= 1 && Number(raw) <= 168 ? Number(raw) : null
export const measurePassphrase = (raw: string): number => Array.from(raw.normalize('NFKC')).length

/** Returns what prevents a step from being complete; empty when it is. The office checks all of it again. */
export function validateSetupStep(step: SetupStep, form: SetupForm, zones: readonly string[]): SetupFormErrors {
  const found: SetupFormErrors = {}
  const note = (field: keyof SetupForm, complaint: SetupFormError | undefined | false) => {
    if (complaint) found[field] = complaint
  }
  switch (step) {
    case 'shelter':
      note('shelter', validateLine(form.shelter, 200))
      break
    case 'director':
      note('director', validateLine(form.director, 200))
      break
    case 'zone':
      note('zone', !zones.includes(form.zone) && 'bad')
      break
    case 'passphrase':
      note('passphrase', form.passphrase === '' ? 'empty' : measurePassphrase(form.passphrase) < MIN_PASSPHRASE_LENGTH && 'short')
      note('again', !found.passphrase && form.again !== form.passphrase && 'differ')
      break
    case 'words':
      break
    case 'policy':
      note('hours', parseStandardHours(form.hours) === null && 'bad')
      note('shifts', parseShiftStarts(form.shifts) === null && 'bad')
      note('police', validateLine(form.police, 40))
      note('supervisorName', validateLine(form.supervisorName, 200))
      note('supervisorPhone', validateLine(form.supervisorPhone, 40))
      break
  }
  return found
}

/** Converts the form to the contract's input; only without errors. `positions`: which of the recovery words were typed back. */
export const toSetupInput = (form: SetupForm, positions: readonly number[]): Input<'setup.finish'> => ({
  shelter: form.shelter,
  zone: form.zone,
  director: form.director,
  passphrase: form.passphrase,
  typedBack: positions.map((position, index) => ({ position, word: normalizeWord(form.typedBack[index] ?? '') })),
  policy: {
    standardHours: parseStandardHours(form.hours) ?? 24,
    shiftStarts: parseShiftStarts(form.shifts) ?? [],
    policeNumber: form.police,
    supervisorName: form.supervisorName,
    supervisorPhone: form.supervisorPhone,
  },
})
