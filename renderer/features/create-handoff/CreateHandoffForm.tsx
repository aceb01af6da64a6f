import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PartnerView } from '#shared/contract/office/partner'
import type { HandoffId } from '#shared/domain/core/ids'
import { formatNumberWord } from '#shared/domain/core/wording'
import { readNow, useCall, useForm, useFormFields, useZone } from '../../office'
import { FormDraftNote, linkToRecord, parseMoment } from '../../components'
import { Button, FormPage, FormPageFoot, FormPageRow, Loading, PageHead, useCommands } from '../../ui'
import { SimilarPeople } from './SimilarPeople'
import { listRequiredFields, validateHandoffForm, findFormField, type HandoffFormError } from './validate-handoff'
import { HERSELF, listUnanswered, type HandoffFormField, type HandoffFormValues, type TypedRisk } from './handoff-form'
import { AssigneePart } from './AssigneePart'
import { toCreateHandoffInput } from './handoff-input'
import { PartiesPart } from './PartiesPart'
import { PersonPart } from './PersonPart'
import { ContactQuestions } from './ContactQuestions'
import { ReceivedEarlier, ReceivedPart, type PolicyVersionList } from './ReceivedPart'
import { AnswersPart } from './AnswersPart'

interface Props {
  /** An empty form; it knows the source where it was begun from a partner. */
  readonly empty: HandoffFormValues
  readonly partners: readonly PartnerView[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly me: string
  readonly versions: PolicyVersionList
}

/** One form for the whole handoff. Nothing typed is lost: it is its own draft, and a refusal stands at its field. */
export function CreateHandoffForm({ empty, partners, staff, me, versions }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const fields = useFormFields()
  const { send } = useCall('handoff.create')
  const describeError = (error: HandoffFormError) =>
    t(`createHandoff.wrong.${error.says}`, {
      count: error.count ?? 0,
      max: error.max ?? 0,
      capital: formatNumberWord(error.count ?? 0, true),
    })
  const draft = useForm<HandoffFormValues, { readonly id: HandoffId }, HandoffFormField>({
    id: 'create-handoff',
    of: null,
    initial: empty,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validateHandoffForm(values, readNow(), zone, fields.settings)).map(([field, error]) => [
          field,
          describeError(error),
        ]),
      ),
    send: (values) => send(toCreateHandoffInput(values, me, readNow(), zone)),
    findField: findFormField,
    settles: SETTLES,
    onSent: ({ id }) => go(linkToRecord(id)),
    keys: { send: t('createHandoff.open') },
  })
  const leave = () => go('/board')
  useCommands([{ id: 'leave-new', label: t('createHandoff.leave'), keys: 'Esc', run: leave }])
  // The caller speaks already: the first empty field has the cursor.
  useEffect(() => {
    if (!draft.ready) return
    const fields = document.querySelectorAll<HTMLInputElement>('#main .form-sheet input:not([type=radio], [type=checkbox])')
    ;[...fields].find((field) => field.value === '')?.focus()
  }, [draft.ready])
  if (!draft.ready) return <LoadingHandoffForm />

  const { values: form, tried: checked } = draft
  const shared = { form, set: draft.change, wrong: draft.error }
  const missing = [
    ...listUnanswered(form).map((question) => t(`createHandoff.question.${question}`)),
    ...listRequiredFields(form, fields.settings).map((field) => fields.label(field, t(`fields.name.${field}`).toLocaleLowerCase())),
  ]
  const own =
    form.direction === 'incoming' && form.partner !== HERSELF ? (partners.find(({ id }) => id === form.partner)?.standards ?? []) : []
  return (
    <main id="main" className="main form-split" tabIndex={-1}>
      <form className="form-page" aria-labelledby="new-handoff" {...draft.props}>
        <PageHead
          title={<span id="new-handoff">{t('createHandoff.title')}</span>}
          actions={
            <>
              <FormDraftNote form={draft} />
              {draft.restored && (
                <Button look="bare" onPress={draft.startAnew}>
                  {t('createHandoff.anew')}
                </Button>
              )}
              <Button look="bare" keys="Esc" onPress={leave}>
                {t('createHandoff.leave')}
              </Button>
            </>
          }
        >
          <ReceivedPart {...shared} versions={versions} own={own} />
        </PageHead>
        <FormPage>
          {form.earlier && (
            <FormPageRow
              label={t('createHandoff.receivedRow')}
              hasError={Boolean(draft.error('received') ?? draft.error('earlierBecause'))}
            >
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
            <Button look="do" size="tall" keys="Ctrl Enter" onPress={draft.submit} busy={draft.sending}>
              {t('createHandoff.open')}
            </Button>
          }
          why={
            draft.failure ??
            (missing.length > 0 &&
              t('createHandoff.missing', {
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

/** A refusal that another field settles too: 'Not known' ends the one at the number. */
const SETTLES: Partial<Record<HandoffFormField, readonly HandoffFormField[]>> = {
  numberIs: ['number', 'safeToCall', 'channels'],
  languageIs: ['language'],
  safeToCall: ['safeTimes', 'channels'],
  direction: ['partner', 'toStaff', 'fromStaff'],
  earlier: ['received', 'earlierBecause'],
  alias: ['name'],
  personId: ['name', 'alias', 'number', 'language', 'safeToCall', 'facts'],
}

/** The page while the form's draft, and what it needs to know, are read. */
export function LoadingHandoffForm() {
  const { t } = useTranslation()
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <Loading>{t('createHandoff.loading')}</Loading>
    </main>
  )
}
