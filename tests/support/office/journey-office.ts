import { expect } from '@playwright/test'
import type { Input } from '#shared/contract/index'
import type { StaffRole } from '#shared/domain/core/vocabulary'
import type { Host } from '../../hosts/host'
import { setUpOffice } from './set-up-office'
import { addWorkers } from './add-workers'

/** The same in every tzdata: the runtimes of the two hosts differ about Alberta (environment.md). */
export const ZONE = 'America/Regina'
/** Monday 16 November 2026, 9:00 at the shelter. */
export const MONDAY_NINE = Date.UTC(2026, 10, 16, 15)

export const PASSPHRASES = { 'Tamsin Boyle': 'nine slow barges pass', 'Ruth Adeyemi': 'four green lanterns sway' } as const
export type Colleague = keyof typeof PASSPHRASES

const ROLES: Readonly<Record<Colleague, readonly StaffRole[]>> = { 'Tamsin Boyle': ['worker'], 'Ruth Adeyemi': ['supervisor'] }

/** Sets up the office of the journeys over the bridge: Ines signed in, with further workers and partners as requested. */
export async function setUpJourneyOffice(
  host: Host,
  {
    staff = [],
    partners = [],
  }: { readonly staff?: readonly Colleague[]; readonly partners?: readonly Partial<Input<'partner.save'>>[] } = {},
): Promise<void> {
  await setUpOffice(host, { zone: ZONE })
  if (staff.length > 0)
    await addWorkers(
      host,
      staff.map((name) => ({ name, roles: ROLES[name], passphrase: PASSPHRASES[name] })),
    )
  for (const partner of partners)
    expect(
      await host.call('partner.save', {
        id: null,
        name: '',
        kind: 'agency',
        phone: '780 555 0170',
        note: '',
        helpsToReach: true,
        ...partner,
      }),
    ).toMatchObject({ ok: true })
  await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
}
