import { useEffect, useState, type FormEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PartnerView } from '#shared/contract/partners'
import { numberWord, shortTime } from '#shared/domain/wording'
import { failureWords, fieldWords, nowOf, useCall, useFields, useZone, type Draft } from '../../office'
import { Button, DraftNote, instantOf, Leaf, LeafFoot, LeafRow, PageHead, recordPlace, toFirstWrong, useCommands } from '../../ui'
import { Alike } from './Alike'
import { askedFor, complaintsOf, fieldOf, pathsOf, type Complaint } from './complaints'
import { HERSELF, unanswered, type Field, type IntakeForm, type TypedRisk } from './form'
import { Foot } from './Foot'
import { inputOf } from './input'
import { Parties } from './Parties'
import { Person } from './Person'
import { Questions } from './Questions'
import { Earlier, Received, type Versions } from './Received'
import { TellsMore } from './TellsMore'

interface Props {
  readonly draft: Draft<IntakeForm>
  /** A fresh leaf; it knows the source where the leaf was begun from a partner. */
  readonly empty: IntakeForm
  readonly partners: readonly PartnerView[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly me: string
  readonly versions: Versions
}

/** One form for the whole referral. Nothing typed is lost: it is its own draft, and a refusal stands at its field. */
export function IntakePage({ draft, empty, partners, staff, me, versions }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const fields = useFields()
  const { send, sending } = useCall('handoff.create')
  const [failure, setFailure] = useState<string | null>(null)
  const words = (complaint: Complaint) =>
    t(`intake.wrong.${complaint.says}`, {
      count: complaint.count ?? 0,
      max: complaint.max ?? 0,
      capital: numberWord(complaint.count ?? 0, true),
    })
  const { control, setValue, getValues, clearErrors, setError, handleSubmit, formState, reset } = useForm<IntakeForm>({
    // An earlier draft keeps its words; only an empty place is filled by where she came from.
    defaultValues: { ...draft.value, partner: draft.value.partner ?? empty.partner },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    resolver: (values) => {
      const errors = Object.fromEntries(
        Object.entries(complaintsOf(values, nowOf(), zone, fields.settings)).map(([field, complaint]) => [
          field,
          { type: complaint.says, message: words(complaint) },
        ]),
      )
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors }
    },
  })
  const form = useWatch({ control }) as IntakeForm
  const set = (part: Partial<IntakeForm>) => {
    for (const [field, value] of Object.entries(part)) setValue(field as Field, value)
    clearErrors([...(Object.keys(part) as Field[]), ...Object.keys(part).flatMap((field) => GOES_WITH[field as Field] ?? [])])
    setFailure(null)
    draft.change({ ...getValues() })
  }
  const wrong = (field: Field): string | undefined => formState.errors[field]?.message as string | undefined
  const checked = formState.isSubmitted

  const submit = handleSubmit(async (values) => {
    const answer = await send(inputOf(values, me, nowOf(), zone))
    if (answer.ok) {
      await draft.drop()
      return go(recordPlace(answer.value.id))
    }
    const places = pathsOf(answer.failure).map((path) => ({ path, field: fieldOf(path, values) }))
    for (const { path, field } of places)
      if (field) setError(field, { message: fieldWords(t, answer.failure, path) ?? failureWords(t, answer.failure) })
    if (places.every(({ field }) => field === null)) setFailure(failureWords(t, answer.failure))
  })
  const open = () => void submit().then(toFirstWrong)
  const leave = () => go('/board')
  useCommands([
    { id: 'open-handoff', label: t('intake.open'), keys: 'Ctrl Enter', run: open },
    { id: 'leave-new', label: t('intake.leave'), keys: 'Esc', run: leave },
  ])
  // The caller speaks already: the first empty field has the cursor.
  useEffect(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('#main .leaf input:not([type=radio], [type=checkbox])')
    ;[...fields].find((field) => field.value === '')?.focus()
  }, [])
  const anew = () => void draft.drop().then(() => reset(empty))

  const shared = { form, set, wrong }
  const missing = [
    ...unanswered(form).map((question) => t(`intake.question.${question}`)),
    ...askedFor(form, fields.settings).map((field) => fields.label(field, t(`fields.name.${field}`).toLocaleLowerCase())),
  ]
  const own =
    form.direction === 'incoming' && form.partner !== HERSELF ? (partners.find(({ id }) => id === form.partner)?.standards ?? []) : []
  return (
    <main id="main" className="main leaf-split" tabIndex={-1}>
      <form
        className="leaf-page"
        aria-labelledby="new-handoff"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          open()
        }}
      >
        <PageHead
          title={<span id="new-handoff">{t('intake.title')}</span>}
          acts={
            <>
              <DraftNote>
                {draft.savedAt !== null &&
                  t(draft.found ? 'frame.draftRestored' : 'frame.draftSaved', { time: shortTime(draft.savedAt, zone) })}
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
          <Received {...shared} versions={versions} own={own} />
        </PageHead>
        <Leaf>
          {form.earlier && (
            <LeafRow label={t('intake.receivedRow')} wrong={Boolean(wrong('received') ?? wrong('earlierBecause'))}>
              <Earlier {...shared} />
            </LeafRow>
          )}
          <Parties {...shared} partners={partners} staff={staff} me={me} />
          <Person {...shared} checked={checked} riskWrong={riskWrong} />
          <Questions {...shared} checked={checked} />
          <TellsMore {...shared} checked={checked} />
        </Leaf>
        <LeafFoot
          acts={
            <Button look="do" size="tall" keys="Ctrl Enter" onPress={open} busy={sending}>
              {t('intake.open')}
            </Button>
          }
          why={
            failure ??
            (missing.length > 0 &&
              t('intake.missing', {
                count: missing.length,
                capital: numberWord(missing.length, true),
                list: missing.join(', '),
              }))
          }
        >
          <Foot {...shared} staff={staff} me={me} />
        </LeafFoot>
      </form>
      <Alike {...shared} />
    </main>
  )

  function riskWrong(risk: TypedRisk): string | undefined {
    return instantOf(risk.when, nowOf(), zone).ok ? undefined : t('failure.refused.no_such_time')
  }
}

/** A complaint that another field answers too: 'Not known' ends the one at the number. */
const GOES_WITH: Partial<Record<Field, readonly Field[]>> = {
  numberIs: ['number', 'safeToCall'],
  languageIs: ['language'],
  safeToCall: ['safeTimes'],
  direction: ['partner', 'toStaff', 'fromStaff'],
  earlier: ['received', 'earlierBecause'],
  alias: ['name'],
  personId: ['name', 'alias', 'number', 'language', 'safeToCall', 'facts'],
}
