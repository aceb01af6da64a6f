import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import { formatTime } from '#shared/domain/core/wording'
import { FailureLine, describeFailure, useCall, useOffice, useOfficeState } from '../../office'
import { announce, Button, Choices, EmptyState, Icon, FormPage, FormPageHead, FormPageRow, Loading, PageHead, useCommands } from '../../ui'
import { SaveRow } from './SaveRow'

const IDLE_MINUTES = [1, 2, 3, 4, 5] as const
const CLOSE_MINUTES = [30, 60, 120, 240, 480] as const

/** The page '#/settings/desk': when the screen locks and the database closes (L2), and whether the window may be captured (E5). */
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
  const [idle, setIdle] = useState(settings.idleMinutes)
  const [seal, setSeal] = useState(settings.sealMinutes)
  const [saved, setSaved] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { send, sending } = useCall('settings.saveLocking')
  const save = async () => {
    const answer = await send({ idleMinutes: idle, sealMinutes: seal })
    setFailure(answer.ok ? null : answer.failure)
    setSaved(answer.ok)
    if (answer.ok) announce(t('settings.saved'))
  }
  useCommands([{ id: 'save-desk', label: t('settings.save'), keys: 'Ctrl Enter', run: () => void save() }])
  const length = (minutes: number) =>
    minutes % 60 === 0 ? t('settings.desk.hours', { count: minutes / 60 }) : t('settings.desk.minutes', { count: minutes })
  const squares = (few: readonly number[], chosen: number) =>
    // A value that is set but not listed remains a choice.
    [...new Set([...few, chosen])].toSorted((a, b) => a - b).map((minutes) => ({ value: String(minutes), label: length(minutes) }))
  const pick = (put: (minutes: number) => void) => (value: string) => {
    put(Number(value))
    setSaved(false)
  }
  return (
    <form
      aria-label={t('settings.desk.head')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <FormPageHead margin={t('settings.desk.margin')}>{t('settings.desk.head')}</FormPageHead>
      <FormPageRow label={t('settings.desk.idle')}>
        <Choices
          label={t('settings.desk.idle')}
          quietLabel
          look="tight"
          options={squares(IDLE_MINUTES, settings.idleMinutes)}
          value={String(idle)}
          onChange={pick(setIdle)}
        />
        <p className="second">{t('settings.desk.idleSecond')}</p>
      </FormPageRow>
      <FormPageRow label={t('settings.desk.seal')}>
        <Choices
          label={t('settings.desk.seal')}
          quietLabel
          look="tight"
          options={squares(CLOSE_MINUTES, settings.sealMinutes)}
          value={String(seal)}
          onChange={pick(setSeal)}
        />
        <p className="second">{t('settings.desk.sealSecond')}</p>
      </FormPageRow>
      <SaveRow sending={sending} saved={saved} failure={failure} onSave={() => void save()} />
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
