import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PersonId } from '#shared/domain/core/ids'
import { TOLD_HER, WITHOUT_CONSENT_WHYS, type ToldHer, type WithoutConsentWhy } from '#shared/domain/release/release'
import { describeFailure, readNow, useCall, useDraft, useZone } from '../../office'
import {
  announce,
  Button,
  Choices,
  Field,
  parseMoment,
  Loading,
  MomentField,
  focusFirstError,
  toTypedMoment,
  type TypedMoment,
} from '../../ui'

interface WithoutReleaseValues {
  readonly what: string
  readonly toWhom: string
  readonly why: WithoutConsentWhy | null
  readonly basis: string
  readonly authorisedBy: string
  readonly toldHer: ToldHer
  readonly at: TypedMoment | null
}
const EMPTY: WithoutReleaseValues = { what: '', toWhom: '', why: null, basis: '', authorisedBy: '', toldHer: 'not_yet', at: null }

/** What was told to whom, why, and by which law or policy (R4). In danger the worker acts first: who authorised it may stay empty. */
export function WithoutReleaseForm({ personId, onDone }: { readonly personId: PersonId; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { send, sending } = useCall('withoutConsent.write')
  const draft = useDraft<WithoutReleaseValues>(`without:${personId}`, EMPTY)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { value: typed } = draft
  const set = (part: Partial<WithoutReleaseValues>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const at = typed.at === null ? null : parseMoment(typed.at, readNow(), zone)
  const empty = (field: 'what' | 'toWhom' | 'basis') => (tried && typed[field].trim() === '' ? t('releases.wrong.needed') : undefined)
  const save = async () => {
    setTried(true)
    const { what, toWhom, why, basis, authorisedBy, toldHer } = typed
    if ([what, toWhom, basis].some((text) => text.trim() === '') || why === null || at?.ok === false) return focusFirstError()
    const answer = await send({ personId, at: at?.ok ? at.value : null, what, toWhom, why, basis, authorisedBy, toldHer })
    if (!answer.ok) return setFailure(answer.failure)
    await draft.drop()
    announce(t('releases.withoutSaved'))
    return onDone()
  }
  if (!draft.ready) return <Loading>{t('releases.loading')}</Loading>
  return (
    <form
      aria-label={t('releases.withoutAdd')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('releases.withoutWhat')}
        rows={3}
        autoFocus
        value={typed.what}
        onChange={(what) => set({ what })}
        error={empty('what')}
      />
      <Field label={t('releases.withoutTo')} value={typed.toWhom} onChange={(toWhom) => set({ toWhom })} error={empty('toWhom')} />
      <Choices
        label={t('releases.withoutWhy')}
        look="tight"
        options={WITHOUT_CONSENT_WHYS.map((why) => ({ value: why, label: t(`releases.why.${why}`) }))}
        value={typed.why}
        onChange={(why) => set({ why })}
        error={tried && typed.why === null ? t('releases.wrong.needed') : undefined}
      />
      <Field label={t('releases.withoutBasis')} value={typed.basis} onChange={(basis) => set({ basis })} error={empty('basis')} />
      <Field
        label={t('releases.withoutAuthorised')}
        value={typed.authorisedBy}
        onChange={(authorisedBy) => set({ authorisedBy })}
        hint={t('releases.withoutAuthorisedHint')}
      />
      <Choices
        label={t('releases.withoutToldHer')}
        look="tight"
        options={TOLD_HER.map((toldHer) => ({ value: toldHer, label: t(`releases.toldHer.${toldHer}`) }))}
        value={typed.toldHer}
        onChange={(toldHer) => set({ toldHer })}
      />
      {typed.at === null ? (
        <Button look="bare" onPress={() => set({ at: toTypedMoment(readNow(), readNow(), zone) })}>
          {t('releases.tellEarlier')}
        </Button>
      ) : (
        <MomentField
          label={t('releases.withoutWhen')}
          value={typed.at}
          onChange={(next) => set({ at: next })}
          error={tried && at?.ok === false ? t('releases.wrong.time') : undefined}
        />
      )}
      {failure && (
        <p className="error" role="alert">
          {describeFailure(t, failure)}
        </p>
      )}
      <p className="acts">
        <Button type="submit" busy={sending}>
          {t('releases.withoutSend')}
        </Button>
        <Button
          look="bare"
          onPress={() => {
            void draft.drop()
            onDone()
          }}
        >
          {t('releases.cancel')}
        </Button>
      </p>
    </form>
  )
}
