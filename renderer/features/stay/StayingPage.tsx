import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { StayLine } from '#shared/contract/person/stay'
import { getDayOfStay } from '#shared/domain/stay/stay'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { Name } from '../../components'
import { EmptyState, Loading, PageHead, TableScroll } from '../../ui'
import { GoalsMark } from './GoalsMark'

type AfterStayLine = Output<'stay.list'>['after'][number]

/** The page '#/staying' (A3, A4): who stays here and the state of the goals conversation; who left and wants contact. */
export function StayingPage() {
  const { t } = useTranslation()
  const { value, failure } = useOffice('stay.list', {})
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead title={t('stay.title')}>{t('stay.say')}</PageHead>
      {value ? (
        value.here.length + value.after.length === 0 ? (
          <div className="states-pad">
            <EmptyState title={t('stay.none')}>{t('stay.noneSay')}</EmptyState>
          </div>
        ) : (
          <>
            {value.here.length > 0 && <StayingTable lines={value.here} />}
            {value.after.length > 0 && <AfterStayTable lines={value.after} />}
          </>
        )
      ) : (
        <div className="states-pad">
          {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('stay.loading')}</Loading>}
        </div>
      )}
    </main>
  )
}

type StayColumn = 'who' | 'day' | 'goals' | 'next' | 'how' | 'worker'

/** One line a person, with a link to the stay. `cells`: the cells between the person and the worker. */
function PeopleTable<L extends StayLine | AfterStayLine>({
  label,
  columns,
  lines,
  cells,
}: {
  readonly label: string
  readonly columns: readonly StayColumn[]
  readonly lines: readonly L[]
  readonly cells: (line: L) => ReactNode
}) {
  const { t } = useTranslation()
  return (
    <TableScroll label={label}>
      <table className="tbl plain-tbl">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`stay.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={ROUTES.stay(one.personId)}>
                  <Name>{one.label}</Name>
                </Link>
              </th>
              {cells(one)}
              <td>
                <Name>{one.worker.name}</Name>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function StayingTable({ lines }: { readonly lines: readonly StayLine[] }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <PeopleTable
      label={t('stay.here')}
      columns={['who', 'day', 'goals', 'worker']}
      lines={lines}
      cells={(one) => (
        <>
          <td>
            {t('stay.day', { day: getDayOfStay(one.intakeAt, now, zone) })}{' '}
            <span className="muted">{t('stay.since', { when: formatDayAndTime(one.intakeAt, now, zone) })}</span>
          </td>
          <td>
            <GoalsMark stay={one} /> {one.goalsOpen > 0 && <span className="muted">{t('stay.goals.open', { count: one.goalsOpen })}</span>}
          </td>
        </>
      )}
    />
  )
}

function AfterStayTable({ lines }: { readonly lines: readonly AfterStayLine[] }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <section aria-labelledby="after">
      <h2 id="after" className="row-head">
        <span className="m" />
        <span>{t('stay.after')}</span>
      </h2>
      <PeopleTable
        label={t('stay.afterTable')}
        columns={['who', 'next', 'how', 'worker']}
        lines={lines}
        cells={(one) => (
          <>
            <td className={one.nextAt <= now ? 'is-overdue' : ''}>{formatDayAndTime(one.nextAt, now, zone)}</td>
            <td>
              <bdi dir="auto">{one.words}</bdi>
            </td>
          </>
        )}
      />
    </section>
  )
}
