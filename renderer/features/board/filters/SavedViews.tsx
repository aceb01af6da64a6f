import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { describeFailure, useCall, useOffice } from '../../../office'
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
  const { send, sending } = useCall('savedView.save')
  const [name, setName] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  useCommands([{ id: 'view-leave', label: t('board.view.leave'), keys: 'Esc', quiet: true, run: onClose }])
  const save = async () => {
    if (!name.trim()) return setError(t('record.do.needed'))
    const answer = await send({ name, choice: toSavedFilters(filters) })
    if (!answer.ok) return setError(describeFailure(t, answer.failure))
    announce(t('board.view.kept'))
    return onClose()
  }
  return (
    <InlineForm sending={sending} verb={t('board.view.save')} back={t('board.view.leave')} onSend={() => void save()} onBack={onClose}>
      <Field
        label={t('board.view.name')}
        value={name}
        error={error}
        onChange={(typed) => {
          setName(typed)
          setError(undefined)
        }}
      />
    </InlineForm>
  )
}
