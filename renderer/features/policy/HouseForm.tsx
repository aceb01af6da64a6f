import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { Output } from '#shared/contract/index'
import { dayOf, shortTime } from '#shared/domain/wording'
import { failureWords, nowOf, PLACES, useCall, useDraft, useMinute, useZone } from '../../office'
import { announce, Button, DraftNote, Leaf, LeafFoot, Loading, PageHead, toFirstWrong, useCommands } from '../../ui'
import { durationOf } from './duration-text'
import { beginningOf, complaintsOf, FIELD_OF, formOf, policyOf, standardOf, type PolicyField, type PolicyForm, type Version } from './form'
import { HouseRows } from './HouseRows'
import { MoreRows } from './MoreRows'
import { Preview } from './Preview'
import { ReleaseRows } from './ReleaseRows'
import { Versions } from './Versions'
import css from './Policy.module.css'

interface Props {
  readonly told: Output<'policy.read'>
  readonly current: Version
  readonly mayChange: boolean
  readonly mayPreview: boolean
  readonly onSaved: () => void
}

/** The office's own standard as a form: what happens when, from which day; beside it the last 90 days under the draft. */
export function HouseForm({ told, current, mayChange, mayPreview, onSaved }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  // What is written next follows the last word, also one that is still to come; who only reads, reads what holds.
  const newest = (mayChange ? told.versions[0] : undefined) ?? current
  const [initial] = useState(() => formOf(newest.policy))
  const draft = useDraft(`policy:${newest.version}`, initial)
  const { send, sending } = useCall('policy.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const form = draft.value
  const complaints = complaintsOf(form, now, zone)
  const refusedField = failure?.kind === 'refused' ? FIELD_OF[failure.field ?? ''] : undefined
  const wrong = (field: PolicyField): string | undefined => {
    const complaint = complaints[field]
    if (checked && complaint) return t(`policy.wrong.${complaint}`)
    return failure && refusedField === field ? failureWords(t, failure) : undefined
  }
  const set = (part: Partial<PolicyForm>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const from = beginningOf(form.from, now, zone)
  const hours = standardOf(form.standard)
  const day = from === null ? '' : dayOf(from, now, zone)
  const changed = JSON.stringify(form) !== JSON.stringify(initial)
  const save = async () => {
    setChecked(true)
    const start = beginningOf(form.from, nowOf(), zone)
    if (start === null || Object.keys(complaints).length > 0) return toFirstWrong()
    const answer = await send({ basedOn: newest.version, from: start, policy: policyOf(form) })
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
    go(PLACES.settings)
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
  const shared = { form, set, wrong, mayChange }
  const secondWindow = durationOf(form.window) ?? current.policy.secondWindow
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
          title={t('policy.title')}
          acts={
            changed && (
              <DraftNote>
                {draft.savedAt === null ? t('policy.untouched') : t('policy.draft', { time: shortTime(draft.savedAt, zone) })}
              </DraftNote>
            )
          }
        >
          {t('policy.say')} {!mayChange && t('policy.readOnly')}
        </PageHead>
        <Leaf>
          <HouseRows {...shared} owner={told.owner} nowHours={current.policy.standardHours} since={dayOf(current.from, now, zone)} />
          <MoreRows {...shared} />
          <ReleaseRows {...shared} />
          <Versions told={told} />
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
              <p>
                <b>
                  {!changed || hours === null || !day
                    ? t('policy.noChange')
                    : t(hours === current.policy.standardHours ? 'policy.stays' : 'policy.becomes', {
                        was: current.policy.standardHours,
                        will: hours,
                        when: t('policy.when', { day }),
                      })}
                </b>
              </p>
              {failure && refusedField === undefined && (
                <p className="error" role="alert">
                  {failureWords(t, failure)}
                </p>
              )}
            </LeafFoot>
          </div>
        )}
      </form>
      {mayPreview && <Preview input={{ partner: null, standardHours: Math.max(1, hours ?? current.policy.standardHours), secondWindow }} />}
    </div>
  )
}
