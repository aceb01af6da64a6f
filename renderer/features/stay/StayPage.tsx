import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { StayView } from '#shared/contract/person/stay'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { EmptyState, FormPage, FormPageHead, FormPageRow, Loading, PageHead } from '../../ui'
import { AfterStay } from './AfterStay'
import { BeginStayForm } from './BeginStay'
import { EndStayForm } from './EndStay'
import { Goals } from './Goals'
import { StayOwner } from './StayOwner'
import { GoalsTalk } from './GoalsTalk'
import { useGoalsState } from './use-goals-state'

/** The page '#/people/<id>/stay' (A3, A4). */
export function StayPage() {
  const { t } = useTranslation()
  const { personId } = useParams<{ personId: string }>()
  const id = personId as PersonId
  const { value: stays, failure } = useOffice('stay.read', { personId: id })
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead
        title={t('stay.page.title')}
        actions={
          <Link className="btn bare" href={ROUTES.person(id)}>
            {t('stay.her.back')}
          </Link>
        }
      >
        {t('stay.page.lead')}
      </PageHead>
      {stays ? (
        <StayList personId={id} stays={stays} />
      ) : (
        <div className="states-pad">
          {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('stay.her.loading')}</Loading>}
        </div>
      )}
    </main>
  )
}

function StayList({ personId, stays }: { readonly personId: PersonId; readonly stays: readonly StayView[] }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const [last] = stays
  const earlier = stays.slice(1)
  return (
    <FormPage>
      {(!last || last.endedAt !== null) && <BeginStayForm personId={personId} />}
      {last && <StaySection key={last.id} stay={last} />}
      {earlier.length > 0 && (
        <>
          <FormPageHead>{t('stay.page.earlier')}</FormPageHead>
          <FormPageRow label="">
            <ul>
              {earlier.map((one) => (
                <li key={one.id}>
                  {t('stay.page.earlierOne', {
                    from: formatDayAndTime(one.intakeAt, now, zone),
                    until: formatDayAndTime(one.endedAt ?? one.intakeAt, now, zone),
                  })}
                </li>
              ))}
            </ul>
          </FormPageRow>
        </>
      )}
    </FormPage>
  )
}

function StaySection({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { day } = useGoalsState(stay)
  return (
    <>
      <FormPageHead margin={t('stay.page.whenMargin')}>
        {stay.endedAt === null
          ? t('stay.her.now', { when: formatDayAndTime(stay.intakeAt, now, zone), day })
          : t('stay.her.was', { when: formatDayAndTime(stay.endedAt, now, zone), count: stay.day })}
      </FormPageHead>
      <StayOwner stay={stay} />
      {stay.endedAt === null && <GoalsTalk stay={stay} />}
      <Goals stay={stay} />
      {stay.endedAt === null ? <EndStayForm stay={stay} /> : <AfterStay stay={stay} />}
    </>
  )
}
