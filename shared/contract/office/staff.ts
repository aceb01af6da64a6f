import { z } from 'zod'
import { reads, writes } from '../call'
import { confirmedWords } from './session'
import { done, handoffId, instant, line, noInput, personId, staffId } from '../values'
import { markText, personName, workerName } from '../text-kinds'
import { decisionRight, role, staffRole } from '../vocabulary'

const directorOnly = { who: ['director'] } as const
const accessKeepersOnly = { who: ['supervisor', 'director'] } as const
/** K4: five words to hand over; they open the database once, until then. */
const secret = markText('secret', z.string())
const temporaryPassphrase = z.strictObject({ id: staffId, passphrase: secret, until: instant })
/** H4: when the worker is away, or will be; null: the worker is here. */
const away = z.strictObject({ from: instant, until: instant.nullable() }).nullable()
const roles = z.array(staffRole).min(1).max(4)

/** The staff, their roles, and the keys (K1 to K4, section 13). */
export const staff = {
  /** Everybody who works here now, for choosing one. */
  'staff.list': reads(noInput, z.array(z.strictObject({ id: staffId, name: workerName, roles: z.array(role), away }))),
  'staff.overview': reads(
    noInput,
    z.strictObject({
      staff: z.array(
        z.strictObject({
          id: staffId,
          name: workerName,
          roles: z.array(staffRole),
          addedAt: instant,
          leftAt: instant.nullable(),
          lastSignInAt: instant.nullable(),
          /** K4: `own` passphrase; `waiting` for the first sign-in until `temporaryUntil`; `over`: the worker needs another one. */
          passphrase: z.enum(['own', 'waiting', 'over', 'none']),
          temporaryUntil: instant.nullable(),
          hasPin: z.boolean(),
          openTasks: z.int(),
          away,
        }),
      ),
      rights: z.array(
        z.strictObject({ right: decisionRight, holder: staffId.nullable(), deputy: staffId.nullable(), deputyActs: z.boolean() }),
      ),
    }),
    directorOnly,
  ),
  /** Answers the temporary passphrase, once. Refuses `name_taken`. */
  'staff.add': writes(['staff', 'office'], z.strictObject({ name: line(200), roles }), temporaryPassphrase, {
    ...directorOnly,
    runs: 'queued',
  }),
  /** Refuses `name_taken`, `last_director`, `no_such_staff`, `has_left`. */
  'staff.save': writes(['staff', 'office', 'handoffs'], z.strictObject({ id: staffId, name: line(200), roles }), done, {
    ...directorOnly,
    audits: 'staff_changed',
  }),
  /** K4: the old passphrase opens nothing from now on. Refuses `not_yourself`, `has_left`. */
  'staff.resetPassphrase': writes(['staff', 'office'], z.strictObject({ id: staffId }), temporaryPassphrase, {
    ...directorOnly,
    runs: 'queued',
  }),
  /** What the worker has and another worker must take over before the worker leaves (H4). Records that do not exist for the director are counted only. */
  'staff.readLeaving': reads(
    z.strictObject({ id: staffId }),
    z.strictObject({
      handoffs: z.array(z.strictObject({ handoffId, number: z.int(), label: personName, clockAt: instant.nullable() })),
      restricted: z.int(),
      rights: z.array(decisionRight),
      drafts: z.int(),
    }),
    directorOnly,
  ),
  /**
   * K4, H4: gives everything of the worker to `to`, but what `exceptions` names to others, takes the slot and the rights, all or
   * nothing. Refuses `last_director`, `not_yourself`, `same_worker`, `nobody_may_see_her`. A rotation of the key is offered afterwards.
   */
  'staff.leave': writes(
    ['staff', 'office', 'handoffs'],
    z.strictObject({ id: staffId, to: staffId, exceptions: z.array(z.strictObject({ handoffId, to: staffId })).max(2_000) }),
    z.strictObject({ reassigned: z.int() }),
    { ...directorOnly, runs: 'queued' },
  ),
  /** Names the workflow owner or the data owner, and a deputy who acts while the holder is away. Refuses `has_left`, `same_worker`. */
  'rights.save': writes(
    ['staff', 'office'],
    z.strictObject({ right: decisionRight, holder: staffId, deputy: staffId.nullable(), deputyActs: z.boolean() }),
    done,
    { ...directorOnly, audits: 'rights_changed' },
  ),
  'keys.read': reads(
    noInput,
    z.strictObject({
      generation: z.int(),
      directors: z.int(),
      staff: z.int(),
      recovery: z.boolean(),
      /** The number of workers whose next sign-in completes the last rotation for them. */
      waiting: z.int(),
    }),
    { ...directorOnly, runs: 'session' },
  ),
  /** D3: a fresh data key; everybody's passphrase stays. May take seconds. Nobody else can work meanwhile. */
  'keys.rotate': writes(['staff', 'office'], noInput, done, { ...directorOnly, runs: 'queued' }),
  /** K2: twelve fresh recovery words; the old ones hold until these are typed back. */
  'keys.createRecoveryWords': reads(noInput, z.strictObject({ words: z.array(secret).length(12) }), {
    ...directorOnly,
    runs: 'session',
  }),
  'keys.confirmRecoveryWords': writes(['staff'], z.strictObject({ typedBack: confirmedWords }), done, { ...directorOnly, runs: 'queued' }),
  /** I3: who may see a person. */
  'access.read': reads(
    z.strictObject({ personId }),
    z.strictObject({
      restricted: z.boolean(),
      named: z.array(staffId),
      conflicts: z.array(staffId),
      /** Who has an open task for the person now: they must be among the named. */
      owners: z.array(staffId),
    }),
    accessKeepersOnly,
  ),
  /** `named` null lifts the restriction (I3). Refuses `owner_not_named`. */
  'access.restrict': writes(
    ['people', 'handoffs', 'office'],
    z.strictObject({ personId, named: z.array(staffId).max(200).nullable() }),
    done,
    { ...accessKeepersOnly, audits: 'restricted' },
  ),
  /** A worker who never sees this person, whatever the worker's roles. Refuses `owner_in_conflict`. */
  'access.setConflict': writes(['people', 'handoffs', 'office'], z.strictObject({ personId, staffId, on: z.boolean() }), done, {
    ...accessKeepersOnly,
    audits: 'conflict_set',
  }),
  /** I3, S5: one neutral line for each open record that does not exist for the caller. `handoffId` only where the caller may open it for an hour. */
  'access.listHiddenTasks': reads(
    noInput,
    z.array(z.strictObject({ dueAt: instant, overdue: z.boolean(), ask: z.array(workerName), handoffId: handoffId.nullable() })),
    { mayNameHidden: true },
  ),
  /** Section 13: the director opens a restricted record for an hour, with a reason that every director reads at the next sign-in. Refuses `not_restricted`. */
  'access.breakGlass': writes(
    ['people', 'handoffs', 'office', 'audit'],
    z.strictObject({ handoffId, reason: line(500).refine((text) => text.length >= 10, { error: 'too_short' }) }),
    z.strictObject({ until: instant }),
    { ...directorOnly, audits: 'break_glass', mayNameHidden: true },
  ),
} as const
