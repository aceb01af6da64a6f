import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { ReleaseView } from '#shared/contract/release'
import type { DisclosureWay } from '#shared/domain/release/release'
import { FailureLine, readNow, useCall, useDraft, useZone } from '../../office'
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
  useCommands,
  type TypedMoment,
} from '../../ui'

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
  const { send, sending } = useCall('release.recordDisclosure')
  const [initial] = useState<DisclosureFormValues>({
    what: '',
    toWhom: release.recipient,
    how: release.ways.length === 1 ? (release.ways[0] ?? null) : null,
    at: null,
  })
  const draft = useDraft(`told:${release.id}`, initial)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { value: typed } = draft
  const set = (part: Partial<DisclosureFormValues>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const at = typed.at === null ? null : parseMoment(typed.at, readNow(), zone)
  const save = async () => {
    setTried(true)
    if (typed.what.trim() === '' || typed.how === null || at?.ok === false) return focusFirstError()
    const answer = await send({
      id: release.id,
      what: typed.what,
      toWhom: typed.toWhom,
      how: typed.how,
      at: at?.ok ? at.value : null,
      meetingId: null,
    })
    if (!answer.ok) return setFailure(answer.failure)
    await draft.drop()
    announce(t('releases.told'))
    return onDone()
  }
  const leave = () => {
    void draft.drop()
    onDone()
  }
  useCommands([
    { id: 'told-save', label: t('releases.tellSend'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'told-leave', label: t('releases.cancel'), keys: 'Esc', quiet: true, run: leave },
  ])
  if (!draft.ready) return <Loading>{t('releases.loading')}</Loading>
  return (
    <form
      className="inset"
      aria-label={t('releases.tell')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('releases.tellWhat')}
        rows={2}
        autoFocus
        value={typed.what}
        onChange={(what) => set({ what })}
        error={tried && typed.what.trim() === '' ? t('releases.wrong.what') : undefined}
      />
      <Field label={t('releases.tellTo')} value={typed.toWhom} onChange={(toWhom) => set({ toWhom })} />
      <Choices
        label={t('releases.how')}
        look="tight"
        options={release.ways.map((way) => ({ value: way, label: t(`releases.way.${way}`) }))}
        value={typed.how}
        onChange={(how) => set({ how })}
        error={tried && typed.how === null ? t('releases.wrong.ways') : undefined}
      />
      {typed.at === null ? (
        <Button look="bare" onPress={() => set({ at: toTypedMoment(readNow(), readNow(), zone) })}>
          {t('releases.tellEarlier')}
        </Button>
      ) : (
        <MomentField
          label={t('releases.tellWhen')}
          value={typed.at}
          onChange={(next) => set({ at: next })}
          error={tried && at?.ok === false ? t('releases.wrong.time') : undefined}
        />
      )}
      <FailureLine failure={failure} />
      <p className="acts">
        <Button look="do" type="submit" keys="Ctrl Enter" busy={sending}>
          {t('releases.tellSend')}
        </Button>
        <Button keys="Esc" onPress={leave}>
          {t('releases.cancel')}
        </Button>
      </p>
    </form>
  )
}
