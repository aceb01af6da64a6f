import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/session'
import type { RefusalReason } from '#shared/domain/core/outcome'
import { describeFailure, clearReadData, refreshTopics, useCall, useOffice } from '../../office'
import { normalizeWord, Button, Icon, joinWithAnd, checkRecoveryWords, pickThreePositions, useCommands } from '../../ui'
import {
  validateSetupStep,
  createEmptySetupForm,
  parseStandardHours,
  parseShiftStarts,
  SETUP_STEPS,
  type SetupFormErrors,
  type SetupForm,
  type SetupStep,
} from './setup-form'
import { PassphraseStep } from './PassphraseStep'
import { PolicyStep } from './PolicyStep'
import { DirectorStep, ShelterStep, ZoneStep } from './BasicSteps'
import { RecoveryWordsStep, RecoveryWordsAdvice } from './RecoveryWordsStep'

const STEP_BY_REASON: Partial<Record<RefusalReason, { step: SetupStep; complaints: SetupFormErrors }>> = {
  passphrase_too_short: { step: 'passphrase', complaints: { passphrase: 'short' } },
  passphrase_too_common: { step: 'passphrase', complaints: { passphrase: 'common' } },
  not_a_time_zone: { step: 'zone', complaints: { zone: 'bad' } },
  words_do_not_match: { step: 'words', complaints: {} },
}

/** Finds the step of a refusal. */
function findFailedStep(failure: Failure): { step: SetupStep; complaints: SetupFormErrors } | null {
  if (failure.kind === 'invalid') {
    const [first = '', second = ''] = (failure.fields[0]?.path ?? '').split('.')
    if (first === 'policy')
      return {
        step: 'policy',
        complaints: second === 'standardHours' ? { hours: 'bad' } : second === 'shiftStarts' ? { shifts: 'bad' } : {},
      }
    return first === 'shelter' || first === 'director' || first === 'zone' || first === 'passphrase'
      ? { step: first, complaints: { [first]: 'bad' } }
      : null
  }
  return failure.kind === 'refused' ? (STEP_BY_REASON[failure.reason] ?? null) : null
}

/** Set-up in six short steps. Everything stays in this window's memory until the last one. */
export function SetUp({ state, onBack }: { readonly state: OfficeState; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<SetupStep>('shelter')
  const [form, setForm] = useState(() => createEmptySetupForm(state.zone))
  const [complaints, setComplaints] = useState<SetupFormErrors>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [places] = useState(pickThreePositions)
  const made = useOffice('setup.createRecoveryWords', {})
  const { send, sending } = useCall('setup.finish')
  const zones = useMemo(() => [...new Set([state.zone, ...Intl.supportedValuesOf('timeZone')])], [state.zone])
  const at = SETUP_STEPS.indexOf(step)
  const last = at === SETUP_STEPS.length - 1

  const words = made.value?.words ?? []
  const right = checkRecoveryWords(form.typedBack, places, words)
  const toCome = step === 'words' ? places.filter((_, index) => !right[index]) : []

  const change = (part: Partial<SetupForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setComplaints((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
    setFailure(null)
  }
  const show = (found: SetupFormErrors) => {
    setComplaints(found)
    // The first wrong field gets the cursor once it is rendered.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#main [aria-invalid=true]')?.focus())
  }
  const finish = async () => {
    const answer = await send({
      shelter: form.shelter,
      zone: form.zone,
      director: form.director,
      passphrase: form.passphrase,
      typedBack: places.map((position, index) => ({ position, word: normalizeWord(form.typedBack[index] ?? '') })),
      policy: {
        standardHours: parseStandardHours(form.hours) ?? 24,
        shiftStarts: parseShiftStarts(form.shifts) ?? [],
        policeNumber: form.police,
        supervisorName: form.supervisorName,
        supervisorPhone: form.supervisorPhone,
      },
    })
    if (answer.ok) {
      clearReadData()
      return void refreshTopics(['office'])
    }
    const place = findFailedStep(answer.failure)
    if (place) setStep(place.step)
    if (place && Object.keys(place.complaints).length > 0) show(place.complaints)
    else setFailure(describeFailure(t, answer.failure))
  }
  const next = () => {
    if (sending || toCome.length > 0) return
    const found = validateSetupStep(step, form, zones)
    if (Object.keys(found).length > 0) return show(found)
    setComplaints({})
    if (last) void finish()
    else setStep(SETUP_STEPS[at + 1] ?? 'policy')
  }
  const back = () => {
    if (sending) return
    setComplaints({})
    setFailure(null)
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

  const shared = { form, change, complaints }
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {t('setup.skip')}
      </a>
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
          {step === 'shelter' && <ShelterStep {...shared} onEnter={next} />}
          {step === 'zone' && <ZoneStep {...shared} zones={zones} />}
          {step === 'director' && <DirectorStep {...shared} onEnter={next} />}
          {step === 'passphrase' && <PassphraseStep {...shared} offered={made.value?.passphrase ?? ''} onEnter={next} />}
          {step === 'words' && <RecoveryWordsStep {...shared} words={words} places={places} right={right} />}
          {step === 'policy' && <PolicyStep {...shared} />}
          {failure && (
            <p className="error" role="alert">
              {failure}
            </p>
          )}
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
