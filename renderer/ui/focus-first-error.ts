const CONTROL = 'input, textarea, button'

/** After a refused save the first field with a complaint gets the cursor, once it is drawn; among squares the chosen one. `form`: where to look; the page otherwise. */
export function focusFirstError(form?: Element | null): void {
  requestAnimationFrame(() => {
    const place = form?.isConnected ? form : document.querySelector('#main')
    const first = place?.querySelector<HTMLElement>(`.wrong :is(${CONTROL})`)
    // A row of several fields: the wrong one of them.
    focusControl(first?.closest('.row.wrong')?.querySelector('.wrong') ?? first?.closest('.wrong'))
  })
}

/** Focuses the first control in an element, or the chosen one in a row of option buttons, and scrolls it into view with its label. */
export function focusControl(place: Element | null | undefined): void {
  const first = place?.querySelector<HTMLElement>(CONTROL)
  const chosen = first?.closest('[role=radiogroup]')?.querySelector<HTMLElement>('[role=radio][aria-checked=true]')
  const control = chosen ?? first
  control?.focus({ preventScroll: true })
  ;(control?.closest('.row, .field, .choice-set') ?? control)?.scrollIntoView({ block: 'nearest' })
}
