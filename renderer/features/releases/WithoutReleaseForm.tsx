import { useTranslation } from 'react-i18next'
import type { PersonId } from '#shared/domain/core/ids'
import { TOLD_HER, WITHOUT_CONSENT_WHYS, type ToldHer, type WithoutConsentWhy } from '#shared/domain/release/release'
import { readNow, useCall, useForm, useZone } from '../../office'
import { FormButtons, parseMoment, type TypedMoment } from '../../components'
import { Choices, Field, Loading } from '../../ui'
import { EarlierMoment, readOptionalMoment } from './EarlierMoment'

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
  const { send } = useCall('withoutConsent.write')
  const needed = (text: string) => text.trim() === '' && t('releases.wrong.needed')
  const form = useForm({
    id: 'without-release',
    of: personId,
    initial: EMPTY,
    validate: ({ what, toWhom, why, basis, at }) => ({
      what: needed(what),
      toWhom: needed(toWhom),
      why: why === null && t('releases.wrong.needed'),
      basis: needed(basis),
      at: at !== null && !parseMoment(at, readNow(), zone).ok && t('releases.wrong.time'),
    }),
    send: ({ why, at, ...typed }) => send({ personId, ...typed, why: why!, at: readOptionalMoment(at, zone) }),
    announces: t('releases.withoutSaved'),
    onClose: onDone,
    onCancel: 'drop',
    keys: { send: t('releases.withoutSend'), close: t('releases.cancel') },
  })
  const { values: typed, change: set } = form
  if (!form.ready) return <Loading>{t('releases.loading')}</Loading>
  return (
    <form aria-label={t('releases.withoutAdd')} {...form.props}>
      <Field
        label={t('releases.withoutWhat')}
        rows={3}
        autoFocus
        value={typed.what}
        onChange={(what) => set({ what })}
        error={form.error('what')}
      />
      <Field label={t('releases.withoutTo')} value={typed.toWhom} onChange={(toWhom) => set({ toWhom })} error={form.error('toWhom')} />
      <Choices
        label={t('releases.withoutWhy')}
        look="tight"
        options={WITHOUT_CONSENT_WHYS.map((why) => ({ value: why, label: t(`releases.why.${why}`) }))}
        value={typed.why}
        onChange={(why) => set({ why })}
        error={form.error('why')}
      />
      <Field label={t('releases.withoutBasis')} value={typed.basis} onChange={(basis) => set({ basis })} error={form.error('basis')} />
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
      <EarlierMoment label={t('releases.withoutWhen')} value={typed.at} onChange={(at) => set({ at })} error={form.error('at')} />
      <FormButtons form={form} send={t('releases.withoutSend')} sendKeys="Ctrl Enter" cancel={t('releases.cancel')} look="plain" />
    </form>
  )
}
