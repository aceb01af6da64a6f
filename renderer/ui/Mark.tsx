import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

/** Standing: shape + word + colour, always all three. */
export const STANDINGS = ['overdue', 'soon', 'later', 'waiting', 'confirmed', 'stop', 'missing'] as const
export type Standing = (typeof STANDINGS)[number]

const SHAPE: Readonly<Record<Standing, IconName>> = {
  overdue: 'overdue',
  soon: 'soon',
  later: 'later',
  waiting: 'waiting',
  confirmed: 'confirmed',
  stop: 'stop',
  missing: 'ask',
}
const TONE: Readonly<Record<Standing, string>> = {
  overdue: 'is-overdue',
  soon: 'is-soon',
  later: '',
  waiting: 'is-waiting',
  confirmed: 'is-confirmed',
  stop: '',
  missing: 'is-soon',
}

/** The colour class of a standing, for words that stand apart from their shape. */
export const toneOf = (standing: Standing): string => TONE[standing]
/** The shape alone; the word must stand beside it. */
export function Shape({ standing, className = '' }: { readonly standing: Standing; readonly className?: string }) {
  return <Icon name={SHAPE[standing]} className={`${TONE[standing]} ${className}`.trim()} />
}

/** Shape and word together. */
export function Mark({ standing, children }: { readonly standing: Standing; readonly children: ReactNode }) {
  return (
    <span className={`st ${TONE[standing]}`.trim()}>
      <Shape standing={standing} />
      <span>{children}</span>
    </span>
  )
}

const SAFE = {
  may_call: { icon: 'phone', look: '' },
  only_hours: { icon: 'clock', look: '' },
  not_verified: { icon: 'ask', look: 'unverified' },
  do_not_contact: { icon: 'stopline', look: 'no' },
  she_calls: { icon: 'stopline', look: 'no' },
  through_partner: { icon: 'partners', look: '' },
  not_ours: { icon: 'arrow', look: '' },
} as const satisfies Record<string, { icon: IconName; look: string }>
export type SafeStanding = keyof typeof SAFE

/** May she be contacted? Do not contact is reversed ink, the heaviest thing on any page. */
export function SafeMark({ is, children }: { readonly is: SafeStanding; readonly children: ReactNode }) {
  return (
    <span className={`mark ${SAFE[is].look}`.trim()}>
      <Icon name={SAFE[is].icon} />
      {children}
    </span>
  )
}

/** A deadline risk: a flag, what, and its date. */
export function RiskMark({ near, children }: { readonly near?: boolean; readonly children: ReactNode }) {
  return (
    <span className={near ? 'mark soon' : 'mark'}>
      <Icon name="flag" />
      {children}
    </span>
  )
}
