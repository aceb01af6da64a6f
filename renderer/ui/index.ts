/**
 * The kit: React Aria with the app's styles. Import from here only.
 *
 * Button        a button with its shortcut: look do|plain|bare|stop, size tall|big; `why` makes it dashed and shows the reason beneath
 * RefusalReason the reason under something that cannot be done now
 * Field         one line or several (`rows`); `error` is between label and input; `quietLabel` inside a FormPageRow
 * Choices       one of a few, as buttons; ManyChoices: any of a few; look tight|seg; an option may have its own `why`
 * Select        one of many from a list that opens; ComboBox: by typing, `onAdd` adds on the spot; InlineSelect: a word of a sentence
 * AnswerField   one of the facts of section 3; toTypedAnswers ↔ toAnswers, validateAnswers: what is wrong; describeAnswer: in words
 * Checkbox      yes or nothing ("Not known"); Switch: on or off at once
 * MomentField   local date and time as text; parseMoment(typed, now, zone) → Outcome<Instant>; toTypedMoment: the reverse
 * HoursField    weekly hours as lines of days, from, to; parseAllHours; describeSafeHours, describeWeeklyHours: in words
 * Icon          the symbols; MarkShape: the shape of an urgency alone, with words beside it; chooseMarkTone: its colour class
 * Mark          an urgency: shape, word and colour; SafeContactMark: may the person be contacted; DeadlineRiskMark: a deadline risk
 * TimeBar       received → due with a tick for each attempt; `wide` for the record page
 * Name          a name in <bdi dir="auto">; Named: the same inside <Trans>; FromTo: from → to; OwnWords: a person's own words (italic)
 * Timeline      the time in the margin; TimelineLine: time, mark, entry; `tight` beside a list; HistoryEntry: one line of the history
 * PageHead      a page's name, actions, one sentence; FormPage, FormPageHead, FormPageRow, FormPageFoot: labels in the margin; DraftNote
 * Dialog        F1, F2, shortcuts and little else; Esc closes
 * Banner        a line across the page; UndoLine: "given to Ruth. Undo" for eight seconds
 * Empty         what will come and one button; Loading: still bars after 300 ms
 * Hold          shown while held; HeldName: initials, the name while held (L6)
 * TableScroll   place for a wide `table.tbl`; SortHead: its sorting column head; Facts/Fact: pairs; Rules/Rule: lines with a symbol
 * staffOption  a worker to be picked, marked where she is away; staffName: her name so
 * RowList       lanes of rows as one list: arrows go across, Enter opens; WordSelect: a word of a sentence that is a control
 * nextActionWords  what to do next, in words; primaryWords + stepOf + recordPlace: the verb and where on the record it leads
 * stateWords    how a handoff stands; clockWords: its clock; safeWords, SafeContact: may she be contacted; Deadline; rowStanding: lane and shape
 * TwelveWords   K2: the recovery words to write down or print, three typed back (`threePlaces`, `rightWords`, `asWord`)
 * useCommands   shortcuts as data: [{ id, label, keys: 'N' | 'Ctrl Enter' | 'Alt 1' | 'Esc', run }]; every key stands in key-table.ts
 * announce      says a sentence to those who listen (LiveRegion is the app's)
 *
 * Shared classes are in renderer/styles. A feature's own classes go to its *.module.css, inside `@layer screens { … }`.
 * No inline styles and no style attributes: the CSP forbids them. SVG geometry is set by attributes.
 */
export { announce, LiveRegion, clearAnnouncement } from './announce'
export { AnswerStatus } from '../components/answers/AnswerStatus'
export { TimelineLine, Timeline } from './Timeline'
export { Button, RefusalReason, type ButtonProps } from './Button'
export { Choices, ManyChoices, type ChoiceOption } from './Choices'
export { isTyping, listenToKeys, matchesKeys, useAllCommands, useCommands, type Command } from './commands'
export { numberKey, type KeyName } from './key-table'
export { returnLostFocus } from './lost-focus'
export { SkipLink } from './SkipLink'
export { useHeldKey } from './use-held-key'
export { ComboBox } from './ComboBox'
export { parseDuration, formatDuration } from '../components/times/duration-text'
export { Dialog } from './Dialog'
export { AnswerField } from '../components/answers/AnswerField'
export {
  hasAnyAnswer,
  toAnswers,
  validateAnswers,
  toTypedAnswers,
  type AnswerError,
  type TypedAnswers,
} from '../components/answers/answer-form'
export { describeAnswer } from '../components/answers/answer-words'
export { Field, type FieldProps } from './Field'
export { focusControl, focusFirstError } from './focus-first-error'
export { FormButtons } from '../components/forms/FormButtons'
export { FormFailure } from '../components/forms/FormFailure'
export { FormDraftNote } from '../components/forms/FormDraftNote'
export { HeldName, HoldToShow } from './HoldToShow'
export { HoursField } from '../components/times/HoursField'
export { describeEntry, describeEntryBriefly } from '../components/history/history-words'
export type { HistoryLine } from '../components/history/history-line'
export { describeHours, describeSafeHours, describeWeeklyHours, describeTimeWindow } from '../components/times/hours-words'
export {
  parseAllHours,
  crossesMidnight,
  EMPTY_HOURS,
  parseHours,
  toTypedHours,
  WEEKDAYS,
  type TypedHours,
} from '../components/times/hours-text'
export { Icon, type IconName } from './Icon'
export { DraftNote, FormPage, FormPageFoot, FormPageHead, FormPageRow, PageHead } from './FormPage'
export { Banner, EmptyState, Loading, UndoLine } from './page-notices'
export {
  Mark,
  DeadlineRiskMark,
  SafeContactMark,
  MarkShape,
  MARK_KINDS,
  chooseMarkTone,
  type SafeContactKind,
  type MarkKind,
} from '../components/handoff/Mark'
export { parseMoment, toTypedMoment } from '../components/times/moment-text'
export { MomentField, type TypedMoment } from '../components/times/MomentField'
export { Name, Named, OwnWords, FromTo } from '../components/handoff/Name'
export { NewPassphraseField } from '../components/secrets/NewPassphrase'
export {
  findBeginning,
  describeClock,
  describeNextAction,
  labelPrimaryAction,
  linkToRecord,
  describeAtTime,
  describeEarly,
  describeSafeContact,
  describeState,
  findRecordStep,
  parseRecordStep,
  type AgreedStep,
  type NextActionContext,
  type RecordStep,
} from '../components/handoff/next-action'
export { NotKnownButton } from '../components/answers/NotKnown'
export { describeSourceRules } from '../components/handoff/source-rules-words'
export { RowList, type RowLane } from './RowList'
export { Select, type SelectOption } from './Select'
export { capitalize } from './sentence'
export { DeadlineRisk, judgeRowUrgency, SafeContactStatus } from '../components/handoff/row-urgency'
export { FactItem, FactList, RuleItem, RuleList, SortHeader, TableScroll } from './Table'
export { describeStaffName, toStaffOption } from '../components/staff/staff-option'
export { TimeBar } from '../components/times/TimeBar'
export { normalizeWord, joinWithAnd, checkRecoveryWords, pickThreePositions } from '../components/secrets/recovery-words'
export { Checkbox, Switch } from './Toggles'
export { HistoryEntry } from '../components/history/HistoryEntry'
export { RecoveryWords } from '../components/secrets/RecoveryWords'
export { InlineSelect } from './InlineSelect'
