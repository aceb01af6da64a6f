import type { Input, Output } from '#shared/contract/index'
import type { ReleaseView } from '#shared/contract/person/release'
import type { HandoffId, PartnerId, PersonId, ReleaseId } from '#shared/domain/core/ids'
import type { Zone } from '#shared/domain/core/moment'
import type { DisclosureWay, ReleaseCopy } from '#shared/domain/release/release'
import { parseMoment, toTypedMoment, type TypedMoment } from '../../components'

/** The form: every answer as typed. */
export interface ReleaseFormValues {
  readonly partnerId: PartnerId | null
  readonly organisation: string
  readonly recipient: string
  readonly purpose: string
  readonly may: string
  readonly mayNot: string
  readonly ways: readonly DisclosureWay[]
  readonly starts: TypedMoment
  readonly ends: TypedMoment
  readonly risksTold: boolean
  readonly rightsTold: boolean
  readonly otherWays: string
  readonly language: string
  readonly interpreter: string
  readonly copy: ReleaseCopy
  readonly isMinor: boolean
  readonly minorSigned: boolean
  readonly parent: string
  readonly parentIsNotAbusive: boolean
  /** Null: now. */
  readonly signedAt: TypedMoment | null
}
export type ReleaseFormField = keyof ReleaseFormValues
export type ReleaseFormError = 'organisation' | 'recipient' | 'purpose' | 'may' | 'ways' | 'time'

/** Creates an empty form with the person's language and the end that the policy proposes. */
export const createEmptyReleaseForm = (proposed: Output<'release.list'>['proposed'], now: number, zone: Zone): ReleaseFormValues => ({
  partnerId: null,
  organisation: '',
  recipient: '',
  purpose: '',
  may: '',
  mayNot: '',
  ways: [],
  starts: toTypedMoment(now, now, zone),
  ends: toTypedMoment(proposed.expiresAt, now, zone),
  risksTold: false,
  rightsTold: false,
  otherWays: '',
  language: proposed.language,
  interpreter: '',
  copy: 'unsafe',
  isMinor: proposed.minor,
  minorSigned: false,
  parent: '',
  parentIsNotAbusive: false,
  signedAt: null,
})

/** Returns the form of an unsigned release. */
export const toReleaseForm = (release: ReleaseView, now: number, zone: Zone): ReleaseFormValues => ({
  partnerId: release.partnerId,
  organisation: release.organisation,
  recipient: release.recipient,
  purpose: release.purpose,
  may: release.may,
  mayNot: release.mayNot,
  ways: release.ways,
  starts: toTypedMoment(release.startsAt, now, zone),
  ends: toTypedMoment(release.expiresAt, now, zone),
  risksTold: release.risksTold,
  rightsTold: release.rightsTold,
  otherWays: release.otherWays,
  language: release.language,
  interpreter: release.interpreter,
  copy: release.copy,
  isMinor: release.minor !== null,
  minorSigned: release.minor?.minorSigned ?? false,
  parent: release.minor?.parent ?? '',
  parentIsNotAbusive: release.minor?.parentIsNotAbusive ?? false,
  signedAt: null,
})

/** Validates what cannot be sent, by field; the office judges everything else. */
export function validateReleaseForm(form: ReleaseFormValues, now: number, zone: Zone): Partial<Record<ReleaseFormField, ReleaseFormError>> {
  const found: Partial<Record<ReleaseFormField, ReleaseFormError>> = {}
  if (form.partnerId === null && form.organisation.trim() === '') found.organisation = 'organisation'
  for (const field of ['recipient', 'purpose', 'may'] as const) if (form[field].trim() === '') found[field] = field
  if (form.ways.length === 0) found.ways = 'ways'
  for (const field of ['starts', 'ends'] as const) if (!parseMoment(form[field], now, zone).ok) found[field] = 'time'
  if (form.signedAt !== null && !parseMoment(form.signedAt, now, zone).ok) found.signedAt = 'time'
  return found
}

/** Returns the instant of what was typed; only for a form without errors. */
function readMoment(typed: TypedMoment, now: number, zone: Zone): number {
  const at = parseMoment(typed, now, zone)
  return at.ok ? at.value : now
}

interface ReleaseIds {
  readonly id: ReleaseId | null
  readonly personId: PersonId
  readonly handoffId: HandoffId | null
}

/** Converts the form to the contract's input; only without errors. */
export function toReleaseInput(
  form: ReleaseFormValues,
  ids: ReleaseIds,
  isSigned: boolean,
  now: number,
  zone: Zone,
): Input<'release.write'> {
  const { partnerId, organisation, recipient, purpose, may, mayNot, ways, risksTold, rightsTold, otherWays, language, interpreter, copy } =
    form
  const { minorSigned, parent, parentIsNotAbusive } = form
  return {
    ...ids,
    signed: isSigned ? { at: form.signedAt === null ? null : readMoment(form.signedAt, now, zone), witness: null } : null,
    terms: {
      partnerId,
      organisation,
      recipient,
      purpose,
      may,
      mayNot,
      risksTold,
      rightsTold,
      otherWays,
      language,
      interpreter,
      copy,
      ways: [...ways],
      startsAt: readMoment(form.starts, now, zone),
      expiresAt: readMoment(form.ends, now, zone),
      minor: form.isMinor ? { minorSigned, parent, parentIsNotAbusive } : null,
    },
  }
}

/** The fields by the office's names for them. */
const FIELD_BY_PATH: Readonly<Record<string, ReleaseFormField>> = {
  organisation: 'organisation',
  recipient: 'recipient',
  purpose: 'purpose',
  may: 'may',
  ways: 'ways',
  startsAt: 'starts',
  expiresAt: 'ends',
  risksTold: 'risksTold',
  rightsTold: 'rightsTold',
  minor: 'isMinor',
  signedAt: 'signedAt',
}

/** The field at which a refusal of the office is shown; null: at the foot. A path may name the terms ('terms.may') or a part of a field. */
export function toReleaseField(path: string): ReleaseFormField | null {
  const name = path.replace(/^terms\./, '').split('.')[0] ?? ''
  return FIELD_BY_PATH[name] ?? null
}
