import type { Input } from '#shared/contract/index'
import type { Host } from '../../hosts/host'

export const PASSPHRASE = 'seven quiet herons over ice'

/** Sets up an invented office over the bridge, signed in as its director. The shelter's zone is Edmonton's. */
export async function setUpOffice(host: Pick<Host, 'call'>, change: Partial<Omit<Input<'setup.finish'>, 'typedBack'>> = {}): Promise<void> {
  const offered = await host.call('setup.createRecoveryWords', {})
  if (!offered.ok) throw new Error('no words were offered')
  const typedBack = [2, 7, 11].map((position) => ({ position, word: offered.value.words[position - 1] ?? '' }))
  const answer = await host.call('setup.finish', {
    shelter: 'Harbour House',
    zone: 'America/Edmonton',
    director: 'Ines Okafor',
    passphrase: PASSPHRASE,
    policy: {
      standardHours: 24,
      shiftStarts: ['07:00', '19:00'],
      policeNumber: '911',
      supervisorName: 'Ruth Adeyemi',
      supervisorPhone: '780 555 0100',
    },
    ...change,
    typedBack,
  })
  if (!answer.ok) throw new Error(`set-up failed: ${JSON.stringify(answer.failure)}`)
}
