import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesKeys, runsCommand, type KeyPress, type PressedIn } from '../../renderer/ui/commands'
import { actsInFields, KEY_TABLE, numberKey, type KeyName } from '../../renderer/ui/key-table'
import { buttonHints, declaredCommands } from '../support/declared-keys'
import { LAYOUTS, pressOn } from '../support/layouts'

const ALL: readonly KeyName[] = KEY_TABLE.flatMap(({ keys }) => keys)
const PAGE: PressedIn = { field: false, control: false, dialog: false }
const FIELD: PressedIn = { ...PAGE, field: true }
const rowOf = (keys: string) =>
  KEY_TABLE.find((row) => row.keys.some((one) => one === keys || (keys === '#' && one === '1') || (keys === 'Alt #' && one === 'Alt 1')))

/** The press of these keys on a keyboard that writes Latin letters. */
function pressOf(keys: KeyName, facts: Partial<KeyPress> = {}): KeyPress {
  const parts = keys.split(' ')
  const last = parts.pop() ?? ''
  const named: Readonly<Record<string, string>> = { Esc: 'Escape', '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight' }
  const key = named[last] ?? (/^[A-Z]$/.test(last) ? last.toLowerCase() : last)
  return {
    key,
    code: /^[A-Z]$/.test(last) ? `Key${last}` : /^\d$/.test(last) ? `Digit${last}` : last === '?' ? 'Slash' : key,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift') || last === '?',
    metaKey: false,
    ...facts,
  }
}

describe('the table of keys', () => {
  test('no key has two meanings: it stands in one row', () => {
    expect(ALL.filter((keys, index) => ALL.indexOf(keys) !== index)).toEqual([])
  })

  test('no press means two keys of the table', () => {
    for (const keys of ALL) expect(ALL.filter((other) => matchesKeys(other, pressOf(keys)))).toEqual([keys])
  })

  test('every command of the screens stands in it under its key, and nothing else does', () => {
    const declared = new Map<unknown, Set<string>>()
    for (const { id, keys } of declaredCommands()) {
      const row = rowOf(keys)
      expect(row, `${id}: ${keys}`).toBeDefined()
      declared.set(row, (declared.get(row) ?? new Set()).add(id))
    }
    for (const row of KEY_TABLE) expect([...(declared.get(row) ?? [])].toSorted(), row.name).toEqual([...row.commands].toSorted())
  })

  test('one act has one key: what is said with the same words has the same key everywhere', () => {
    const keysOf = new Map<string, Set<unknown>>()
    for (const { words, keys, quiet } of declaredCommands())
      if (!quiet) for (const word of words.split(' ').filter(Boolean)) keysOf.set(word, (keysOf.get(word) ?? new Set()).add(rowOf(keys)))
    expect([...keysOf].filter(([, rows]) => rows.size > 1).map(([word]) => word)).toEqual([])
  })

  test('every key that a button shows belongs to a command of the same feature, or of the frame', () => {
    const folder = (file: string) => /^renderer\/(?:features\/)?[^/]+/.exec(file)?.[0] ?? file
    const declared = declaredCommands()
    const strangers = buttonHints().filter(
      ({ file, keys, submits }) =>
        !submits &&
        // Esc is heard by dialogs themselves, I and W are held, Enter on a row of the board is the row's own.
        !['Esc', 'I', 'W', 'Enter'].includes(keys) &&
        // Every form's own key comes from useForm.
        !(keys === 'Ctrl Enter') &&
        !declared.some(
          (one) =>
            rowOf(one.keys) === rowOf(keys) &&
            [folder(file), 'renderer/app', ...(folder(file) === 'renderer/ui' ? [folder(one.file)] : [])].includes(folder(one.file)),
        ),
    )
    expect(strangers).toEqual([])
  })

  test('the README names the same keys', () => {
    const rows = KEY_TABLE.map((row) => `| ${'shown' in row ? row.shown : row.keys.join(' or ')} | ${row.name} | ${row.where} |`)
    const readme = readFileSync('README.md', 'utf8')
    const written = readme.slice(readme.indexOf('\n## Keys'), readme.indexOf('\n## Scripts')).split('\n')
    expect(written.filter((line) => line.startsWith('|')).slice(2)).toEqual(rows)
  })

  test('a list that is numbered goes to nine, and a tenth line has no key', () => {
    expect([1, 9, 10].map((number) => numberKey(number))).toEqual(['1', '9', undefined])
    expect(numberKey(2, 'Alt ')).toBe('Alt 2')
  })
})

