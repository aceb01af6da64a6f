import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonHandoff, PersonView } from '#shared/contract/person/person'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { Name, linkToRecord, describeState, FromTo } from '../../components'
import { TableScroll } from '../../ui'
import css from './people.module.css'

/** The person's handoffs, open ones first. */
export function PersonHandoffs({ person: { handoffs } }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  const open = handoffs.filter(({ endedAt }) => endedAt === null).length
  return (
    <section aria-labelledby="handoffs">
      <h2 id="handoffs">{t('people.handoffs')}</h2>
      <p className="second">{handoffs.length === 0 ? t('people.none') : t('people.open', { count: open })}</p>
      {handoffs.length > 0 && (
        <TableScroll label={t('people.handoffsTable')}>
          <table className={`tbl ${css.handoffs}`}>
            <tbody>
              {handoffs.map((one) => (
                <PersonHandoffRow key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function PersonHandoffRow({ one }: { readonly one: PersonHandoff }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <tr>
      <th scope="row">
        <Link href={linkToRecord(one.id)}>{t('handoffState.number', { number: one.number })}</Link>
      </th>
      <td>
        <FromTo from={one.from} to={one.to} fromWord={t('record.from')} toWord={t('record.to')} />
      </td>
      <td>{describeState(t, one.state)}</td>
      <td>
        {one.endedAt === null
          ? t('people.received', { when: formatDayAndTime(one.receivedAt, now, zone) })
          : t('people.ended', { when: formatDayAndTime(one.endedAt, now, zone) })}
      </td>
      <td>
        <Name>{one.ownerName}</Name>
      </td>
    </tr>
  )
}
