/**
 * The kit: React Aria with the app's styles; it knows no domain. Import from here only. What knows the domain is in `components`.
 *
 * Button        a button with its shortcut: look do|plain|bare|stop, size tall|big; `why` makes it dashed and shows the reason beneath
 * RefusalReason the reason under something that cannot be done now
 * Field         one line or several (`rows`); `error` is between label and input; `quietLabel` inside a FormPageRow
 * Choices       one of a few, as buttons; ManyChoices: any of a few; look tight|seg; an option may have its own `why`
 * Select        one of many from a list that opens; ComboBox: by typing, `onAdd` adds on the spot; InlineSelect: a word of a sentence
 * Checkbox      yes or nothing ("Not known"); Switch: on or off at once
 * Icon          the symbols
 * Timeline      the time in the margin; TimelineLine: time, mark, entry; `tight` beside a list
 * PageHead      a page's name, actions, one sentence; FormPage, FormPageHead, FormPageRow, FormPageFoot: labels in the margin; DraftNote
 * Dialog        F1, F2, shortcuts and little else; Esc closes
 * Banner        a line across the page; UndoLine: "given to Ruth. Undo" for eight seconds
 * EmptyState    what will come and one button; Loading: still bars after 300 ms
 * HoldToShow    shown while held; HeldName: initials, the name while held (L6)
 * TableScroll   place for a wide `table.tbl`; SortHeader: its sorting column head; FactList, FactItem: pairs; RuleList, RuleItem: lines with a symbol
 * RowList       lanes of rows as one list: arrows go across, Enter opens
 * useCommands   shortcuts as data: [{ id, label, keys: 'N' | 'Ctrl Enter' | 'Alt 1' | 'Esc', run }]; every key stands in key-table.ts
 * announce      says a sentence to those who listen (LiveRegion is the app's)
 *
 * Shared classes are in renderer/styles. A feature's own classes go to its *.module.css, inside `@layer screens { … }`.
 * No inline styles and no style attributes: the CSP forbids them. SVG geometry is set by attributes.
 */
export { announce, LiveRegion, clearAnnouncement } from './announce'
export { TimelineLine, Timeline } from './Timeline'
export { Button, RefusalReason, type ButtonProps } from './Button'
export { Choices, ManyChoices, type ChoiceOption } from './Choices'
export { isTyping, listenToKeys, matchesKeys, useAllCommands, useCommands, type Command } from './commands'
export { numberKey, type KeyName } from './key-table'
export { returnLostFocus } from './lost-focus'
export { SkipLink } from './SkipLink'
export { useHeldKey } from './use-held-key'
export { ComboBox } from './ComboBox'
export { Dialog } from './Dialog'
export { Field, type FieldProps } from './Field'
export { focusControl, focusFirstError } from './focus-first-error'
export { HeldName, HoldToShow } from './HoldToShow'
export { Icon, type IconName } from './Icon'
export { DraftNote, FormPage, FormPageFoot, FormPageHead, FormPageRow, PageHead } from './FormPage'
export { Banner, EmptyState, Loading, UndoLine } from './page-notices'
export { RowList, type RowLane } from './RowList'
export { Select, type SelectOption } from './Select'
export { capitalize } from './sentence'
export { FactItem, FactList, RuleItem, RuleList, SortHeader, TableScroll } from './Table'
export { Checkbox, Switch } from './Toggles'
export { InlineSelect } from './InlineSelect'
