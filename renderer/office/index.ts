/**
 * The office, as the screens see it. No other folder uses `window.bridge`.
 * `useOffice(channel, input)`   reads, and reads again when the office announces a change
 * `useCall(channel)`            writes; the answer is a value, never thrown
 * `useForm({ id, of, … })`        every form: its values, errors, draft, keys (ui.md 4)
 * `useMeetingTexts`             saves a meeting's texts letter by letter
 * `useNow` `useMinute` `useZone` `readNow`  the office's time
 * `useFormFields`               the data owner's settings of the forms' fields
 * `useBounceReasonNames`        the name of each bounce reason
 * `useOfficeState`              stage, shelter, who is signed in
 * `ROUTES`                      the address of each page, for links
 * `describeFailure(t, failure)` a failure in words; `describeFieldFailure(t, failure, path)` for one field
 */
export { callOffice } from './bridge'
export { describeFieldFailure, describeFailure } from './failure-words'
export { FailureLine } from './FailureLine'
export { readNow, useMinute, useNow, useZone } from './clock'
export { ROUTES } from './routes'
export { forgetRecoveryWords, clearReadData, listenToTopics, onOfficeChange, queries, refreshTopics, refreshTopicsAt } from './queries'
export { useStorageTrouble } from './storage-trouble'
export { useCall } from './use-call'
export { registerUnsent, sendDrafts } from './use-draft'
export type { Form, FormErrors, FormOptions } from './form'
export { useForm } from './use-form'
export { findFieldForPath, listFailurePaths } from './form-values'
export { FORMS, type FormId, type KeptFormId } from './forms'
export { useFormFields, type FormFields } from './use-fields'
export { useMeetingTexts, type MeetingTexts } from './use-meeting-texts'
export { useOffice, type OfficeRead } from './use-office'
export { useBounceReasonNames } from './use-bounce-reasons'
export { useOfficeState } from './use-office-state'
