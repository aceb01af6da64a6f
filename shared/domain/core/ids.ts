/** Branded ids: a person's id is never passed where a handoff's is meant. All are UUIDv7 strings. */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type HandoffId = Id<'handoff'>
export type PersonId = Id<'person'>
export type PartnerId = Id<'partner'>
export type StaffId = Id<'staff'>
export type MeetingId = Id<'meeting'>
export type ReleaseId = Id<'release'>
export type StayId = Id<'stay'>
export type GoalId = Id<'goal'>
