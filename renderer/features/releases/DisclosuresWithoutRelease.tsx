import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { WithoutConsentView } from '#shared/contract/person/release'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useForm, useMinute, useZone } from '../../office'
import { FormButtons } from '../../components'
import { Button, Field } from '../../ui'
import { WithoutReleaseForm } from './WithoutReleaseForm'
import css from './releases.module.css'

/** What had to be told without the person's consent; a register of its own (R4). */
export function DisclosuresWithoutRelease({
  personId,
  lines,
}: {
  readonly personId: PersonId
  readonly lines: readonly WithoutConsentView[]
}) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  return (
    <section aria-labelledby="without">
      <h3 id="without">{t('releases.without')}</h3>
      <p className="second">{t(lines.length === 0 && !adding ? 'releases.withoutNone' : 'releases.withoutSay')}</p>
      {lines.length > 0 && (
        <ul className={css.register}>
          {lines.map((line) => (
            <li key={line.id}>
              <WithoutReleaseEntry line={line} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <WithoutReleaseForm personId={personId} onDone={() => setAdding(false)} />
      ) : (
        <p className="acts">
          <Button onPress={() => setAdding(true)}>{t('releases.withoutAdd')}</Button>
        </p>
      )}
    </section>
  )
}

/** An entry never changes; who authorised it and whether the person knows may be added later, once. */
function WithoutReleaseEntry({ line }: { readonly line: WithoutConsentView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const knows = useCall('withoutConsent.recordToldPerson')
  const [isAuthorising, setAuthorising] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const told = async () => {
    const answer = await knows.send({ id: line.id, at: null })
    setFailure(answer.ok ? null : answer.failure)
  }
  return (
    <>
      <p>
        <b>{formatDayAndTime(line.at, now, zone)}</b> <bdi dir="auto">{line.what}</bdi>
      </p>
      <p className="second">
        <bdi dir="auto">
          {t('releases.withoutTold', { by: line.byName, to: line.toWhom, why: t(`releases.why.${line.why}`), basis: line.basis })}
        </bdi>
        {line.late && ` ${t('releases.late')}.`}
      </p>
      <p className="second">
        <bdi dir="auto">
          {line.authorised
            ? t('releases.authorisedBy', { who: line.authorised.by, when: formatDayAndTime(line.authorised.at, now, zone) })
            : t('releases.notAuthorised')}
        </bdi>{' '}
        {line.toldHer === 'yes'
          ? t('releases.sheKnows', { when: formatDayAndTime(line.toldHerAt ?? line.at, now, zone) })
          : t(line.toldHer === 'not_safe' ? 'releases.notSafeToTell' : 'releases.sheDoesNot')}
      </p>
      {isAuthorising && <AuthoriseForm id={line.id} onDone={() => setAuthorising(false)} />}
      <FailureLine failure={failure} />
      <p className="acts">
        {line.authorised === null && !isAuthorising && <Button onPress={() => setAuthorising(true)}>{t('releases.authorise')}</Button>}
        {line.toldHer !== 'yes' && (
          <Button busy={knows.sending} onPress={() => void told()}>
            {t('releases.nowTold')}
          </Button>
        )}
      </p>
    </>
  )
}

/** Who authorised it, added afterwards. */
function AuthoriseForm({ id, onDone }: { readonly id: WithoutConsentView['id']; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('withoutConsent.authorise')
  const form = useForm({
    id: 'authorise',
    of: id,
    initial: { by: '' },
    validate: ({ by }) => ({ by: by.trim() === '' && t('releases.wrong.needed') }),
    send: ({ by }) => send({ id, by }),
    announces: t('releases.withoutSaved'),
    onClose: onDone,
    onCancel: 'drop',
    keys: { send: t('releases.authoriseSend'), close: t('releases.cancel') },
  })
  if (!form.ready) return null
  return (
    <form aria-label={t('releases.authorise')} {...form.props}>
      <Field
        label={t('releases.withoutAuthorised')}
        autoFocus
        value={form.values.by}
        onChange={(by) => form.change({ by })}
        error={form.error('by')}
      />
      <FormButtons form={form} send={t('releases.authoriseSend')} cancel={t('releases.cancel')} look="plain" />
    </form>
  )
}