describe('while the cursor is in a text field', () => {
  test('Ctrl Z undoes the typing, never an act of the office', () => {
    const press = pressOf('Ctrl Z')
    expect(runsCommand({ keys: 'Ctrl Z' }, press, PAGE)).toBe(true)
    expect(runsCommand({ keys: 'Ctrl Z' }, press, FIELD)).toBe(false)
  })

  test('no command whatever runs, unless the table says that its key acts in fields', () => {
    const press = fc.record({
      key: fc.oneof(fc.constantFrom(...ALL.map((keys) => pressOf(keys).key)), fc.string({ minLength: 1, maxLength: 2 })),
      code: fc.constantFrom(...ALL.map((keys) => pressOf(keys).code)),
      ctrlKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      metaKey: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.constantFrom(...ALL), press, fc.boolean(), fc.boolean(), (keys, event, always, ofDialog) => {
        if (runsCommand({ keys, always }, event, FIELD, ofDialog)) expect(actsInFields(keys)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
    for (const keys of ALL) expect(runsCommand({ keys }, pressOf(keys), FIELD), keys).toBe(actsInFields(keys))
  })

  test('no key acts in fields that writes or edits there: letters, Enter, Backspace, arrows, and Ctrl with A, C, V, X, Y or Z', () => {
    const edits = ALL.filter((keys) => !/^(F\d+|Shift F\d+|Esc|Ctrl [A-Z]|Ctrl Enter|Alt .+)$/.test(keys) || /^Ctrl [ACVXYZ]$/.test(keys))
    expect(edits.filter(actsInFields)).toEqual([])
  })

  test('no key is the reload key of every browser', () => {
    expect(ALL.filter((keys) => ['Ctrl R', 'F5'].includes(keys))).toEqual([])
  })
})

describe('under another keyboard layout', () => {
  test('Ctrl K opens the palette with л and with ن', () => {
    for (const key of ['л', 'ن']) expect(matchesKeys('Ctrl K', { ...pressOf('Ctrl K'), key })).toBe(true)
  })

  test.each(Object.keys(LAYOUTS))('%s: every key of the table is one press, and no press is two keys', (layout) => {
    for (const keys of ALL) {
      const press = pressOn(layout, pressOf(keys))
      expect(
        ALL.filter((other) => matchesKeys(other, press)),
        `${layout}: ${keys}`,
      ).toEqual([keys])
    }
  })

  test('what AltGr writes is no key of the page: ł is no L, and @ no 2', () => {
    const getModifierState = (key: string) => key === 'AltGraph'
    expect(matchesKeys('L', { ...pressOf('L'), key: 'ł', getModifierState })).toBe(false)
    expect(matchesKeys('2', { ...pressOf('2'), key: '@', getModifierState })).toBe(false)
  })
})

test('Enter on a link or a button is that link’s or button’s own', () => {
  expect(runsCommand({ keys: 'Enter' }, pressOf('Enter'), { ...PAGE, control: true })).toBe(false)
  expect(runsCommand({ keys: 'C' }, pressOf('C'), { ...PAGE, control: true })).toBe(true)
})

test('while a dialog is open only its own commands run, and those that always do', () => {
  const dialog = { ...PAGE, dialog: true }
  expect(runsCommand({ keys: 'N' }, pressOf('N'), dialog)).toBe(false)
  expect(runsCommand({ keys: 'N' }, pressOf('N'), dialog, true)).toBe(true)
  expect(runsCommand({ keys: 'F9', always: true }, pressOf('F9'), dialog)).toBe(true)
})
