import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import { formatTime } from '#shared/domain/core/wording'
import { FailureLine, describeFailure, useCall, useForm, useOffice, useOfficeState } from '../../office'
import { Button, Choices, EmptyState, Icon, FormPage, FormPageHead, FormPageRow, Loading, PageHead } from '../../ui'
import { SaveRow } from './SaveRow'

const IDLE_MINUTES = [1, 2, 3, 4, 5] as const
const CLOSE_MINUTES = [30, 60, 120, 240, 480] as const

/** The page '#/settings/screen-lock': when the screen locks and the database closes (L2), and whether the window may be captured (E5). */
export function LockSettings() {
  const { t } = useTranslation()
  const settings = useOffice('settings.read', {})
  if (!settings.value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('settings.desk.title')}</h1>
        {settings.failure ? <EmptyState title={describeFailure(t, settings.failure)} /> : <Loading>{t('settings.loading')}</Loading>}
      </div>
    )
  return (
    <>
      <PageHead title={t('settings.desk.title')}>{t('settings.desk.say')}</PageHead>
      <FormPage>
        <LockForm settings={settings.value} />
        <ScreenCapture />
      </FormPage>
    </>
  )
}

function LockForm({ settings }: { readonly settings: Output<'settings.read'> }) {
  const { t } = useTranslation()
  const { send } = useCall('settings.saveLocking')
  const form = useForm({
    id: 'lock-settings',
    of: null,
    initial: { idleMinutes: settings.idleMinutes, sealMinutes: settings.sealMinutes },
    send,
    findField: () => null,
    announces: t('settings.saved'),
    afterSend: 'keep',
    keys: { send: t('settings.save') },
  })
  const length = (minutes: number) =>
    minutes % 60 === 0 ? t('settings.desk.hours', { count: minutes / 60 }) : t('settings.desk.minutes', { count: minutes })
  const squares = (few: readonly number[], chosen: number) =>
    // A value that is set but not listed remains a choice.
    [...new Set([...few, chosen])].toSorted((a, b) => a - b).map((minutes) => ({ value: String(minutes), label: length(minutes) }))
  if (!form.ready) return null
  return (
    <form aria-label={t('settings.desk.head')} {...form.props}>
      <FormPageHead margin={t('settings.desk.margin')}>{t('settings.desk.head')}</FormPageHead>
      <FormPageRow label={t('settings.desk.idle')}>
        <Choices
          label={t('settings.desk.idle')}
          quietLabel
          look="tight"
          options={squares(IDLE_MINUTES, settings.idleMinutes)}
          value={String(form.values.idleMinutes)}
          onChange={(minutes) => form.change({ idleMinutes: Number(minutes) })}
        />
        <p className="second">{t('settings.desk.idleSecond')}</p>
      </FormPageRow>
      <FormPageRow label={t('settings.desk.seal')}>
        <Choices
          label={t('settings.desk.seal')}
          quietLabel
          look="tight"
          options={squares(CLOSE_MINUTES, settings.sealMinutes)}
          value={String(form.values.sealMinutes)}
          onChange={(minutes) => form.change({ sealMinutes: Number(minutes) })}
        />
        <p className="second">{t('settings.desk.sealSecond')}</p>
      </FormPageRow>
      <SaveRow form={form} />
    </form>
  )
}

/** Allows capturing for a training or a printed guide; it ends by itself after a quarter of an hour (E5). */
function ScreenCapture() {
  const { t } = useTranslation()
  const state = useOfficeState()
  const { send, sending } = useCall('screen.allowCapture')
  const [failure, setFailure] = useState<Failure | null>(null)
  const until = state?.screenShownUntil ?? null
  const lift = async (on: boolean) => {
    const answer = await send({ on })
    setFailure(answer.ok ? null : answer.failure)
  }
  return (
    <section aria-label={t('settings.desk.picture')}>
      <FormPageHead margin={t('settings.desk.pictureMargin')}>{t('settings.desk.picture')}</FormPageHead>
      <FormPageRow label="">
        <p>{t('settings.desk.pictureSay')}</p>
        <p className="st" role="status">
          <Icon name={until === null ? 'shield' : 'eye'} />
          <span>
            {until === null
              ? t('settings.desk.pictureSafe')
              : t('settings.desk.pictureUntil', { time: formatTime(until, state?.zone ?? 'UTC') })}
          </span>
        </p>
        <p className="acts flush">
          <Button busy={sending} onPress={() => void lift(until === null)}>
            {t(until === null ? 'settings.desk.pictureOn' : 'settings.desk.pictureOff')}
          </Button>
        </p>
        <FailureLine failure={failure} />
      </FormPageRow>
    </section>
  )
}
