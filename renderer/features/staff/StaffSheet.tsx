import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { clockTime, dayOf, numberWord } from '#shared/domain/wording'
import { PLACES, useMinute, useOfficeState, useZone } from '../../office'
import { Button, Empty, Name, PageHead, staffName, TableScroll, useCommands } from '../../ui'
import { Rights } from './Rights'
import { rolesWords, standingWords, type Overview } from './worker-words'
import css from './Staff.module.css'

/** Who works here, as a ruled sheet; who decides; and, quietly, who has left. */
export function StaffSheet({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me?.id
  const here = overview.staff.filter(({ leftAt }) => leftAt === null)
  const left = overview.staff.filter(({ leftAt }) => leftAt !== null)
  const add = () => go(`${PLACES.staff}/new`)
  useCommands([{ id: 'add-worker', label: t('staff.add'), keys: 'A', run: add }])
  return (
    <>
      <PageHead
        title={t('staff.title')}
        acts={
          <Button icon="plus" keys="A" onPress={add}>
            {t('staff.add')}
          </Button>
        }
      >
        {t('staff.say', { count: here.length, capital: numberWord(here.length, true) })}
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
                  <Link href={`${PLACES.staff}/${worker.id}`}>
                    <Name>{staffName(t, worker, now, zone)}</Name>
                  </Link>
                  {worker.id === me && <span className="muted"> {t('staff.you')}</span>}
                </th>
                <td>{rolesWords(t, worker.roles)}</td>
                <td className={worker.passphrase === 'own' ? '' : 'is-soon'}>{standingWords(t, worker, now, zone)}</td>
                <td>{t(worker.hasPin ? 'staff.pin.yes' : 'staff.pin.no')}</td>
                <td>{worker.lastSignInAt === null ? t('staff.never') : clockTime(worker.lastSignInAt, now, zone)}</td>
                <td>{worker.openTasks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {here.length < 2 && (
        <div className="states-pad">
          <Empty title={t('staff.alone.title')}>{t('staff.alone.text')}</Empty>
        </div>
      )}
      <Rights overview={overview} />
      {left.length > 0 && (
        <section className={css.left} aria-labelledby="left">
          <h2 id="left">{t('staff.left.title')}</h2>
          <ul>
            {left.map((worker) => (
              <li key={worker.id}>
                <Name>{worker.name}</Name>, {t('staff.left.was', { day: dayOf(worker.leftAt ?? 0, now, zone) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
