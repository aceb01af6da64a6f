import type { Input } from '#shared/contract/index'

type NewPartner = Omit<Input<'partner.save'>, 'id'>
export interface SamplePartner extends NewPartner {
  /** How often a referral comes from this partner. */
  readonly weight: number
  /** Its own standard, from so many days before the sample's end (C2). */
  readonly standard: { readonly daysBefore: number; readonly hours: number; readonly mode: 'measured' | 'pilot' | 'committed' } | null
}

const partner = <Name extends string>(
  name: Name,
  kind: NewPartner['kind'],
  weight: number,
  helpsToReach: boolean,
  standard: SamplePartner['standard'] = null,
  note = '',
): SamplePartner & { readonly name: Name } => ({ name, kind, weight, helpsToReach, standard, note, phone: '' })

/** Invented agencies. Their telephone numbers are assigned when they are saved. */
export const PARTNERS = [
  partner(
    'Riverside Court Clinic',
    'court_clinic',
    9,
    true,
    { daysBefore: 300, hours: 24, mode: 'committed' },
    'Ring after the morning list, 11:30.',
  ),
  partner('Northgate Line', 'crisis_line', 12, true),
  partner('Birch Street Legal', 'legal', 7, true),
  partner('Hillcrest House', 'shelter', 6, false),
  partner('Wapiti Family Centre', 'agency', 8, true, { daysBefore: 18, hours: 24, mode: 'pilot' }),
  partner(
    'St. Odile Hospital, social work',
    'health',
    7,
    true,
    { daysBefore: 200, hours: 48, mode: 'committed' },
    '48 h with documented attempts, agreed in spring.',
  ),
  partner('Poplar Grove Police, victim services', 'police', 6, false, { daysBefore: 120, hours: 24, mode: 'measured' }),
  partner('Cardinal Street School', 'school', 3, true),
  partner('Sweetgrass Housing', 'housing', 4, false),
  partner('Maison des Érables', 'shelter', 4, true),
  partner('Prairie Newcomers', 'agency', 6, true),
  partner('Two Bridges Health', 'health', 4, false, { daysBefore: 60, hours: 72, mode: 'measured' }),
  partner('Foothills Income Desk', 'agency', 3, true),
  partner('Larkspur Shelter', 'shelter', 4, true, { daysBefore: 90, hours: 48, mode: 'committed' }),
] as const satisfies readonly SamplePartner[]

export type PartnerName = (typeof PARTNERS)[number]['name']
