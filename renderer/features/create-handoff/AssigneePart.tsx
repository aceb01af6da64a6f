import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Select } from '../../ui'
import { isTextOnly, type HandoffPartProps } from './handoff-form'

interface Props extends HandoffPartProps {
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly me: string
}

/** What follows, and who owns it (H1); it can be assigned to another worker at once. */
export function AssigneePart({ form, set, wrong, staff, me }: Props) {
  const { t } = useTranslation()
  const [giving, setGiving] = useState(false)
  const first = form.direction === 'incoming' ? me : (form.fromStaff ?? me)
  const owner = form.assignedTo ?? (form.direction === 'internal' && form.permission === 'given' ? (form.toStaff ?? first) : first)
  const name = staff.find(({ id }) => id === owner)?.name ?? ''
  const what =
    form.direction === 'incoming'
      ? form.safeToCall === 'no'
        ? 'anotherWay'
        : isTextOnly(form)
          ? 'firstText'
          : 'firstCall'
      : form.permission === 'not_yet'
        ? 'permission'
        : form.direction === 'outgoing'
          ? 'chase'
          : 'meet'
  if (giving) {
    return (
      <Select
        label={t('createHandoff.givenTo')}
        options={staff.map((one) => ({ value: one.id, label: one.name }))}
        value={owner}
        error={wrong('assignedTo')}
        onChange={(assignedTo) => {
          set({ assignedTo })
          setGiving(false)
        }}
      />
    )
  }
  return (
    <p>
      <b>
        {t(`createHandoff.then.${what}`)} <bdi dir="auto">{name}</bdi>.
      </b>{' '}
      <Button look="bare" className="inline" onPress={() => setGiving(true)}>
        {t('createHandoff.giveIt')}
      </Button>
    </p>
  )
}
