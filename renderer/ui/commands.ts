import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { actsInFields, type KeyName } from './key-table'

/** A command as data: its name, its keys, what it does. */
export interface Command {
  readonly id: string
  readonly label: string
  /** A key of the table. Whether it acts while the cursor is in a text field stands there too. */
  readonly keys?: KeyName | undefined
  readonly run: () => void
  /** Acts also while a dialog is open (F1, F2, F9). */
  readonly always?: boolean
  /** Hidden in the palette and in the list of keys. */
  readonly quiet?: boolean
}

interface CommandSource {
  current: readonly Command[]
  readonly inDialog: boolean
}
/** The last mounted comes first: an open form's Esc goes before the page's. */
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

/** What a key press says of itself. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState?: KeyboardEvent['getModifierState']
}

/**
 * Tells whether a key press means these keys. Letters in either case. On a layout that does not write Latin letters
 * (Ukrainian, Arabic) the place of the key counts; digits count by their place too, because Alt changes what they write.
 */
export function matchesKeys(keys: KeyName, event: KeyPress): boolean {
  const parts = keys.toLowerCase().split(' ').filter(Boolean)
  const last = parts.pop() ?? ''
  if (parts.includes('ctrl') !== (event.ctrlKey || event.metaKey) || parts.includes('alt') !== event.altKey) return false
  // On other keys Shift only changes what is written.
  if (/^f\d+$/.test(last) && parts.includes('shift') !== event.shiftKey) return false
  const wanted = KEY_NAMES[last] ?? last
  if (event.key.toLowerCase() === wanted) return true
  // AltGr writes signs of its own: ł is no L, and ² no 2.
  if (event.getModifierState?.('AltGraph')) return false
  if (/^\d$/.test(wanted)) return !/^\d$/.test(event.key) && !event.shiftKey && event.code === `Digit${wanted}`
  // Here a place writes a Latin letter or the question mark, so it is that key; Hebrew has a slash where Q is, and that is Q.
  if (/^[a-z?]$/i.test(event.key)) return false
  if (/^[a-z]$/.test(wanted)) return event.code === `Key${wanted.toUpperCase()}`
  // The Arabic question mark.
  return wanted === '?' && event.key === '؟'
}

/** The cursor is where words are typed or a line is picked. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('textarea, select, input:not([type=checkbox], [type=radio], [type=button])') !== null)
/** Enter on a link or a button is that link's or button's own. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a[href], button, [role=button], [role=option], [role=row]') !== null
const isBare = (keys: KeyName): boolean => !/^(ctrl|alt|shift) |^f\d+$/i.test(keys)

/** Where a key was pressed. */
export interface PressedIn {
  readonly field: boolean
  /** A link, a button or a row, which has an Enter of its own. */
  readonly control: boolean
  /** A dialog is open. */
  readonly dialog: boolean
}

/** Tells whether this key press runs the command. In a text field every key is the field's own, except those that the table names. */
export function runsCommand({ keys, always }: Pick<Command, 'keys' | 'always'>, event: KeyPress, at: PressedIn, ofDialog = false): boolean {
  if (!keys || !matchesKeys(keys, event)) return false
  if (at.dialog && !ofDialog && !always) return false
  if (at.field && !actsInFields(keys)) return false
  return !(keys === 'Enter' && at.control)
}

function runCommand(event: KeyboardEvent, bare: boolean, dialog: boolean): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const at: PressedIn = {
    field: isTyping(event.target),
    control: isControl(event.target),
    dialog,
  }
  for (const source of sources.toReversed()) {
    for (const command of source.current) {
      if (!command.keys || isBare(command.keys) !== bare || !runsCommand(command, event, at, source.inDialog)) continue
      event.preventDefault()
      event.stopPropagation()
      command.run()
      return
    }
  }
}

/** One listener for all commands. F-keys and Ctrl or Alt come first, letters only if no part of the page used them. Returns the way to stop. */
export function listenToKeys(): () => void {
  // Asked before anything else hears the key: the Esc that closes a dialog is not the page's Esc as well.
  let dialog = false
  const early = (event: KeyboardEvent) => {
    dialog = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    runCommand(event, false, dialog)
  }
  const late = (event: KeyboardEvent) => runCommand(event, true, dialog)
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
  // In a layout effect, so that a fast typist can press a key as soon as it is visible.
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

/** All commands of the page now, the innermost first, for the palette and the list of keys. A key is named with the one that it runs. */
export function useAllCommands(): readonly Command[] {
  useSyncExternalStore(subscribe, () => version)
  const seen = new Set<string>()
  const taken = new Set<string>()
  return sources
    .toReversed()
    .flatMap((source) => source.current)
    .filter((command) => !command.quiet && !seen.has(command.id) && seen.add(command.id))
    .map((command) => {
      if (!command.keys) return command
      if (taken.has(command.keys)) return { ...command, keys: undefined }
      taken.add(command.keys)
      return command
    })
}
