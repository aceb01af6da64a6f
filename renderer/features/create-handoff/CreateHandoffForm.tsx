import { useEffect, useState, type FormEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PartnerView } from '#shared/contract/partner'
import { formatNumberWord, formatTime } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, readNow, useCall, useFormFields, useZone, type Draft } from '../../office'
import {
  Button,
  DraftNote,
  parseMoment,
  FormPage,
  FormPageFoot,
  FormPageRow,
  PageHead,
  linkToRecord,
  focusFirstError,
  useCommands,
} from '../../ui'
import { SimilarPeople } from './SimilarPeople'
import { listRequiredFields, validateHandoffForm, findFormField, listFailurePaths, type HandoffFormError } from './validate-handoff'
import { HERSELF, listUnanswered, type HandoffFormField, type HandoffFormValues, type TypedRisk } from './handoff-form'
import { AssigneePart } from './AssigneePart'
import { toCreateHandoffInput } from './handoff-input'
import { PartiesPart } from './PartiesPart'
import { PersonPart } from './PersonPart'
import { ContactQuestions } from './ContactQuestions'
import { ReceivedEarlier, ReceivedPart, type PolicyVersionList } from './ReceivedPart'
import { AnswersPart } from './AnswersPart'

interface Props {
  readonly draft: Draft<HandoffFormValues>
  /** An empty form; it has the source when it was begun from a partner. */
  readonly empty: HandoffFormValues
  readonly partners: readonly PartnerView[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly me: string
  readonly versions: PolicyVersionList
}

/** One form for the whole referral. Nothing typed is lost: the form is its own draft, and a refusal is shown at its field. */
export function CreateHandoffForm({ draft, empty, partners, staff, me, versions }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const fields = useFormFields()
  const { send, sending } = useCall('handoff.create')
  const [failure, setFailure] = useState<string | null>(null)
  const words = (complaint: HandoffFormError) =>
    t(`intake.wrong.${complaint.says}`, {
      count: complaint.count ?? 0,
      max: complaint.max ?? 0,
      capital: formatNumberWord(complaint.count ?? 0, true),
    })
  const { control, setValue, getValues, clearErrors, setError, handleSubmit, formState, reset } = useForm<HandoffFormValues>({
    // An earlier draft keeps its words; only an empty source is filled in.
    defaultValues: { ...draft.value, partner: draft.value.partner ?? empty.partner },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    resolver: (values) => {
      const errors = Object.fromEntries(
        Object.entries(validateHandoffForm(values, readNow(), zone, fields.settings)).map(([field, complaint]) => [
          field,
          { type: complaint.says, message: words(complaint) },
        ]),
      )
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors }
    },
  })
  const form = useWatch({ control }) as HandoffFormValues
  const set = (part: Partial<HandoffFormValues>) => {
    for (const [field, value] of Object.entries(part)) setValue(field as HandoffFormField, value)
    clearErrors([
      ...(Object.keys(part) as HandoffFormField[]),
      ...Object.keys(part).flatMap((field) => ALSO_ANSWERS[field as HandoffFormField] ?? []),
    ])
    setFailure(null)
    draft.change({ ...getValues() })
  }
  const wrong = (field: HandoffFormField): string | undefined => formState.errors[field]?.message as string | undefined
  const checked = formState.isSubmitted

  const submit = handleSubmit(async (values) => {
    const answer = await send(toCreateHandoffInput(values, me, readNow(), zone))
    if (answer.ok) {
      await draft.drop()
      return go(linkToRecord(answer.value.id))
    }
    const places = listFailurePaths(answer.failure).map((path) => ({ path, field: findFormField(path, values) }))
    for (const { path, field } of places)
      if (field) setError(field, { message: describeFieldFailure(t, answer.failure, path) ?? describeFailure(t, answer.failure) })
    if (places.every(({ field }) => field === null)) setFailure(describeFailure(t, answer.failure))
  })
  const open = () => void submit().then(focusFirstError)
  const leave = () => go('/board')
  useCommands([
    { id: 'open-handoff', label: t('intake.open'), keys: 'Ctrl Enter', run: open },
    { id: 'leave-new', label: t('intake.leave'), keys: 'Esc', run: leave },
  ])
  // The caller is already speaking: the first empty field has the cursor.
  useEffect(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('#main .form-sheet input:not([type=radio], [type=checkbox])')
    ;[...fields].find((field) => field.value === '')?.focus()
  }, [])
  const anew = () => void draft.drop().then(() => reset(empty))

  const shared = { form, set, wrong }
  const missing = [
    ...listUnanswered(form).map((question) => t(`intake.question.${question}`)),
    ...listRequiredFields(form, fields.settings).map((field) => fields.label(field, t(`fields.name.${field}`).toLocaleLowerCase())),
  ]
  const own =
    form.direction === 'incoming' && form.partner !== HERSELF ? (partners.find(({ id }) => id === form.partner)?.standards ?? []) : []
  return (
    <main id="main" className="main form-split" tabIndex={-1}>
      <form
        className="form-page"
        aria-labelledby="new-handoff"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          open()
        }}
      >
        <PageHead
          title={<span id="new-handoff">{t('intake.title')}</span>}
          actions={
            <>
              <DraftNote>
                {draft.savedAt !== null &&
                  t(draft.found ? 'frame.draftRestored' : 'frame.draftSaved', { time: formatTime(draft.savedAt, zone) })}
              </DraftNote>
              {draft.found && (
                <Button look="bare" onPress={anew}>
                  {t('intake.anew')}
                </Button>
              )}
              <Button look="bare" keys="Esc" onPress={leave}>
                {t('intake.leave')}
              </Button>
            </>
          }
        >
          <ReceivedPart {...shared} versions={versions} own={own} />
        </PageHead>
        <FormPage>
          {form.earlier && (
            <FormPageRow label={t('intake.receivedRow')} hasError={Boolean(wrong('received') ?? wrong('earlierBecause'))}>
              <ReceivedEarlier {...shared} />
            </FormPageRow>
          )}
          <PartiesPart {...shared} partners={partners} staff={staff} me={me} />
          <PersonPart {...shared} checked={checked} riskWrong={riskWrong} />
          <ContactQuestions {...shared} checked={checked} />
          <AnswersPart {...shared} checked={checked} />
        </FormPage>
        <FormPageFoot
          actions={
            <Button look="do" size="tall" keys="Ctrl Enter" onPress={open} busy={sending}>
              {t('intake.open')}
            </Button>
          }
          why={
            failure ??
            (missing.length > 0 &&
              t('intake.missing', {
                count: missing.length,
                capital: formatNumberWord(missing.length, true),
                list: missing.join(', '),
              }))
          }
        >
          <AssigneePart {...shared} staff={staff} me={me} />
        </FormPageFoot>
      </form>
      <SimilarPeople {...shared} />
    </main>
  )

  function riskWrong(risk: TypedRisk): string | undefined {
    return parseMoment(risk.when, readNow(), zone).ok ? undefined : t('failure.refused.no_such_time')
  }
}

/** An error that another field resolves too: "Not known" resolves the one at the number. */
const ALSO_ANSWERS: Partial<Record<HandoffFormField, readonly HandoffFormField[]>> = {
  numberIs: ['number', 'safeToCall'],
  languageIs: ['language'],
  safeToCall: ['safeTimes'],
  direction: ['partner', 'toStaff', 'fromStaff'],
  earlier: ['received', 'earlierBecause'],
  alias: ['name'],
  personId: ['name', 'alias', 'number', 'language', 'safeToCall', 'facts'],
}
