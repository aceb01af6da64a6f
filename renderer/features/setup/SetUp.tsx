import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/office/session'
import type { RefusalReason } from '#shared/domain/core/outcome'
import { describeFailure, clearReadData, refreshTopics, useCall, useForm, useOffice } from '../../office'
import { FormFailure, joinWithAnd, checkRecoveryWords, pickThreePositions } from '../../components'
import { Button, Icon, useCommands, SkipLink } from '../../ui'
import {
  validateSetupStep,
  createEmptySetupForm,
  SETUP_FORM_FIELDS,
  SETUP_STEPS,
  toSetupInput,
  type SetupForm,
  type SetupFormError,
  type SetupFormErrors,
  type SetupFormField,
  type SetupStep,
} from './setup-form'
import { PassphraseStep } from './PassphraseStep'
import { PolicyStep } from './PolicyStep'
import { DirectorStep, ShelterStep, ZoneStep } from './BasicSteps'
import { RecoveryWordsStep, RecoveryWordsAdvice } from './RecoveryWordsStep'

interface FailedPlace {
  readonly step: SetupStep
  /** Null: the step itself shows what is wrong. */
  readonly field: SetupFormField | null
  readonly complaint: SetupFormError
}

const PLACE_BY_REASON: Partial<Record<RefusalReason, FailedPlace>> = {
  passphrase_too_short: { step: 'passphrase', field: 'passphrase', complaint: 'short' },
  passphrase_too_common: { step: 'passphrase', field: 'passphrase', complaint: 'common' },
  not_a_time_zone: { step: 'zone', field: 'zone', complaint: 'bad' },
  words_do_not_match: { step: 'words', field: null, complaint: 'bad' },
}

/** Finds the step and the field of a refusal. */
function findFailedPlace(failure: Failure): FailedPlace | null {
  if (failure.kind === 'refused') return PLACE_BY_REASON[failure.reason] ?? null
  if (failure.kind !== 'invalid') return null
  const [first = '', second = ''] = (failure.fields[0]?.path ?? '').split('.')
  if (first === 'policy')
    return { step: 'policy', field: second === 'standardHours' ? 'hours' : second === 'shiftStarts' ? 'shifts' : null, complaint: 'bad' }
  return first === 'shelter' || first === 'director' || first === 'zone' || first === 'passphrase'
    ? { step: first, field: first, complaint: 'bad' }
    : null
}

