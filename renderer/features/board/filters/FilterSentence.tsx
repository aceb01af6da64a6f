import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { URGENCIES } from '#shared/domain/board/lane'
import { DIRECTIONS } from '#shared/domain/core/vocabulary'
import { useOffice, useOfficeState } from '../../../office'
import { Button, InlineSelect, type SelectOption } from '../../../ui'
import {
  ANY_VALUE,
  BOARD_GROUPS,
  isFiltered,
  NO_PARTNER,
  BOARD_SORTS,
  NO_FILTER,
  type BoardFilters,
  type RowFilter,
  type PlacedRow,
} from './board-filters'
import { SavedViews } from './SavedViews'
import css from '../board.module.css'

interface Props extends RowFilter {
  /** The table also says how it is grouped and sorted. */
  readonly order: Pick<BoardFilters, 'group' | 'sort'> | null
  readonly onChange: (part: Partial<BoardFilters>) => void
  readonly all: readonly PlacedRow[]
  readonly filters: BoardFilters
}

/** The filters, each after its label. The same for lanes and table. */
export const FilterSentence = memo(function FilterSentence({ urgency, owner, direction, source, order, onChange, all, filters }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me?.id
  const owners = useOwnerOptions(all, owner)
  const sources = useSourceOptions(all, source)
  const any = (label: string): SelectOption<string> => ({ value: ANY_VALUE, label })
  return (
    <div className={`in-words ${css.words}`} role="group" aria-label={t('board.filter.label')}>
      <span>
        {t('board.filter.showing')}{' '}
        <InlineSelect
          label={t('board.filter.urgency.label')}
          value={urgency}
          onChange={(next) => onChange({ urgency: next })}
          options={([ANY_VALUE, ...URGENCIES] as const).map((value) => ({ value, label: t(`board.filter.urgency.${value}`) }))}
        />
      </span>
      <span>
        {t('board.filter.of')}{' '}
        <InlineSelect
          label={t('board.filter.owner.label')}
          value={owner}
          onChange={(next) => onChange({ owner: next })}
          options={[
            any(t('board.filter.owner.any')),
            ...owners.map(({ value, label }) => ({ value, label: value === me ? t('board.filter.owner.me', { name: label }) : label })),
          ]}
        />
      </span>
      <span>
        {t('board.filter.going')}{' '}
        <InlineSelect
          label={t('board.filter.direction.label')}
          value={direction}
          onChange={(next) => onChange({ direction: next })}
          options={([ANY_VALUE, ...DIRECTIONS] as const).map((value) => ({ value, label: t(`board.filter.direction.${value}`) }))}
        />
      </span>
      <span>
        {t('board.filter.from')}{' '}
        <InlineSelect
          label={t('board.filter.source.label')}
          value={source}
          onChange={(next) => onChange({ source: next })}
          options={[any(t('board.filter.source.any')), ...sources, { value: NO_PARTNER, label: t('board.filter.source.none') }]}
        />
      </span>
      {order && (
        <>
          <span>
            {t('board.filter.grouped')}{' '}
            <InlineSelect
              label={t('board.filter.group.label')}
              value={order.group}
              onChange={(group) => onChange({ group })}
              options={BOARD_GROUPS.map((value) => ({ value, label: t(`board.filter.group.${value}`) }))}
            />
          </span>
          <span>
            {t('board.filter.sorted')}{' '}
            <InlineSelect
              label={t('board.filter.sort.label')}
              value={order.sort}
              onChange={(sort) => onChange({ sort })}
              options={BOARD_SORTS.map((value) => ({ value, label: t(`board.filter.sort.${value}`) }))}
            />
          </span>
        </>
      )}
      {isFiltered({ urgency, owner, direction, source }) && (
        <Button look="bare" keys="Backspace" onPress={() => onChange(NO_FILTER)}>
          {t('board.filter.all', { count: all.length })}
        </Button>
      )}
      <SavedViews filters={filters} onChange={onChange} />
    </div>
  )
})

const compareLabels = (a: SelectOption<string>, b: SelectOption<string>) => a.label.localeCompare(b.label)

/** Lists the workers who have a row now, and the selected one. */
function useOwnerOptions(all: readonly PlacedRow[], chosen: string): readonly SelectOption<string>[] {
  const staff = useOffice('staff.list', {}).value
  return useMemo(() => {
    const names = new Map<string, string>(all.map((row) => [row.next.ownerId, row.next.ownerName]))
    const picked = staff?.find((one) => one.id === chosen)
    if (picked) names.set(picked.id, picked.name)
    return [...names].map(([value, label]) => ({ value, label })).sort(compareLabels)
  }, [all, staff, chosen])
}

function useSourceOptions(all: readonly PlacedRow[], chosen: string): readonly SelectOption<string>[] {
  const partners = useOffice('partner.list', {}).value
  return useMemo(() => {
    const names = new Map<string, string>(all.flatMap((row) => (row.sourcePartner ? [[row.sourcePartner, row.from] as const] : [])))
    const picked = partners?.find((one) => one.id === chosen)
    if (picked) names.set(picked.id, picked.name)
    return [...names].map(([value, label]) => ({ value, label })).sort(compareLabels)
  }, [all, partners, chosen])
}
