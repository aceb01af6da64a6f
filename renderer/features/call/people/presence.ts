import type { TFunction } from 'i18next'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import type { MeetingMode, Presence } from '#shared/domain/meeting/meeting'

export type ParticipantView = MeetingView['participants'][number]

/** The three positions of a switch, in the order in which its key moves through them. */
export const PRESENCE_SWITCH = ['on', 'hold', 'dropped'] as const satisfies readonly Presence[]
export type SwitchedPresence = (typeof PRESENCE_SWITCH)[number]

/** Returns the next position: on the line → on hold → dropped → on the line. A participant who has left comes back. */
export const findNextPresence = (presence: Presence): SwitchedPresence =>
  presence === 'on' ? 'hold' : presence === 'hold' ? 'dropped' : 'on'

/** Tells whether a participant is in the room: when an agency is called, the person and our workers are (A5). */
const isInRoom = (mode: MeetingMode, kind: ParticipantView['kind']): boolean =>
  mode === 'agency_call' && (kind === 'her' || kind === 'staff')

export function describePresence(
  t: TFunction,
  mode: MeetingMode,
  { kind }: Pick<ParticipantView, 'kind'>,
  presence: SwitchedPresence,
): string {
  if (presence === 'on') return isInRoom(mode, kind) ? t('meeting.people.inRoom') : t(`meeting.people.here.${mode}`)
  return t(`meeting.people.${presence}.${mode}`)
}

export const findParticipantName = ({ participants, label }: Pick<MeetingView, 'participants' | 'label'>, no: number): string => {
  const found = participants.find((one) => one.no === no)
  return found === undefined ? '' : found.kind === 'her' || found.name === '' ? label : found.name
}

const padTwo = (n: number) => String(n).padStart(2, '0')
/** Formats a running clock: '24:10', '1:02:05'. Elapsed time, whatever the wall clock did meanwhile (T3). */
export function formatLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const h = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return h > 0 ? `${h}:${padTwo(minutes)}:${padTwo(seconds % 60)}` : `${minutes}:${padTwo(seconds % 60)}`
}
/** Formats the same for machines, as `<time>` requires. */
export const formatMachineLength = (ms: number): string => `PT${Math.max(0, Math.floor(ms / 1000))}S`

/** Measures how long it has run, without the pauses. */
export const measureRunningTime = ({ ran, runningSince }: Pick<MeetingView, 'ran' | 'runningSince'>, now: number): number =>
  ran + (runningSince === null ? 0 : Math.max(0, now - runningSince))
