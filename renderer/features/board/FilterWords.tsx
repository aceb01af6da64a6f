import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { STANDINGS } from '#shared/domain/standing'
import { DIRECTIONS } from '#shared/domain/vocabulary'
import { useOffice, useOfficeState } from '../../office'
import { Button, WordSelect, type Option } from '../../ui'
import { ANY, GROUPS, isFiltered, NO_PARTNER, SORTS, UNFILTERED, type Choice, type Filter, type Placed } from './choice'
import { Views } from './Views'
import css from './Board.module.css'

interface Props extends Filter {
  /** The table also says how it is grouped and sorted. */
  readonly order: Pick<Choice, 'group' | 'sort'> | null
  readonly onChange: (part: Partial<Choice>) => void
  readonly all: readonly Placed[]
  readonly choice: Choice
}

/** The filters, each after its label. The same for lanes and table. */
export const FilterWords = memo(function FilterWords({ standing, owner, direction, source, order, onChange, all, choice }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me?.id
  const owners = useOwners(all, owner)
  const sources = useSources(all, source)
  const any = (label: string): Option<string> => ({ value: ANY, label })
  return (
    <div className={`in-words ${css.words}`} role="group" aria-label={t('board.filter.label')}>
      <span>
        {t('board.filter.showing')}{' '}
        <WordSelect
          label={t('board.filter.standing.label')}
          value={standing}
          onChange={(next) => onChange({ standing: next })}
          options={([ANY, ...STANDINGS] as const).map((value) => ({ value, label: t(`board.filter.standing.${value}`) }))}
        />
      </span>
      <span>
        {t('board.filter.of')}{' '}
        <WordSelect
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
        <WordSelect
          label={t('board.filter.direction.label')}
          value={direction}
          onChange={(next) => onChange({ direction: next })}
          options={([ANY, ...DIRECTIONS] as const).map((value) => ({ value, label: t(`board.filter.direction.${value}`) }))}
        />
      </span>
      <span>
        {t('board.filter.from')}{' '}
        <WordSelect
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
            <WordSelect
              label={t('board.filter.group.label')}
              value={order.group}
              onChange={(group) => onChange({ group })}
              options={GROUPS.map((value) => ({ value, label: t(`board.filter.group.${value}`) }))}
            />
          </span>
          <span>
            {t('board.filter.sorted')}{' '}
            <WordSelect
              label={t('board.filter.sort.label')}
              value={order.sort}
              onChange={(sort) => onChange({ sort })}
              options={SORTS.map((value) => ({ value, label: t(`board.filter.sort.${value}`) }))}
            />
          </span>
        </>
      )}
      {isFiltered({ standing, owner, direction, source }) && (
        <Button look="bare" keys="Backspace" onPress={() => onChange(UNFILTERED)}>
          {t('board.filter.all', { count: all.length })}
        </Button>
      )}
      <Views choice={choice} onChange={onChange} />
    </div>
  )
})

const byName = (a: Option<string>, b: Option<string>) => a.label.localeCompare(b.label)

/** Whoever has a row now, and the one that is chosen. */
function useOwners(all: readonly Placed[], chosen: string): readonly Option<string>[] {
  const staff = useOffice('staff.list', {}).value
  return useMemo(() => {
    const names = new Map<string, string>(all.map((row) => [row.next.ownerId, row.next.ownerName]))
    const picked = staff?.find((one) => one.id === chosen)
    if (picked) names.set(picked.id, picked.name)
    return [...names].map(([value, label]) => ({ value, label })).sort(byName)
  }, [all, staff, chosen])
}

function useSources(all: readonly Placed[], chosen: string): readonly Option<string>[] {
  const partners = useOffice('partner.list', {}).value
  return useMemo(() => {
    const names = new Map<string, string>(all.flatMap((row) => (row.sourcePartner ? [[row.sourcePartner, row.from] as const] : [])))
    const picked = partners?.find((one) => one.id === chosen)
    if (picked) names.set(picked.id, picked.name)
    return [...names].map(([value, label]) => ({ value, label })).sort(byName)
  }, [all, partners, chosen])
}
