/**
 * The office, as screens see it. Nothing else touches `window.bridge`.
 * `useOffice(channel, input)`  reads, and reads again when the office announces a change
 * `useCall(channel)`           writes; the answer is a value, never thrown
 * `useForm({ id, of, initial, … })`  every form: values, errors, draft, failures at their fields, focus, keys, send
 * `useMeetingTexts`           what is typed in a meeting: in the book letter by letter
 * `useNow` `useMinute` `useZone` `nowOf`  the office's time
 * `useFields`                  what the data owner has settled about the forms' fields
 * `useReasons`                what each reason for a bounce is called
 * `useOfficeState`             stage, shelter, who is signed in
 * `PLACES`                     the address of each page, for links
 * `failureWords(t, failure)`   a failure in words; `fieldWords(t, failure, path)` for one field
 */
export { callOffice } from './bridge'
export { describeFieldFailure, describeFailure } from './failure-words'
export { FailureLine } from './FailureLine'
export { readNow, useMinute, useNow, useZone } from './clock'
export { ROUTES } from './routes'
export { forgetRecoveryWords, clearReadData, listenToTopics, onOfficeChange, queries, refreshTopics, refreshTopicsAt } from './queries'
export { useStorageTrouble } from './storage-trouble'
export { useCall } from './use-call'
export { registerUnsent, sendDrafts, useDraft, type Draft } from './use-draft'
export { useForm, type Form, type FormErrors, type FormOptions } from './use-form'
export { findFieldForPath, listFailurePaths } from './form-values'
export { FORMS, type FormId, type KeptFormId } from './forms'
export { useFormFields, type FormFields } from './use-fields'
export { useMeetingTexts, type MeetingTexts } from './use-meeting-texts'
export { useOffice, type OfficeRead } from './use-office'
export { useBounceReasonNames } from './use-bounce-reasons'
export { useOfficeState } from './use-office-state'