/** Set-up in six short steps. Everything stays in this window's memory until the last one. */
export function SetUp({ state, onBack }: { readonly state: OfficeState; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<SetupStep>('shelter')
  const [initial] = useState(() => createEmptySetupForm(state.zone))
  const [places] = useState(pickThreePositions)
  const made = useOffice('setup.createRecoveryWords', {})
  const { send } = useCall('setup.finish')
  const zones = useMemo(() => [...new Set([state.zone, ...Intl.supportedValuesOf('timeZone')])], [state.zone])
  const at = SETUP_STEPS.indexOf(step)
  const last = at === SETUP_STEPS.length - 1

  const words = made.value?.words ?? []
  const form = useForm<SetupForm, unknown, SetupFormField>({
    id: 'set-up',
    of: null,
    initial,
    // What is wrong in the step that is shown, as a code: the step has the words for it.
    validate: (typed) => validateSetupStep(step, typed, zones),
    send: (typed) => (last ? send(toSetupInput(typed, places)) : Promise.resolve({ ok: true, value: null } as const)),
    findField: (_path, _typed, failure) => findFailedPlace(failure)?.field ?? null,
    // At a field it is a code as well.
    describe: (failure, field) => (field === null ? undefined : findFailedPlace(failure)?.complaint),
    onRefused: (failure) => {
      const place = findFailedPlace(failure)
      if (place) setStep(place.step)
    },
    onSent: () => {
      if (!last) return setStep(SETUP_STEPS[at + 1] ?? 'policy')
      clearReadData()
      void refreshTopics(['office'])
    },
    afterSend: 'keep',
  })
  const { sending, values } = form
  const right = checkRecoveryWords(values.typedBack, places, words)
  const toCome = step === 'words' ? places.filter((_, index) => !right[index]) : []
  const complaints = Object.fromEntries(SETUP_FORM_FIELDS.map((field) => [field, form.error(field)])) as SetupFormErrors
  const next = () => {
    if (toCome.length === 0) form.submit()
  }
  const back = () => {
    if (sending) return
    form.change({})
    if (at === 0) onBack()
    else setStep(SETUP_STEPS[at - 1] ?? 'shelter')
  }
  useCommands([
    {
      id: 'next',
      label: last ? t('setup.finish') : t('setup.next', { step: t(`setup.nexts.${SETUP_STEPS[at + 1] ?? 'policy'}`) }),
      keys: 'Ctrl Enter',
      run: next,
    },
    { id: 'back', label: t('setup.back'), keys: 'Alt ←', run: back },
  ])

  const shared = { form: values, change: form.change, complaints, whole: form }
  return (
    <>
      <SkipLink>{t('setup.skip')}</SkipLink>
      <div className="setup">
        <nav className="steps" aria-label={t('setup.steps')}>
          <p className="app-name">
            <b>{t('frame.app')}</b>
          </p>
          <h2>
            {t('setup.title')} <span>{t('setup.of', { step: at + 1, all: SETUP_STEPS.length })}</span>
          </h2>
          <ol>
            {SETUP_STEPS.map((name, index) => (
              <li key={name} {...(index < at ? { className: 'done' } : {})} {...(index === at ? { 'aria-current': 'step' } : {})}>
                {index < at ? <Icon name="confirmed" className="is-confirmed" /> : <span />}
                {t(`setup.names.${name}`)}
              </li>
            ))}
          </ol>
          <p className="second foot">{t('setup.kept')}</p>
        </nav>
        <main id="main" className="setup-main" tabIndex={-1} key={step}>
          <p className="second">{t('setup.stepOf', { step: at + 1, all: SETUP_STEPS.length })}</p>
          {step === 'shelter' && <ShelterStep {...shared} />}
          {step === 'zone' && <ZoneStep {...shared} zones={zones} />}
          {step === 'director' && <DirectorStep {...shared} />}
          {step === 'passphrase' && <PassphraseStep {...shared} offered={made.value?.passphrase ?? ''} />}
          {step === 'words' && <RecoveryWordsStep {...shared} words={words} places={places} right={right} />}
          {step === 'policy' && <PolicyStep {...shared} />}
          <FormFailure form={form} />
          {made.failure && (
            <p className="error" role="alert">
              {describeFailure(t, made.failure)}
            </p>
          )}
          <p className="acts go no-print">
            <Button
              size="big"
              look={toCome.length > 0 ? 'plain' : 'do'}
              keys="Ctrl Enter"
              busy={sending}
              onPress={next}
              {...(toCome.length > 0 ? { whyId: 'to-come' } : {})}
            >
              {sending
                ? t('setup.finishing')
                : last
                  ? t('setup.finish')
                  : t('setup.next', { step: t(`setup.nexts.${SETUP_STEPS[at + 1] ?? 'policy'}`) })}
            </Button>
            <Button size="big" keys="Alt ←" onPress={back}>
              {t('setup.back')}
            </Button>
          </p>
          {toCome.length > 0 && (
            <p className="why" id="to-come">
              {t('setup.words.toCome', { count: toCome.length, list: joinWithAnd(toCome, t('setup.words.and')) })}
            </p>
          )}
          {sending && (
            <p className="why" role="status">
              {t('setup.finishingSecond')}
            </p>
          )}
        </main>
        {step === 'words' && <RecoveryWordsAdvice />}
      </div>
    </>
  )
}
