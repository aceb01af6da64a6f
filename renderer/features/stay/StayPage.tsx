import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { StayView } from '#shared/contract/stay'
import type { PersonId } from '#shared/domain/ids'
import { clockTime } from '#shared/domain/wording'
import { failureWords, PLACES, useMinute, useOffice, useZone } from '../../office'
import { Empty, Leaf, LeafHead, LeafRow, Loading, PageHead } from '../../ui'
import { After } from './After'
import { BeginStay } from './BeginStay'
import { EndStay } from './EndStay'
import { Goals } from './Goals'
import { SeesToIt } from './SeesToIt'
import { Talk } from './Talk'
import { useGoals } from './use-goals'

/** '#/people/<id>/stay' (A3, A4). */
export function StayPage() {
  const { t } = useTranslation()
  const { personId } = useParams<{ personId: string }>()
  const id = personId as PersonId
  const { value: stays, failure } = useOffice('stay.read', { personId: id })
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead
        title={t('stay.page.title')}
        acts={
          <Link className="btn bare" href={PLACES.person(id)}>
            {t('stay.her.back')}
          </Link>
        }
      >
        {t('stay.page.lead')}
      </PageHead>
      {stays ? (
        <Stays personId={id} stays={stays} />
      ) : (
        <div className="states-pad">
          {failure ? <Empty title={failureWords(t, failure)} /> : <Loading>{t('stay.her.loading')}</Loading>}
        </div>
      )}
    </main>
  )
}

function Stays({ personId, stays }: { readonly personId: PersonId; readonly stays: readonly StayView[] }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const [last] = stays
  const earlier = stays.slice(1)
  return (
    <Leaf>
      {(!last || last.endedAt !== null) && <BeginStay personId={personId} />}
      {last && <Stay key={last.id} stay={last} />}
      {earlier.length > 0 && (
        <>
          <LeafHead>{t('stay.page.earlier')}</LeafHead>
          <LeafRow label="">
            <ul>
              {earlier.map((one) => (
                <li key={one.id}>
                  {t('stay.page.earlierOne', {
                    from: clockTime(one.intakeAt, now, zone),
                    until: clockTime(one.endedAt ?? one.intakeAt, now, zone),
                  })}
                </li>
              ))}
            </ul>
          </LeafRow>
        </>
      )}
    </Leaf>
  )
}

function Stay({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { day } = useGoals(stay)
  return (
    <>
      <LeafHead margin={t('stay.page.whenMargin')}>
        {stay.endedAt === null
          ? t('stay.her.now', { when: clockTime(stay.intakeAt, now, zone), day })
          : t('stay.her.was', { when: clockTime(stay.endedAt, now, zone), count: stay.day })}
      </LeafHead>
      <SeesToIt stay={stay} />
      {stay.endedAt === null && <Talk stay={stay} />}
      <Goals stay={stay} />
      {stay.endedAt === null ? <EndStay stay={stay} /> : <After stay={stay} />}
    </>
  )
}
