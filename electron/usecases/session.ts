import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { OfficeState, session } from '#shared/contract/session'
import { offsetMinutes } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { faultAnswer, type Door } from './door'

type Contract = typeof session
type SignIn = z.output<Contract['session.signIn']['input']>
type Done = Outcome<{ done: true }, Failure>
type Help = z.input<Contract['help.read']['output']>

const done: Done = ok({ done: true })

function state(door: Door): OfficeState {
  const { book, records, stage, vault, ports } = door
  const now = door.now()
  const kept = book?.read((db) => ({ settings: records.settings(db), staff: records.tiles(db), waiting: records.waiting(db, now) })) ?? null
  const pc = ports.clock.zone()
  return {
    stage,
    now,
    zone: kept?.settings.zone ?? pc,
    shelter: kept?.settings.shelter ?? null,
    me: kept?.staff.find((tile) => tile.id === door.me?.id) ?? null,
    staff: kept?.staff ?? [],
    waiting: kept?.waiting ?? null,
    clock: { drifted: door.drifted, zoneDiffers: kept !== null && offsetMinutes(now, kept.settings.zone) !== offsetMinutes(now, pc) },
    fault: door.fault,
    tryAgainAt: stage === 'sealed' || stage === 'locked' ? vault.patience.tryAgainAt(now) : null,
    practice: ports.practice,
    disk: door.disk,
  }
}

async function signIn(door: Door, { passphrase, staffId }: SignIn): Promise<Done> {
  const { vault, book, records } = door
  // Two tries at once are carried out one after the other; the first may have succeeded.
  if (door.stage === 'open') return { ok: false, failure: { kind: 'closed_to_you', stage: door.stage } }
  const until = vault.patience.tryAgainAt(door.now())
  if (until !== null) return refuse('wait_before_next_try', { until })
  const slotId = book !== null && staffId !== null ? book.read((db) => records.slotOf(db, staffId)) : null
  if (book !== null && staffId !== null && slotId === null) return refuse('no_such_staff', { field: 'staffId' })

  // K3: counted before it is tried, so that pulling the plug does not help.
  vault.patience.count(door.now())
  const unlocked = await vault.unlock(passphrase, slotId)
  if (!unlocked.ok && unlocked.failure === 'damaged') {
    door.blame('keyring_damaged')
    return faultAnswer('keyring_damaged')
  }
  if (!unlocked.ok) {
    const next = vault.patience.tryAgainAt(door.now())
    return refuse('wrong_passphrase', { field: 'passphrase', ...(next === null ? {} : { until: next }) })
  }
  vault.patience.forgive()
  if (door.book === null) {
    const fault = door.admit(unlocked.value)
    return fault === null ? done : faultAnswer(fault)
  }
  // At a desk lock the book is open: the passphrase only shows who is there.
  unlocked.value.dataKey.fill(0)
  return door.signIn(unlocked.value.slotId) === null ? refuse('no_such_staff') : done
}

/** F1: in reach on every screen; before the book is open there is nothing to say. */
function help({ book, records }: Door): Help {
  const settings = book?.read((db) => records.settings(db))
  return { policeNumber: settings?.policeNumber ?? '', supervisor: settings?.supervisor ?? null }
}

/** The calls about who is at the desk (K1, K3, L1). They run outside a transaction: deriving a key takes its time. */
export const sessionCalls = (door: Door) => ({
  'office.state': (): Outcome<OfficeState> => ok(state(door)),
  'session.signIn': (input: SignIn): Promise<Done> => signIn(door, input),
  'session.lock': (): Done => {
    door.lock()
    return done
  },
  'help.read': (): Outcome<Help> => ok(help(door)),
})
