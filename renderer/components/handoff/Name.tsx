import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon'

/** A name that a person or worker gave: isolated, so that a right-to-left name does not reverse the sentence (X1). */
export function Name({ children, strong }: { readonly children: string; readonly strong?: boolean }) {
  return strong ? (
    <b>
      <bdi dir="auto">{children}</bdi>
    </b>
  ) : (
    <bdi dir="auto">{children}</bdi>
  )
}

/** From → to, with words for screen readers. */
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

/** A person's own words: the only use of italic. */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  return <q dir="auto">{children}</q>
}
