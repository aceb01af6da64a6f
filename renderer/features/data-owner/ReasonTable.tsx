import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import { BOUNCE_SIDES, type BounceSide } from '#shared/domain/core/vocabulary'
import { formatNumberWord } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useCall } from '../../office'
import { announce, Button, PageHead, TableScroll, useCommands } from '../../ui'
import { DataOwnerNotice, useIsDataOwner } from './DataOwnerNotice'
import css from './data-owner.module.css'

export type BounceReason = Output<'bounceReason.list'>[number]

/** All reasons in a table, by side as in the bounce form; retired ones below. */
export function ReasonTable({ reasons }: { readonly reasons: readonly BounceReason[] }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const mayChange = useIsDataOwner()
  const { send, sending } = useCall('bounceReason.reorder')
  const [failure, setFailure] = useState<Failure | null>(null)
  const inUse = reasons.filter(({ retired }) => !retired)
  const retired = reasons.filter((reason) => reason.retired)
  const add = () => go(`${ROUTES.reasons}/new`)
  useCommands(mayChange ? [{ id: 'add-reason', label: t('reasons.add'), keys: 'A', run: add }] : [])

  /** Moves a reason past its neighbour of the same side; the focus stays on it. */
  const move = async (reason: BounceReason, step: -1 | 1) => {
    if (sending) return
    const side = inUse.filter((one) => one.side === reason.side)
    const neighbour = side[side.indexOf(reason) + step]
    if (neighbour === undefined) return
    const swapped = inUse.map((one) => (one === reason ? neighbour : one === neighbour ? reason : one))
    const answer = await send({ codes: swapped.map(({ code }) => code) })
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    announce(t('reasons.moved', { reason: reason.label, n: side.indexOf(reason) + step + 1 }))
    requestAnimationFrame(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>(`[data-code="${reason.code}"] button`)]
      ;(step === -1 ? buttons[0] : buttons.at(-1))?.focus()
    })
  }

  return (
    <>
      <PageHead
        title={t('reasons.title')}
        actions={
          mayChange && (
            <Button icon="plus" keys="A" onPress={add}>
              {t('reasons.add')}
            </Button>
          )
        }
      >
        {t('reasons.say', { count: inUse.length, capital: formatNumberWord(inUse.length, true) })} <DataOwnerNotice />
      </PageHead>
      {failure && (
        <p className={`error ${css.pad}`} role="alert">
          {describeFailure(t, failure)}
        </p>
      )}
      {BOUNCE_SIDES.map((side) => (
        <SideTable
          key={side}
          side={side}
          reasons={inUse.filter((reason) => reason.side === side)}
          mayChange={mayChange}
          onMove={(...of) => void move(...of)}
        />
      ))}
      {retired.length > 0 && (
        <section className={css.quiet} aria-labelledby="retired">
          <h2 id="retired">{t('reasons.retiredHead')}</h2>
          <p>{t('reasons.retiredSay')}</p>
          <ul>
            {retired.map((reason) => (
              <li key={reason.code}>
                <ReasonName reason={reason} mayChange={mayChange} />, {t(`vocabulary.side.${reason.side}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ReasonName({ reason, mayChange }: { readonly reason: BounceReason; readonly mayChange: boolean }) {
  const words = <bdi dir="auto">{reason.label}</bdi>
  return mayChange ? <Link href={`${ROUTES.reasons}/${reason.code}`}>{words}</Link> : words
}

interface SideProps {
  readonly side: BounceSide
  readonly reasons: readonly BounceReason[]
  readonly mayChange: boolean
  readonly onMove: (reason: BounceReason, step: -1 | 1) => void
}

function SideTable({ side, reasons, mayChange, onMove }: SideProps) {
  const { t } = useTranslation()
  if (reasons.length === 0) return null
  return (
    <>
      <h2 className={css.group}>{t(`vocabulary.side.${side}`)}</h2>
      <TableScroll label={t(`vocabulary.side.${side}`)}>
        <table className={`tbl plain-tbl ${css.reasons}`}>
          <thead>
            <tr>
              <th scope="col">{t('reasons.columns.reason')}</th>
              <th scope="col">{t('reasons.columns.seen')}</th>
              <th scope="col">{t('reasons.columns.change')}</th>
              {mayChange && (
                <th scope="col" className={css.order}>
                  {t('reasons.columns.order')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason, at) => (
              <tr key={reason.code}>
                <th scope="row">
                  <ReasonName reason={reason} mayChange={mayChange} />
                </th>
                <td>{reason.seen ? <bdi dir="auto">{reason.seen}</bdi> : t('reasons.nothing')}</td>
                <td>{reason.change ? <bdi dir="auto">{reason.change}</bdi> : t('reasons.nothing')}</td>
                {mayChange && (
                  <td className={css.order} data-code={reason.code}>
                    <span>
                      {at > 0 ? (
                        <Button look="bare" icon="up" label={t('reasons.up', { reason: reason.label })} onPress={() => onMove(reason, -1)}>
                          {''}
                        </Button>
                      ) : (
                        <span className={css.gap} />
                      )}
                      {at < reasons.length - 1 && (
                        <Button
                          look="bare"
                          icon="down"
                          label={t('reasons.down', { reason: reason.label })}
                          onPress={() => onMove(reason, 1)}
                        >
                          {''}
                        </Button>
                      )}
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  )
}
