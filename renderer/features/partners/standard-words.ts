import type { TFunction } from 'i18next'
import type { PartnerView } from '#shared/contract/office/partner'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { PILOT_DURATION, type PartnerStandard } from '#shared/domain/policy/policy'
import { formatDay } from '#shared/domain/core/wording'

/** Describes the standard for a referral of today: '24 h, the house’s own', '48 h, agreed', 'Measured only; no alarms'. */
export const describeStandardInForce = (t: TFunction, { inForce }: PartnerView): string =>
  t(inForce.own ? `partners.inForce.${inForce.mode}` : 'partners.inForce.house', { hours: inForce.hours })

/** Describes one line of the history: '48 h, agreed, from Tue 1 Sep'. */
export const describeStandard = (t: TFunction, { mode, hours, from }: PartnerStandard, now: Instant, zone: Zone): string =>
  t(`partners.was.${mode}`, { hours, from: formatDay(from, now, zone), until: formatDay(from + PILOT_DURATION, now, zone) })
