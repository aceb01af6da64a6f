import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'

/** A command as data: what it is called, its keys, what it does. */
export interface Command {
  readonly id: string
  readonly label: string
  /** 'N', 'Ctrl K', 'Ctrl Enter', 'Alt 1', 'F9', 'Shift F9', 'Esc', '?', '↑'. Single letters act outside fields only. */
  readonly keys?: string
  readonly run: () => void
  /** Acts also while a dialog is open (F1, F2, F9). */
  readonly always?: boolean
  /** Not in the palette and not in the list of keys. */
  readonly quiet?: boolean
}

interface CommandSource {
  current: readonly Command[]
  readonly inDialog: boolean
}
/** Mounted last comes first: an open form's Esc goes before the page's. */
const sources: CommandSource[] = []
let version = 0
const listeners = new Set<() => void>()
const notifyListeners = () => {
  version += 1
  for (const listener of listeners) listener()
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  esc: 'escape',
  space: ' ',
  '↑': 'arrowup',
  '↓': 'arrowdown',
  '←': 'arrowleft',
  '→': 'arrowright',
}

/** Does this key press mean these keys? Letters in either case; digits by their place, because Alt changes what they write. Shift counts with F-keys only. */
export function matchesKeys(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = keys.toLowerCase().split(' ').filter(Boolean)
  const last = parts.pop() ?? ''
  if (parts.includes('ctrl') !== (event.ctrlKey || event.metaKey) || parts.includes('alt') !== event.altKey) return false
  if (/^f\d+$/.test(last) && parts.includes('shift') !== event.shiftKey) return false
  const wanted = KEY_NAMES[last] ?? last
  return event.key.toLowerCase() === wanted || (/^\d$/.test(wanted) && event.code === `Digit${wanted}`)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('textarea, select, input:not([type=checkbox], [type=radio], [type=button])') !== null)
/** Enter on a link or a button is that link's or button's own. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a[href], button, [role=button], [role=option], [role=row]') !== null
const isBare = (keys: string): boolean => !/^(ctrl|alt|shift) |^f\d+$/i.test(keys)

function runCommand(event: KeyboardEvent, bare: boolean): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]')
  for (const source of sources.toReversed()) {
    for (const command of source.current) {
      if (!command.keys || isBare(command.keys) !== bare || !matchesKeys(command.keys, event)) continue
      if (dialog && !source.inDialog && !command.always) continue
      if (bare && command.keys !== 'Esc' && isTyping(event.target)) continue
      if (command.keys === 'Enter' && isControl(event.target)) continue
      event.preventDefault()
      event.stopPropagation()
      command.run()
      return
    }
  }
}

/** One listener for all commands. F-keys and Ctrl or Alt come first, letters only if no part of the page used them. Returns the way to stop. */
export function listenToKeys(): () => void {
  const early = (event: KeyboardEvent) => runCommand(event, false)
  const late = (event: KeyboardEvent) => runCommand(event, true)
  window.addEventListener('keydown', early, true)
  window.addEventListener('keydown', late)
  return () => {
    window.removeEventListener('keydown', early, true)
    window.removeEventListener('keydown', late)
  }
}

/** Makes these commands act while the component is on screen. `inDialog` for commands of a dialog. */
export function useCommands(commands: readonly Command[], inDialog = false): void {
  const source = useRef<CommandSource>({ current: commands, inDialog })
  // With the page itself, not after it: who types fast presses the key that she already sees.
  useLayoutEffect(() => {
    source.current.current = commands
  })
  useLayoutEffect(() => {
    const own = source.current
    sources.push(own)
    notifyListeners()
    return () => {
      sources.splice(sources.indexOf(own), 1)
      notifyListeners()
    }
  }, [])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** All commands of the page now, the innermost first, for the palette and the list of keys. */
export function useAllCommands(): readonly Command[] {
  useSyncExternalStore(subscribe, () => version)
  const seen = new Set<string>()
  return sources
    .toReversed()
    .flatMap((source) => source.current)
    .filter((command) => !command.quiet && !seen.has(command.id) && seen.add(command.id))
}
