import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { formatDayAndTime, formatDay, formatNumberWord } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useOfficeState, useZone } from '../../office'
import { Name, describeStaffName } from '../../components'
import { Button, EmptyState, PageHead, TableScroll, useCommands } from '../../ui'
import { describeRoles, describeWorkerState, type StaffOverview } from './worker-words'
import css from './staff.module.css'

/** The current staff as a table; who decides; and, below, who has left. */
export function StaffTable({ overview }: { readonly overview: StaffOverview }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me?.id
  const here = overview.staff.filter(({ leftAt }) => leftAt === null)
  const left = overview.staff.filter(({ leftAt }) => leftAt !== null)
  const add = () => go(`${ROUTES.staff}/new`)
  useCommands([{ id: 'add-worker', label: t('staff.add'), keys: 'A', run: add }])
  return (
    <>
      <PageHead
        title={t('staff.title')}
        actions={
          <Button icon="plus" keys="A" onPress={add}>
            {t('staff.add')}
          </Button>
        }
      >
        {t('staff.say', { count: here.length, capital: formatNumberWord(here.length, true) })}
      </PageHead>
      <TableScroll label={t('staff.title')}>
        <table className={`tbl plain-tbl ${css.sheet}`}>
          <thead>
            <tr>
              <th scope="col">{t('staff.columns.name')}</th>
              <th scope="col">{t('staff.columns.roles')}</th>
              <th scope="col">{t('staff.columns.passphrase')}</th>
              <th scope="col">{t('staff.columns.pin')}</th>
              <th scope="col">{t('staff.columns.last')}</th>
              <th scope="col">{t('staff.columns.open')}</th>
            </tr>
          </thead>
          <tbody>
            {here.map((worker) => (
              <tr key={worker.id}>
                <th scope="row">
                  <Link href={`${ROUTES.staff}/${worker.id}`}>
                    <Name>{describeStaffName(t, worker, now, zone)}</Name>
                  </Link>
                  {worker.id === me && <span className="muted"> {t('staff.you')}</span>}
                </th>
                <td>{describeRoles(t, worker.roles)}</td>
                <td className={worker.passphrase === 'own' ? '' : 'is-soon'}>{describeWorkerState(t, worker, now, zone)}</td>
                <td>{t(worker.hasPin ? 'staff.pin.yes' : 'staff.pin.no')}</td>
                <td>{worker.lastSignInAt === null ? t('staff.never') : formatDayAndTime(worker.lastSignInAt, now, zone)}</td>
                <td>{worker.openTasks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {here.length < 2 && (
        <div className="states-pad">
          <EmptyState title={t('staff.alone.title')}>{t('staff.alone.text')}</EmptyState>
        </div>
      )}
      {left.length > 0 && (
        <section className={css.left} aria-labelledby="left">
          <h2 id="left">{t('staff.left.title')}</h2>
          <ul>
            {left.map((worker) => (
              <li key={worker.id}>
                <Name>{worker.name}</Name>, {t('staff.left.was', { day: formatDay(worker.leftAt ?? 0, now, zone) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
