import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { HandoffId, StaffId } from '#shared/domain/ids'
import { useMinute, useZone } from '../../office'
import { LeafHead, LeafRow, Select, staffOption } from '../../ui'
import { HersTable } from './HersTable'

type Hers = Pick<Output<'staff.leaving'>, 'handoffs' | 'restricted'>

export interface PassingOn {
  readonly to: StaffId | null
  readonly setTo: (to: StaffId) => void
  readonly except: ReadonlyMap<HandoffId, StaffId>
  readonly setExcept: (id: HandoffId, other: StaffId | null) => void
  /** What stands in the list now is what counts; a line that went meanwhile has no exception any more. */
  readonly exceptions: (hers: Hers) => { readonly handoffId: HandoffId; readonly to: StaffId }[]
}

/** H4: to whom everything goes, and what goes to somebody else. */
export function usePassingOn(first: StaffId | null): PassingOn {
  const [to, setTo] = useState(first)
  const [except, setAll] = useState<ReadonlyMap<HandoffId, StaffId>>(new Map())
  return {
    to,
    setTo,
    except,
    setExcept: (id, other) => {
      const next = new Map(except)
      if (other === null) next.delete(id)
      else next.set(id, other)
      setAll(next)
    },
    exceptions: ({ handoffs }) =>
      handoffs.flatMap(({ handoffId }) => {
        const own = except.get(handoffId)
        return own === undefined || own === to ? [] : [{ handoffId, to: own }]
      }),
  }
}

interface Props {
  readonly hers: Hers
  readonly others: Output<'staff.list'>
  readonly passing: PassingOn
  readonly wrong?: string | undefined
  readonly title?: string
}

/** The same for whoever leaves and whoever is away: what is open of hers, a line each, and who takes it. */
export function Passing({ hers: { handoffs, restricted }, others, passing, wrong, title }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const count = handoffs.length + restricted
  const choices = others.map((one) => {
    const { value, label } = staffOption(t, one, now, zone)
    return { value, label }
  })
  return (
    <>
      <LeafHead margin={count}>{title ?? t('staff.leaving.hers')}</LeafHead>
      <LeafRow label={count > 0 ? t('staff.leaving.giveMargin') : ''} wrong={Boolean(wrong)}>
        {count === 0 ? (
          <p className="answered">{t('staff.leaving.nothing')}</p>
        ) : (
          <Select
            label={t('staff.leaving.giveAll')}
            options={choices}
            value={passing.to}
            onChange={passing.setTo}
            placeholder={t('staff.leaving.pick')}
            error={wrong}
          />
        )}
        {restricted > 0 && <p className="second">{t('staff.leaving.restricted', { count: restricted })}</p>}
      </LeafRow>
      {handoffs.length > 0 && <HersTable handoffs={handoffs} choices={choices} except={passing.except} onExcept={passing.setExcept} />}
    </>
  )
}
