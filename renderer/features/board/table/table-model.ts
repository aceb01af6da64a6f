import {
  columnGroupingFeature,
  createColumnHelper,
  createGroupedRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { BoardFilters, BoardGroup, PlacedRow, BoardSort } from '../filters/board-filters'

const features = tableFeatures({
  rowSortingFeature,
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  sortedRowModel: createSortedRowModel(),
})
const column = createColumnHelper<typeof features, PlacedRow>()

const columns = column.columns([
  column.accessor((row) => row.clockAt, { id: 'due', sortFn: (a, b) => a.original.clockAt - b.original.clockAt }),
  column.accessor((row) => row.number, { id: 'number', sortFn: (a, b) => a.original.number - b.original.number }),
  column.accessor((row) => row.next.ownerId, {
    id: 'owner',
    sortFn: (a, b) => a.original.next.ownerName.localeCompare(b.original.next.ownerName) || a.original.clockAt - b.original.clockAt,
  }),
])

const SORTING: Readonly<Record<BoardSort, { id: string; desc: boolean }>> = {
  due: { id: 'due', desc: false },
  dueLast: { id: 'due', desc: true },
  number: { id: 'number', desc: false },
  numberLast: { id: 'number', desc: true },
  owner: { id: 'owner', desc: false },
  ownerLast: { id: 'owner', desc: true },
}
const GROUPING: Readonly<Record<BoardGroup, string[]>> = { owner: ['owner'], none: [] }
const readRowId = (row: PlacedRow): string => row.id

/** A line of the table: the name of a group, or a row. */
export type TableLine =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly count: number; readonly overdue: number }
  | { readonly kind: 'row'; readonly id: string; readonly row: PlacedRow }

/** Returns the rows in the chosen order and groups (TanStack Table), as lines to render. */
export function useTableLines(rows: readonly PlacedRow[], { sort, group }: Pick<BoardFilters, 'sort' | 'group'>): readonly TableLine[] {
  const data = useMemo(() => [...rows], [rows])
  const state = useMemo(() => ({ sorting: [SORTING[sort]], grouping: GROUPING[group] }), [sort, group])
  const table = useTable({ features, columns, data, getRowId: readRowId, state })
  const model = table.getRowModel().rows
  return useMemo(() => {
    if (state.grouping.length === 0) return model.map((row): TableLine => ({ kind: 'row', id: row.id, row: row.original }))
    const groups = model.map(({ subRows }) => subRows.map(({ original }) => original)).filter((of) => of.length > 0)
    const findOwnerName = (of: readonly PlacedRow[]) => of[0]?.next.ownerName ?? ''
    // Owners are sorted A to Z, whatever sorts within a group; sorted by owner they follow its direction.
    return groups
      .sort((a, b) => findOwnerName(a).localeCompare(findOwnerName(b)) * (sort === 'ownerLast' ? -1 : 1))
      .flatMap((of): TableLine[] => [
        {
          kind: 'group',
          id: `of-${of[0]?.next.ownerId}`,
          name: findOwnerName(of),
          count: of.length,
          overdue: of.filter((row) => row.lane === 'overdue').length,
        },
        ...of.map((row): TableLine => ({ kind: 'row', id: row.id, row })),
      ])
  }, [model, state, sort])
}
