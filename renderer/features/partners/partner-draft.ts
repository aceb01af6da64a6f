import type { Input } from '#shared/contract/index'
import type { PartnerDetailView } from '#shared/contract/office/partner'
import { endOfDay, toLocalTime, type Instant, type Zone } from '#shared/domain/core/moment'
import type { PartnerKind } from '#shared/domain/core/vocabulary'
import { parseMoment } from '../../components'

export interface TypedContact {
  readonly name: string
  readonly does: string
  readonly phone: string
  readonly note: string
}

/** The form as typed: plain JSON, because it is also the draft. */
export interface PartnerFormValues {
  name: string
  kind: PartnerKind
  phone: string
  note: string
  helpsToReach: boolean
  /** A local date; empty: no end. */
  helpsUntil: string
  relay: string
  languages: string
  areas: string
  hours: string
  eligibility: string
  doNotRefer: string
  /** Null: it was not shown, so it stays as it is. */
  address: string | null
  contacts: readonly TypedContact[]
  basedOn: Instant | null
}

export const NO_CONTACT: TypedContact = { name: '', does: '', phone: '', note: '' }

/** Returns the first values of the form; empty for a new partner. */
export const toPartnerForm = (partner: PartnerDetailView | null, zone: Zone): PartnerFormValues => ({
  name: partner?.name ?? '',
  kind: partner?.kind ?? 'agency',
  phone: partner?.phone ?? '',
  note: partner?.note ?? '',
  helpsToReach: partner?.helpsToReach ?? false,
  // The agreement ends with its day, which its last instant tells.
  helpsUntil: partner?.helpsUntil ? toLocalTime(partner.helpsUntil - 1, zone).date : '',
  relay: partner?.relay ?? '',
  languages: partner?.languages ?? '',
  areas: partner?.areas ?? '',
  hours: partner?.hours ?? '',
  eligibility: partner?.eligibility ?? '',
  doNotRefer: partner?.doNotRefer ?? '',
  address: partner?.hasAddress ? null : '',
  contacts: partner?.contacts ?? [],
  basedOn: partner?.changedAt ?? null,
})

/** Parses the end of the agreement's last day; null without one, `wrong` for a day that does not exist. */
export function parseAgreementEnd({ helpsUntil }: PartnerFormValues, now: Instant, zone: Zone): Instant | null | 'wrong' {
  if (helpsUntil.trim() === '') return null
  const noon = parseMoment({ date: helpsUntil, time: '12:00' }, now, zone)
  return noon.ok ? endOfDay(noon.value, zone) : 'wrong'
}

/** Converts the form to the contract's input; empty lines of contacts are left out. */
export function toPartnerInput(id: string | null, typed: PartnerFormValues, helpsUntil: Instant | null): Input<'partner.save'> {
  const { name, kind, phone, note, helpsToReach, basedOn, contacts, ...more } = typed
  return {
    id,
    name,
    kind,
    phone,
    note,
    helpsToReach,
    ...(id === null ? {} : { basedOn }),
    more: {
      ...more,
      helpsUntil: helpsToReach ? helpsUntil : null,
      contacts: contacts.filter((one) => Object.values(one).some((text) => text.trim() !== '')),
    },
  }
}
