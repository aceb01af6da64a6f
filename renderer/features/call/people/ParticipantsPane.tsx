import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../../office'
import { FormFailure, Name } from '../../../components'
import { Button, Field } from '../../../ui'
import { AddParticipant } from './AddParticipant'
import { findParticipantName, type ParticipantView } from './presence'
import { useFieldCommand, useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

interface Props {
  /** Opened beside the steps, with its own heading and its own way back. */
  readonly alone?: boolean
  readonly onDone?: () => void
}

/** All participants with their role and the rule for a dropped line; leaving and joining. */
export function ParticipantsPane({ alone = false, onDone }: Props) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  return (
    <>
      {alone && <h1>{t('meeting.people.title')}</h1>}
      <ul className={css.roll} aria-label={t('meeting.people.title')}>
        {view.participants.map((one) => (
          <ParticipantRow key={one.no} one={one} />
        ))}
      </ul>
      <AddParticipant />
      {onDone && (
        <p className={`acts ${css.go}`}>
          <Button look="do" size="big" keys="Esc" onPress={onDone}>
            {t('meeting.goBack')}
          </Button>
        </p>
      )}
    </>
  )
}

function ParticipantRow({ one }: { readonly one: ParticipantView }) {
  const { t } = useTranslation()
  const { view, sendCommand: act } = useMeetingSession()
  const { no } = one
  const name = findParticipantName(view, no)
  const save = useCallback((rule: string) => act({ kind: 'agree_rule', no, rule }), [act, no])
  const rule = useFieldCommand(`rule:${no}`, one.rule, save)
  const left = one.presence === 'left'
  return (
    <li>
      <span>
        <Name strong>{name}</Name> <span className="second">{t(`meeting.role.${one.role}`)}</span>
      </span>
      {view.mode === 'in_person' ? (
        <span />
      ) : (
        <Field label={t('meeting.people.ruleFor', { who: name })} quietLabel placeholder={t('meeting.people.rule')} {...rule} />
      )}
      {one.kind !== 'her' && one.staffId !== view.lead.id && (
        <Button
          look="bare"
          label={`${t(left ? 'meeting.people.backAgain' : 'meeting.people.goodbye')}: ${name}`}
          onPress={() => void act({ kind: 'presence', no, presence: left ? 'on' : 'left' })}
        >
          {t(left ? 'meeting.people.backAgain' : 'meeting.people.goodbye')}
        </Button>
      )}
      {one.kind === 'her' && view.withoutHer === null && <ContinueWithoutPerson />}
    </li>
  )
}

/** M2: the person leaves and asks us to go on; only with their words, and the meeting is counted apart. */
function ContinueWithoutPerson() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <WithoutPersonForm onDone={() => setOpen(false)} />
  ) : (
    <Button look="bare" onPress={() => setOpen(true)}>
      {t('meeting.people.without.open')}
    </Button>
  )
}

function WithoutPersonForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, execute } = useMeetingSession()
  const form = useForm({
    id: 'without-person',
    of: view.id,
    initial: { words: '' },
    validate: ({ words }) => ({ words: words.trim() === '' && t('meeting.people.without.needed') }),
    send: ({ words }) => execute({ kind: 'without_her', words }),
    announces: t('meeting.people.without.done'),
    onClose: onDone,
    onCancel: 'drop',
  })
  if (!form.ready) return null
  return (
    <form className="stack" aria-label={t('meeting.people.without.open')} {...form.props}>
      <Field
        label={t('meeting.people.without.words')}
        hint={t('meeting.people.without.hint')}
        autoFocus
        value={form.values.words}
        error={form.error('words')}
        onChange={(words) => form.change({ words })}
      />
      <FormFailure form={form} />
      <p className="acts flush">
        <Button type="submit" busy={form.sending}>
          {t('meeting.people.without.send')}
        </Button>
        <Button look="bare" onPress={form.cancel}>
          {t('meeting.cancel')}
        </Button>
      </p>
    </form>
  )
}
