const CONTROL = 'input, textarea, button'

/** After a refused save the first field with a complaint gets the cursor, once it is drawn; among squares the chosen one. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const first = document.querySelector<HTMLElement>(`#main .wrong :is(${CONTROL})`)
    // A row of several fields: the wrong one of them.
    focusControl(first?.closest('.row.wrong')?.querySelector('.wrong') ?? first?.closest('.wrong'))
  })
}

/** The first control in here, or the chosen one where it is a row of squares; scrolled into view with its label. */
export function focusControl(place: Element | null | undefined): void {
  const first = place?.querySelector<HTMLElement>(CONTROL)
  const chosen = first?.closest('[role=radiogroup]')?.querySelector<HTMLElement>('[role=radio][aria-checked=true]')
  const control = chosen ?? first
  control?.focus({ preventScroll: true })
  ;(control?.closest('.row, .field, .choice-set') ?? control)?.scrollIntoView({ block: 'nearest' })
}
