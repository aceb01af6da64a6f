import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { PartnerView } from '#shared/contract/partners'
import { STANDARD_MODES, type StandardMode } from '#shared/domain/vocabulary'
import { dayOf, shortTime } from '#shared/domain/wording'
import { failureWords, fieldWords, nowOf, PLACES, useCall, useDraft, useMinute, useZone } from '../../office'
import {
  announce,
  Button,
  Choices,
  DraftNote,
  Field,
  Leaf,
  LeafFoot,
  LeafHead,
  LeafRow,
  Loading,
  PageHead,
  toFirstWrong,
  useCommands,
} from '../../ui'
import { durationText } from './duration-text'
import { beginningOf, standardOf, type Version } from './form'
import { Preview } from './Preview'
import { Standards } from './Standards'
import css from './Policy.module.css'

interface Props {
  readonly current: Version
  readonly source: PartnerView
  readonly mayChange: boolean
  readonly mayPreview: boolean
  readonly onSaved: () => void
}

/** C2: one source's own standard from a day on: measured, piloted or committed. The windows are the office's. */
export function SourceForm({ current: { policy }, source, mayChange, mayPreview, onSaved }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const [initial] = useState({ mode: source.inForce.mode as StandardMode, hours: `${source.inForce.hours} h`, from: 'tomorrow' })
  const draft = useDraft(`policy:${source.id}`, initial)
  const { send, sending } = useCall('partner.setStandard')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const form = draft.value
  const set = (part: Partial<typeof form>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const hours = form.mode === 'pilot' ? 24 : standardOf(form.hours)
  const from = beginningOf(form.from, now, zone)
  const day = from === null ? '' : dayOf(from, now, zone)
  const hoursWrong =
    checked && !hours ? t('policy.wrong.hours') : (fieldWords(t, failure, 'hours') ?? fieldWords(t, failure, 'standard.hours'))
  const fromWrong = checked && from === null ? t('policy.wrong.from') : fieldWords(t, failure, 'from')
  const save = async () => {
    setChecked(true)
    const start = beginningOf(form.from, nowOf(), zone)
    if (!hours || start === null) return toFirstWrong()
    const answer = await send({ id: source.id, standard: { from: start, hours, mode: form.mode } })
    if (!answer.ok) {
      setFailure(answer.failure)
      return toFirstWrong()
    }
    await draft.drop()
    announce(t('policy.saved', { day }))
    onSaved()
  }
  const leave = () => {
    void draft.drop()
    go(PLACES.partner(source.id))
  }
  useCommands(
    mayChange
      ? [
          { id: 'save-policy', label: t('policy.setBare'), keys: 'Ctrl Enter', run: () => void save() },
          { id: 'leave-policy', label: t('policy.leave'), keys: 'Esc', run: leave },
        ]
      : [],
  )
  if (!draft.ready) return <Loading>{t('policy.loading')}</Loading>
  const shown = hours || source.inForce.hours
  const end = durationText(shown * 3_600_000 + policy.secondWindow).replace(' h', '')
  const changed = JSON.stringify(form) !== JSON.stringify(initial)
  return (
    <div className={css['split']}>
      <form
        className={css['form']}
        aria-label={t('policy.title')}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <PageHead
          title={<bdi dir="auto">{t('policy.titleOf', { name: source.name })}</bdi>}
          acts={
            changed && (
              <DraftNote>
                {draft.savedAt === null ? t('policy.untouched') : t('policy.draft', { time: shortTime(draft.savedAt, zone) })}
              </DraftNote>
            )
          }
        >
          {t('policy.sayOf')} <Link href={PLACES.policy}>{t('policy.house', { hours: policy.standardHours })}</Link>{' '}
          {!mayChange && t('policy.readOnly')}
        </PageHead>
        <Leaf>
          {mayChange && (
            <LeafRow label={t('policy.standing')}>
              <Choices
                label={t('policy.standing')}
                quietLabel
                value={form.mode}
                onChange={(mode) => set({ mode })}
                options={STANDARD_MODES.map((value) => ({ value, label: t(`word.standardMode.${value}`) }))}
              />
              <p className="second">{t(`partners.modeIs.${form.mode}`)}</p>
            </LeafRow>
          )}
          <LeafRow label={t('policy.standard')} wrong={Boolean(hoursWrong)}>
            <div className={css['line']}>
              {mayChange && form.mode !== 'pilot' ? (
                <Field
                  label={t('policy.standard')}
                  quietLabel
                  className={css['day'] ?? ''}
                  dir="ltr"
                  value={form.hours}
                  onChange={(next) => set({ hours: next })}
                  error={hoursWrong}
                />
              ) : (
                <b>{`${shown} h`}</b>
              )}
              <span className="second">
                {form.mode === 'pilot'
                  ? t('policy.pilotHours')
                  : t(`partners.inForce.${source.inForce.own ? source.inForce.mode : 'house'}`, { hours: source.inForce.hours })}
              </span>
            </div>
          </LeafRow>
          <LeafHead margin={t('policy.since')}>{t('policy.what')}</LeafHead>
          <LeafRow label={t('policy.from0', { hours: shown })}>
            <p className={css['line']}>
              {t('policy.attempts')} <b>{policy.tries.first}</b> <span className="second">{t('policy.onWays')}</span>
            </p>
          </LeafRow>
          <LeafRow label={t('policy.then', { from: shown, until: end })}>
            <p className={css['line']}>
              {t('policy.attempts')} <b>{policy.tries.second}</b> {t(policy.askSource ? 'policy.askSource' : 'policy.noSource')}
            </p>
          </LeafRow>
          <LeafRow label={t('policy.last', { hours: end })}>
            <p className={css['line']}>{t('policy.bounce')}</p>
            <p className="second">{t('policy.officeWindows')}</p>
          </LeafRow>
          {mayChange && (
            <LeafRow label={t('policy.fromDay')} wrong={Boolean(fromWrong)}>
              <div className={css['line']}>
                <Field
                  label={t('policy.fromDay')}
                  quietLabel
                  className={css['from'] ?? ''}
                  value={form.from}
                  onChange={(next) => set({ from: next })}
                  error={fromWrong}
                  hint={t('policy.fromHint')}
                />
                <span className="second">{t('policy.keeps')}</span>
              </div>
            </LeafRow>
          )}
          <Standards source={source} />
        </Leaf>
        {mayChange && (
          <div className={css['foot']}>
            <LeafFoot
              why={t('policy.old')}
              acts={
                <>
                  <Button look="do" size="tall" keys="Ctrl Enter" busy={sending} onPress={() => void save()}>
                    {day ? t('policy.set', { day }) : t('policy.setBare')}
                  </Button>
                  <Button size="tall" keys="Esc" onPress={leave}>
                    {t('policy.leave')}
                  </Button>
                </>
              }
            >
              {failure && !hoursWrong && !fromWrong && (
                <p className="error" role="alert">
                  {failureWords(t, failure)}
                </p>
              )}
            </LeafFoot>
          </div>
        )}
      </form>
      {mayPreview && <Preview input={{ partner: source.id, standardHours: Math.max(1, shown), secondWindow: policy.secondWindow }} />}
    </div>
  )
}
