/** An element that had the focus, and how the same one is found again after the page was drawn anew. */
interface Remembered {
  /** Weak, and its words only as a number: nothing of a page is kept after it is gone (L4). */
  readonly element: WeakRef<HTMLElement>
  readonly tag: string
  readonly words: number
  /** The main part of the page then: on another page nothing is found again. */
  readonly page: WeakRef<HTMLElement> | null
  readonly inDialog: boolean
  /** It is a button that closes what it stands in. */
  readonly cancels: boolean
}
const KEPT = 20

function hashWords(element: HTMLElement): number {
  let hash = 0
  for (const sign of element.getAttribute('aria-label') ?? element.textContent)
    hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) | 0
  return hash
}
const isShown = (element: HTMLElement): boolean => element.isConnected && element.getClientRects().length > 0
const pageNow = (): HTMLElement | null => document.getElementById('main')

/** Returns the element itself, or the one that was drawn in its place. */
function findAgain({ element, tag, words }: Remembered): HTMLElement | undefined {
  const same = element.deref()
  if (same?.isConnected) return isShown(same) ? same : undefined
  // A field without words would be any field.
  if (words === 0) return undefined
  return [...document.querySelectorAll<HTMLElement>(tag)].find((one) => hashWords(one) === words && isShown(one))
}

/**
 * Returns the focus to where it was when the element that has it goes away. What is closed (the palette, a dialog, a form by Esc
 * or Cancel) leads back to where it was opened; what was drawn anew keeps the focus; all else leads to the page itself, never
 * to another button, so that the next Enter is the page's own. Returns the way to stop.
 */
export function returnLostFocus(): () => void {
  let kept: readonly Remembered[] = []
  let frame = 0
  let wasEsc = false
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    const page = pageNow()
    const one: Remembered = {
      element: new WeakRef(target),
      tag: target.localName,
      words: hashWords(target),
      page: page && new WeakRef(page),
      inDialog: target.closest('[role=dialog], [role=alertdialog]') !== null,
      cancels: target.querySelector('kbd')?.textContent === 'Esc',
    }
    kept = [one, ...kept.filter(({ element }) => element.deref() !== target)].slice(0, KEPT)
  }
  const press = (event: Event) => {
    wasEsc = event instanceof KeyboardEvent && event.key === 'Escape'
  }
  const isLost = () =>
    kept[0] !== undefined && !kept[0].element.deref()?.isConnected && (document.activeElement ?? document.body) === document.body
  const restore = () => {
    const [lost, ...before] = kept
    if (!lost || !isLost()) return
    const isSamePage = ({ page }: Remembered) => page?.deref() === pageNow()
    const places = lost.inDialog || lost.cancels || wasEsc ? before : [lost]
    const found = places.filter(isSamePage).map(findAgain).find(Boolean)
    found?.focus()
    if (isLost()) pageNow()?.focus()
  }
  // Two frames later: what the page itself does with the focus comes first.
  const look = () => {
    if (!isLost()) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => (frame = requestAnimationFrame(restore)))
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
  // Captured: lists keep some of these events to themselves.
  document.addEventListener('focusin', remember, true)
  document.addEventListener('keydown', press, true)
  document.addEventListener('pointerdown', press, true)
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    document.removeEventListener('focusin', remember, true)
    document.removeEventListener('keydown', press, true)
    document.removeEventListener('pointerdown', press, true)
  }
}
