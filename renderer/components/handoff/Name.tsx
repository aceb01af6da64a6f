import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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

/** The same as an element without children, for a place inside `<Trans>`. */
export const Named = ({ name }: { readonly name: string }) => <Name>{name}</Name>

/** From → to, with the words for the ear. */
export function FromTo({
  from,
  to,
  fromWord,
  toWord,
}: {
  readonly from: string
  readonly to: string
  readonly fromWord?: string
  readonly toWord?: string
}) {
  const { t } = useTranslation()
  return (
    <span className="way">
      <span className="hidden">{fromWord ?? t('board.from')} </span>
      <span>
        <bdi dir="auto">{from}</bdi>
      </span>
      <Icon name="arrow" />
      <span className="hidden"> {toWord ?? t('board.to')} </span>
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
