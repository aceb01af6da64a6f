import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** The head of a page: its name at the left, actions at the right, one sentence beneath. */
export function PageHead({
  title,
  children,
  actions,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {actions && <div className="page-acts">{actions}</div>}
      {children && <p>{children}</p>}
    </header>
  )
}

/** A form with its labels in the margin. Holds `FormPageHead` and `FormPageRow`. */
export function FormPage({ children }: { readonly children: ReactNode }) {
  return <div className="form-sheet">{children}</div>
}

export function FormPageHead({ margin, children }: { readonly margin?: ReactNode; readonly children: ReactNode }) {
  return (
    <h2 className="row-head">
      <span className="m">{margin}</span>
      <span>{children}</span>
    </h2>
  )
}

interface FormPageRowProps {
  /** The label in the margin. The field inside repeats it for screen readers (`quietLabel`). */
  readonly label: ReactNode
  /** The dashed ring that marks a missing answer (H7). */
  readonly missing?: boolean
  readonly hasError?: boolean
  readonly children: ReactNode
}

export function FormPageRow({ label, missing, hasError, children }: FormPageRowProps) {
  return (
    <div className={hasError ? 'row wrong' : 'row'}>
      <span className="m" aria-hidden="true">
        {label}
      </span>
      <span className="k">{missing && <Icon name="ask" />}</span>
      <div className="val">{children}</div>
    </div>
  )
}

/** The foot of a form: what follows at the left, the one filled button at the right, a reason beneath. */
export function FormPageFoot({
  children,
  actions,
  why,
}: {
  readonly children?: ReactNode
  readonly actions: ReactNode
  readonly why?: ReactNode
}) {
  return (
    <footer className="form-foot">
      <div>{children}</div>
      <div className="acts">{actions}</div>
      {why && <p className="why">{why}</p>}
    </footer>
  )
}

/** The note "Draft saved 16:44". */
export function DraftNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="saved" role="status">
      {children && (
        <>
          <Icon name="confirmed" className="is-confirmed" />
          {children}
        </>
      )}
    </p>
  )
}
