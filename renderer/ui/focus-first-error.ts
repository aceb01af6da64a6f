const CONTROL = 'input, textarea, button'

/** Focuses the first field with an error after a refused save, once it is rendered; among option buttons the chosen one. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const first = document.querySelector<HTMLElement>(`#main .wrong :is(${CONTROL})`)
    // In a row of several fields it is the wrong one of them.
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
