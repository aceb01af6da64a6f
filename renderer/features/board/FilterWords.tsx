import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { STANDINGS } from '#shared/domain/standing'
import { DIRECTIONS } from '#shared/domain/vocabulary'
import { useOffice, useOfficeState } from '../../office'
import { Button, WordSelect, type Option } from '../../ui'
import { ANY, GROUPS, isFiltered, NO_PARTNER, SORTS, unfiltered, type Choice, type Placed } from './choice'
import css from './Board.module.css'

interface Props {
  readonly choice: Choice
  readonly onChange: (next: Choice) => void
  readonly all: readonly Placed[]
  /** The table also says how it is grouped and sorted. */
  readonly ordered: boolean
}

/** The filters as one sentence: its words are the controls. The same for lanes and table. */
export function FilterWords({ choice, onChange, all, ordered }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me?.id
  const owners = useOwners(all, choice.owner)
  const sources = useSources(all, choice.source)
  const any = (label: string): Option<string> => ({ value: ANY, label })
  return (
    <div className={`in-words ${css.words}`} role="group" aria-label={t('board.filter.label')}>
      <span>{t('board.filter.showing')} <WordSelect
        label={t('board.filter.standing.label')} value={choice.standing} onChange={(standing) => onChange({ ...choice, standing })}
        options={([ANY, ...STANDINGS] as const).map((value) => ({ value, label: t(`board.filter.standing.${value}`) }))}
      /></span>
      <span>{t('board.filter.of')} <WordSelect
        label={t('board.filter.owner.label')} value={choice.owner} onChange={(owner) => onChange({ ...choice, owner })}
        options={[any(t('board.filter.owner.any')), ...owners.map(({ value, label }) => ({ value, label: value === me ? t('board.filter.owner.me', { name: label }) : label }))]}
      /></span>
      <span>{t('board.filter.going')} <WordSelect
        label={t('board.filter.direction.label')} value={choice.direction} onChange={(direction) => onChange({ ...choice, direction })}
        options={([ANY, ...DIRECTIONS] as const).map((value) => ({ value, label: t(`board.filter.direction.${value}`) }))}
      /></span>
      <span>{t('board.filter.from')} <WordSelect
        label={t('board.filter.source.label')} value={choice.source} onChange={(source) => onChange({ ...choice, source })}
        options={[any(t('board.filter.source.any')), ...sources, { value: NO_PARTNER, label: t('board.filter.source.none') }]}
      /></span>
      {ordered && (
        <>
          <span>{t('board.filter.grouped')} <WordSelect
            label={t('board.filter.group.label')} value={choice.group} onChange={(group) => onChange({ ...choice, group })}
            options={GROUPS.map((value) => ({ value, label: t(`board.filter.group.${value}`) }))}
          /></span>
          <span>{t('board.filter.sorted')} <WordSelect
            label={t('board.filter.sort.label')} value={choice.sort} onChange={(sort) => onChange({ ...choice, sort })}
            options={SORTS.map((value) => ({ value, label: t(`board.filter.sort.${value}`) }))}
          /></span>
        </>
      )}
      {isFiltered(choice) && <Button look="bare" keys="Backspace" onPress={() => onChange(unfiltered(choice))}>{t('board.filter.all', { count: all.length })}</Button>}
    </div>
  )
}

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
