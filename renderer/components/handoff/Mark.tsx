import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/Icon'

/** The kinds of marks: always shape, word and colour together. */
export const MARK_KINDS = ['overdue', 'soon', 'later', 'waiting', 'confirmed', 'stop', 'missing'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

const SHAPE: Readonly<Record<MarkKind, IconName>> = {
  overdue: 'overdue',
  soon: 'soon',
  later: 'later',
  waiting: 'waiting',
  confirmed: 'confirmed',
  stop: 'stop',
  missing: 'ask',
}
const TONE: Readonly<Record<MarkKind, string>> = {
  overdue: 'is-overdue',
  soon: 'is-soon',
  later: '',
  waiting: 'is-waiting',
  confirmed: 'is-confirmed',
  stop: '',
  missing: 'is-soon',
}

/** Returns the colour class of a mark, for words that are apart from their shape. */
export const chooseMarkTone = (kind: MarkKind): string => TONE[kind]
/** The shape alone; the word must be beside it. */
export function MarkShape({ kind, className = '' }: { readonly kind: MarkKind; readonly className?: string }) {
  return <Icon name={SHAPE[kind]} className={`${TONE[kind]} ${className}`.trim()} />
}

/** Shape and word together. */
export function Mark({ kind, children }: { readonly kind: MarkKind; readonly children: ReactNode }) {
  return (
    <span className={`st ${TONE[kind]}`.trim()}>
      <MarkShape kind={kind} />
      <span>{children}</span>
    </span>
  )
}

const SAFE_CONTACT_LOOKS = {
  may_call: { icon: 'phone', look: '' },
  may_write: { icon: 'message', look: '' },
  only_hours: { icon: 'clock', look: '' },
  not_verified: { icon: 'ask', look: 'unverified' },
  do_not_contact: { icon: 'stopline', look: 'no' },
  she_calls: { icon: 'stopline', look: 'no' },
  through_partner: { icon: 'partners', look: '' },
  not_ours: { icon: 'arrow', look: '' },
} as const satisfies Record<string, { icon: IconName; look: string }>
export type SafeContactKind = keyof typeof SAFE_CONTACT_LOOKS

/** Whether the person may be contacted. "Do not contact" is in reversed colours, the heaviest mark on any page. */
export function SafeContactMark({ is, children }: { readonly is: SafeContactKind; readonly children: ReactNode }) {
  return (
    <span className={`mark ${SAFE_CONTACT_LOOKS[is].look}`.trim()}>
      <Icon name={SAFE_CONTACT_LOOKS[is].icon} />
      {children}
    </span>
  )
}

/** A deadline risk: a flag, what, and its date. */
export function DeadlineRiskMark({ near, children }: { readonly near?: boolean; readonly children: ReactNode }) {
  return (
    <span className={near ? 'mark soon' : 'mark'}>
      <Icon name="flag" />
      {children}
    </span>
  )
}
