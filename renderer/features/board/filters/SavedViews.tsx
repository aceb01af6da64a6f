import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { describeFailure, useCall, useForm, useOffice } from '../../../office'
import { announce, Button, Field, focusControl, useCommands, InlineSelect } from '../../../ui'
import { formatFilters, type BoardFilters } from './board-filters'
import { InlineForm } from '../sheet/InlineForm'

type SavedView = Output<'savedView.list'>[number]
const NONE: readonly SavedView[] = []
const NO_VIEW = ':none'

/** Returns the board filters without the selected row. */
const toSavedFilters = ({ at: _at, ...look }: BoardFilters): SavedView['choice'] => look as SavedView['choice']
const hasSameFilters = (a: BoardFilters, b: SavedView['choice']): boolean =>
  formatFilters({ ...a, at: null }) === formatFilters({ ...b, at: null })

/** A worker's own views: a word of the sentence, F to keep or drop one, each of them in the palette. */
export function SavedViews({
  filters,
  onChange,
}: {
  readonly filters: BoardFilters
  readonly onChange: (part: Partial<BoardFilters>) => void
}) {
  const { t } = useTranslation()
  const views = useOffice('savedView.list', {}).value ?? NONE
  const [naming, setNaming] = useState(false)
  const drop = useCall('savedView.remove')
  const button = useRef<HTMLSpanElement>(null)
  const found = views.find((view) => hasSameFilters(filters, view.choice))
  const close = () => {
    setNaming(false)
    requestAnimationFrame(() => focusControl(button.current))
  }
  const act = () => {
    if (!found) return setNaming(true)
    return void drop
      .send({ name: found.name })
      .then((answer) => announce(answer.ok ? t('board.view.dropped') : describeFailure(t, answer.failure)))
  }
  useCommands([
    { id: 'view-keep', label: t(found ? 'board.view.drop' : 'board.view.keep'), keys: 'F', run: act },
    ...views.map((view) => ({
      id: `view:${view.name}`,
      label: t('board.view.open', { name: view.name }),
      run: () => onChange(view.choice),
    })),
  ])
  return (
    <>
      {views.length > 0 && (
        <span>
          {t('board.view.say')}{' '}
          <InlineSelect
            label={t('board.view.label')}
            value={found?.name ?? NO_VIEW}
            onChange={(name) => {
              const view = views.find((one) => one.name === name)
              if (view) onChange(view.choice)
            }}
            options={[
              ...(found ? [] : [{ value: NO_VIEW, label: t('board.view.none') }]),
              ...views.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
        </span>
      )}
      {naming ? (
        <NameViewForm filters={filters} onClose={close} />
      ) : (
        <span ref={button}>
          <Button look="bare" keys="F" onPress={act}>
            {t(found ? 'board.view.drop' : 'board.view.keep')}
          </Button>
        </span>
      )}
    </>
  )
}

function NameViewForm({ filters, onClose }: { readonly filters: BoardFilters; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('savedView.save')
  const form = useForm({
    id: 'saved-view',
    of: null,
    initial: { name: '' },
    validate: ({ name }) => ({ name: !name.trim() && t('record.do.needed') }),
    send: ({ name }) => send({ name, choice: toSavedFilters(filters) }),
    announces: t('board.view.kept'),
    onClose,
    onCancel: 'drop',
    keys: { send: t('board.view.save'), close: t('board.view.leave') },
  })
  return (
    <InlineForm form={form} send={t('board.view.save')} cancel={t('board.view.leave')}>
      <Field
        label={t('board.view.name')}
        value={form.values.name}
        error={form.error('name') ?? form.failure}
        onChange={(name) => form.change({ name })}
      />
    </InlineForm>
  )
}
