import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '#shared/contract/person/release'
import type { DisclosureWay } from '#shared/domain/release/release'
import { readNow, useCall, useForm, useZone } from '../../office'
import { FormButtons, parseMoment, type TypedMoment } from '../../components'
import { Choices, Field, Loading } from '../../ui'
import { EarlierMoment, readOptionalMoment } from './EarlierMoment'

interface DisclosureFormValues {
  readonly what: string
  readonly toWhom: string
  readonly how: DisclosureWay | null
  readonly at: TypedMoment | null
}

/** Records what was told under a release, at once or later; only by a way that the person agreed to (section 8). */
export function DisclosureForm({ release, onDone }: { readonly release: ReleaseView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { send } = useCall('release.recordDisclosure')
  const form = useForm({
    id: 'disclosure',
    of: release.id,
    initial: {
      what: '',
      toWhom: release.recipient,
      how: release.ways.length === 1 ? (release.ways[0] ?? null) : null,
      at: null,
    } as DisclosureFormValues,
    validate: ({ what, how, at }) => ({
      what: what.trim() === '' && t('releases.wrong.what'),
      how: how === null && t('releases.wrong.ways'),
      at: at !== null && !parseMoment(at, readNow(), zone).ok && t('releases.wrong.time'),
    }),
    send: ({ what, toWhom, how, at }) =>
      send({ id: release.id, what, toWhom, how: how!, at: readOptionalMoment(at, zone), meetingId: null }),
    announces: t('releases.told'),
    onClose: onDone,
    onCancel: 'drop',
    keys: { send: t('releases.tellSend'), close: t('releases.cancel') },
  })
  const { values, change } = form
  if (!form.ready) return <Loading>{t('releases.loading')}</Loading>
  return (
    <form className="inset" aria-label={t('releases.tell')} {...form.props}>
      <Field
        label={t('releases.tellWhat')}
        rows={2}
        autoFocus
        value={values.what}
        onChange={(what) => change({ what })}
        error={form.error('what')}
      />
      <Field label={t('releases.tellTo')} value={values.toWhom} onChange={(toWhom) => change({ toWhom })} error={form.error('toWhom')} />
      <Choices
        label={t('releases.how')}
        look="tight"
        options={release.ways.map((way) => ({ value: way, label: t(`releases.way.${way}`) }))}
        value={values.how}
        onChange={(how) => change({ how })}
        error={form.error('how')}
      />
      <EarlierMoment label={t('releases.tellWhen')} value={values.at} onChange={(at) => change({ at })} error={form.error('at')} />
      <FormButtons form={form} send={t('releases.tellSend')} sendKeys="Ctrl Enter" cancel={t('releases.cancel')} />
    </form>
  )
}
