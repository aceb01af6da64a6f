import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** A named scrolling container for a wide table, reachable by keyboard. The table itself has `className="tbl"`. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // A region that scrolls must be reachable without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tbl-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

/** The head of a sortable column. */
export function SortHeader({
  children,
  sorted,
  onSort,
  className = '',
}: {
  readonly children: ReactNode
  readonly sorted: 'asc' | 'desc' | false
  readonly onSort: () => void
  readonly className?: string
}) {
  return (
    <th scope="col" className={className} {...(sorted ? { 'aria-sort': sorted === 'asc' ? 'ascending' : 'descending' } : {})}>
      <button type="button" onClick={onSort}>
        {children}
        {sorted && <span aria-hidden="true"> {sorted === 'asc' ? '↑' : '↓'}</span>}
      </button>
    </th>
  )
}

/** Facts as pairs: small label above, value beneath. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className="words">{children}</dl>
}
export function FactItem({
  label,
  changed,
  children,
}: {
  readonly label: ReactNode
  readonly changed?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <>
      <dt>
        {label}
        {changed && (
          <>
            {' '}
            <span className="changed">{changed}</span>
          </>
        )}
      </dt>
      <dd>{children}</dd>
    </>
  )
}

/** A short list of rules, each with a symbol. */
export function RuleList({ children }: { readonly children: ReactNode }) {
  return <ul className="rules">{children}</ul>
}
export function RuleItem({ icon, children }: { readonly icon: Parameters<typeof Icon>[0]['name']; readonly children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  )
}
