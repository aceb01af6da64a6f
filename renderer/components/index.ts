/**
 * Parts of several screens that know the domain, made of the kit (`ui`). Import from here only.
 *
 * answers    AnswerField: one of the facts of section 3; toTypedAnswers ↔ toAnswers, validateAnswers: what is wrong; describeAnswer: in words
 * forms      the foot of a form: FormButtons, FormFailure, FormDraftNote
 * handoff    describeNextAction, labelPrimaryAction, findRecordStep, linkToRecord: what to do next, in words, and where it leads;
 *            describeState, describeClock, describeSafeContact: how a handoff stands; judgeRowUrgency: its lane and mark;
 *            Mark: an urgency by shape, word and colour; Name: a name in <bdi dir="auto">; FromTo; OwnWords: a person's own words
 * history    HistoryEntry: one line of the history; describeEntry: the same in words
 * secrets    RecoveryWords (K2): the words to write down or print, three typed back; NewPassphraseField (K3)
 * staff      toStaffOption: a worker to be picked, marked when away; describeStaffName: the worker's name likewise
 * times      MomentField: local date and time as text, parseMoment(typed, now, zone) → Outcome<Instant>, toTypedMoment: the reverse;
 *            HoursField: weekly hours as lines of days, from, to; describeSafeHours: in words; TimeBar: received → due, a tick for each attempt
 */
export { AnswerStatus } from './answers/AnswerStatus'
export { parseDuration, formatDuration } from './times/duration-text'
export { AnswerField } from './answers/AnswerField'
export { hasAnyAnswer, toAnswers, validateAnswers, toTypedAnswers, type AnswerError, type TypedAnswers } from './answers/answer-form'
export { describeAnswer } from './answers/answer-words'
export { FormButtons } from './forms/FormButtons'
export { FormFailure } from './forms/FormFailure'
export { FormDraftNote } from './forms/FormDraftNote'
export { HoursField } from './times/HoursField'
export { describeEntry, describeEntryBriefly } from './history/history-words'
export type { HistoryLine } from './history/history-line'
export { describeHours, describeSafeHours, describeWeeklyHours, describeTimeWindow } from './times/hours-words'
export { parseAllHours, crossesMidnight, EMPTY_HOURS, parseHours, toTypedHours, WEEKDAYS, type TypedHours } from './times/hours-text'
export {
  Mark,
  DeadlineRiskMark,
  SafeContactMark,
  MarkShape,
  MARK_KINDS,
  chooseMarkTone,
  type SafeContactKind,
  type MarkKind,
} from './handoff/Mark'
export { parseMoment, toTypedMoment, type TypedMoment } from './times/moment-text'
export { MomentField } from './times/MomentField'
export { Name, Named, OwnWords, FromTo } from './handoff/Name'
export { NewPassphraseField } from './secrets/NewPassphrase'
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
} from './handoff/next-action'
export { NotKnownButton } from './answers/NotKnown'
export { describeSourceRules } from './handoff/source-rules-words'
export { DeadlineRisk, judgeRowUrgency, SafeContactStatus } from './handoff/row-urgency'
export { describeStaffName, toStaffOption } from './staff/staff-option'
export { SameTimeWarning } from './times/SameTimeWarning'
export { TimeBar } from './times/TimeBar'
export { normalizeWord, joinWithAnd, checkRecoveryWords, pickThreePositions } from './secrets/recovery-words'
export { HistoryEntry } from './history/HistoryEntry'
export { RecoveryWords } from './secrets/RecoveryWords'
