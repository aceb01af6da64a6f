import { z } from 'zod'
import { reads, writes } from './entry'
import { typedBack } from './session'
import { handoffId, instant, line, nothing, personId, staffId } from './values'
import { decisionRight, role, staffRole } from './words'

const done = z.strictObject({ done: z.literal(true) })
const director = { who: ['director'] } as const
const whoMaySee = { who: ['supervisor', 'director'] } as const
/** K4: five words to hand over; they open the book once, until then. */
const temporary = z.strictObject({ id: staffId, passphrase: z.string(), until: instant })
/** H4: when she is away, or will be; null: she is here. */
const away = z.strictObject({ from: instant, until: instant.nullable() }).nullable()
const roles = z.array(staffRole).min(1).max(4)

/** Who works here, what each may do, and the keys (K1 to K4, section 13). */
export const staff = {
  /** Everybody who works here now, for choosing one. */
  'staff.list': reads(nothing, z.array(z.strictObject({ id: staffId, name: z.string(), roles: z.array(role), away }))),
  'staff.overview': reads(
    nothing,
    z.strictObject({
      staff: z.array(
        z.strictObject({
          id: staffId,
          name: z.string(),
          roles: z.array(staffRole),
          addedAt: instant,
          leftAt: instant.nullable(),
          lastSignInAt: instant.nullable(),
          /** K4: `own` passphrase; `waiting` for her first sign-in until `temporaryUntil`; `over`: she needs another one. */
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
    director,
  ),
  /** Answers the temporary passphrase, once. Refuses `name_taken`. */
  'staff.add': writes(['staff', 'office'], z.strictObject({ name: line(200), roles }), temporary, director),
  /** Refuses `name_taken`, `last_director`, `no_such_staff`, `has_left`. */
  'staff.save': writes(['staff', 'office', 'handoffs'], z.strictObject({ id: staffId, name: line(200), roles }), done, {
    ...director,
    keeps: 'staff_changed',
  }),
  /** K4: her old passphrase opens nothing from now on. Refuses `not_yourself`, `has_left`. */
  'staff.reset': writes(['staff', 'office'], z.strictObject({ id: staffId }), temporary, director),
  /** What is hers and needs somebody else before she leaves (H4). Records that do not exist for the director are counted only. */
  'staff.leaving': reads(
    z.strictObject({ id: staffId }),
    z.strictObject({
      handoffs: z.array(z.strictObject({ handoffId, number: z.int(), label: z.string(), clockAt: instant.nullable() })),
      restricted: z.int(),
      rights: z.array(decisionRight),
      drafts: z.int(),
    }),
    director,
  ),
  /**
   * K4, H4: gives everything of hers to `to`, but what `except` names to others, takes her slot and her rights, all or
   * nothing. Refuses `last_director`, `not_yourself`, `same_worker`, `nobody_may_see_her`. A rotation of the key is offered afterwards.
   */
  'staff.leave': writes(
    ['staff', 'office', 'handoffs'],
    z.strictObject({ id: staffId, to: staffId, except: z.array(z.strictObject({ handoffId, to: staffId })).max(2_000) }),
    z.strictObject({ reassigned: z.int() }),
    director,
  ),
  /** Names the workflow owner or the data owner, and a deputy who acts while she is away. Refuses `has_left`, `same_worker`. */
  'rights.save': writes(
    ['staff', 'office'],
    z.strictObject({ right: decisionRight, holder: staffId, deputy: staffId.nullable(), deputyActs: z.boolean() }),
    done,
    { ...director, keeps: 'rights_changed' },
  ),
  'keys.read': reads(
    nothing,
    z.strictObject({
      generation: z.int(),
      directors: z.int(),
      staff: z.int(),
      recovery: z.boolean(),
      /** Staff whose next sign-in finishes the last rotation for them. */
      waiting: z.int(),
    }),
    director,
  ),
  /** D3: a fresh data key; everybody's passphrase stays. May take seconds. Nobody else can work meanwhile. */
  'keys.rotate': writes(['staff', 'office'], nothing, done, director),
  /** K2: twelve fresh recovery words; the old ones hold until these are typed back. */
  'keys.words': reads(nothing, z.strictObject({ words: z.array(z.string()).length(12) }), director),
  'keys.saveWords': writes(['staff'], z.strictObject({ typedBack }), done, director),
  /** I3: who may see a person. */
  'access.read': reads(
    z.strictObject({ personId }),
    z.strictObject({
      restricted: z.boolean(),
      named: z.array(staffId),
      conflicts: z.array(staffId),
      /** Who has an open action for her now: they must be among the named. */
      owners: z.array(staffId),
    }),
    whoMaySee,
  ),
  /** I3: `named` null lifts the restriction. Refuses `owner_not_named`. */
  'access.restrict': writes(
    ['people', 'handoffs', 'office'],
    z.strictObject({ personId, named: z.array(staffId).max(200).nullable() }),
    done,
    { ...whoMaySee, keeps: 'restricted' },
  ),
  /** A worker who never sees this person, whatever her roles. Refuses `owner_in_conflict`. */
  'access.conflict': writes(['people', 'handoffs', 'office'], z.strictObject({ personId, staffId, on: z.boolean() }), done, {
    ...whoMaySee,
    keeps: 'conflict_set',
  }),
  /** I3, S5: one neutral line for each open record that does not exist for whoever asks. `handoffId` only where she may break the glass. */
  'access.lines': reads(
    nothing,
    z.array(z.strictObject({ dueAt: instant, overdue: z.boolean(), ask: z.array(z.string()), handoffId: handoffId.nullable() })),
    { beyond: true },
  ),
  /** Section 13: the director opens a restricted record for an hour, with a reason that every director reads at her next sign-in. Refuses `not_restricted`. */
  'access.breakGlass': writes(
    ['people', 'handoffs', 'office', 'audit'],
    z.strictObject({ handoffId, reason: line(500).refine((text) => text.length >= 10, { error: 'too_short' }) }),
    z.strictObject({ until: instant }),
    { ...director, keeps: 'break_glass', beyond: true },
  ),
} as const
