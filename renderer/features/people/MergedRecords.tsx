import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PersonView } from '#shared/contract/person/person'
import { formatDayAndTime, formatDay } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useCall, useMinute, useOffice, useZone } from '../../office'
import { Name, describeState } from '../../components'
import { announce, Button, Field } from '../../ui'
import { useFindPeople } from './use-find-people'
import css from './people.module.css'

/** What was merged into the person's record, and the button to merge another one. */
export function MergedRecords({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  const [picking, setPicking] = useState(false)
  const merges = useOffice('person.merges', { personId: person.personId }).value ?? []
  return (
    <section aria-labelledby="merges">
      <h2 id="merges">{t('people.merge.title')}</h2>
      {merges.length === 0 && <p className="second">{t('people.merge.say')}</p>}
      {merges.length > 0 && (
        <ul className={css.merges}>
          {merges.map((one) => (
            <MergedRecord key={one.mergeId} one={one} />
          ))}
        </ul>
      )}
      <p className="acts">
        <Button look="bare" expanded={picking} onPress={() => setPicking(!picking)}>
          {t('people.merge.begin')}
        </Button>
      </p>
      {picking && <PickRecord person={person} />}
    </section>
  )
}

interface MergeView {
  readonly mergeId: string
  readonly label: string
  readonly at: number
  readonly byName: string
  readonly reason: string
  readonly undoUntil: number | null
}

function MergedRecord({ one }: { readonly one: MergeView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('person.unmerge')
  const [error, setError] = useState<string | null>(null)
  const undo = async () => {
    const answer = await send({ mergeId: one.mergeId })
    if (answer.ok) announce(t('people.merge.undone'))
    else setError(describeFailure(t, answer.failure))
  }
  return (
    <li>
      <p>
        <bdi>{t('people.merge.was', { label: one.label, when: formatDayAndTime(one.at, now, zone), who: one.byName })}</bdi>
      </p>
      <p className="second">
        <bdi dir="auto">{t('people.merge.reasonWas', { reason: one.reason })}</bdi>
      </p>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      {one.undoUntil !== null && (
        <>
          <p className="second">{t('people.merge.undoUntil', { day: formatDay(one.undoUntil, now, zone) })}</p>
          <p className="acts">
            <Button busy={sending} onPress={() => void undo()}>
              <bdi>{t('people.merge.undo', { label: one.label })}</bdi>
            </Button>
          </p>
        </>
      )}
    </li>
  )
}

function PickRecord({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const found = useFindPeople(typed)?.people.filter(({ personId }) => personId !== person.personId)
  return (
    <div className={css.stack}>
      <Field label={t('people.merge.pick')} type="search" value={typed} onChange={setTyped} autoFocus />
      {found?.length === 0 && (
        <p className="second" role="status">
          {t('people.found', { count: 0 })}
        </p>
      )}
      {found !== undefined && found.length > 0 && (
        <ul className={css.merges}>
          {found.map((one) => (
            <li key={one.personId}>
              <p>
                <Name strong>{one.label}</Name>{' '}
                <span className="muted">
                  {one.number !== null && t('handoffState.number', { number: one.number })} {one.state && describeState(t, one.state)}
                </span>
              </p>
              <p className="acts">
                <Button onPress={() => go(ROUTES.compareRecords(person.personId, one.personId))}>{t('people.merge.here')}</Button>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
