import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon'

/** A name that somebody gave: isolated, so that a right-to-left one does not turn the sentence round (X1). */
export function Name({ children, strong }: { readonly children: string; readonly strong?: boolean }) {
  return strong ? (
    <b>
      <bdi dir="auto">{children}</bdi>
    </b>
  ) : (
    <bdi dir="auto">{children}</bdi>
  )
}

/** From → to, with the words for the ear. */
export function FromTo({
  from,
  to,
  fromWord = 'from',
  toWord = 'to',
}: {
  readonly from: string
  readonly to: string
  readonly fromWord?: string
  readonly toWord?: string
}) {
  return (
    <span className="way">
      <span className="hidden">{fromWord} </span>
      <span>
        <bdi dir="auto">{from}</bdi>
      </span>
      <Icon name="arrow" />
      <span className="hidden"> {toWord} </span>
      <span>
        <bdi dir="auto">{to}</bdi>
      </span>
    </span>
  )
}

/** Somebody's own words: the one meaning of italic. */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  return <q dir="auto">{children}</q>
}
