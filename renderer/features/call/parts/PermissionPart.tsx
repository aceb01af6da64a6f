import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { WithheldItemView } from '#shared/contract/person/story'
import type { PartnerId } from '#shared/domain/core/ids'
import { REDACTION_MARK } from '#shared/domain/person/redaction-mark'
import { FailureLine, useCall, useForm, useOffice } from '../../../office'
import { FormButtons } from '../../../components'
import { Button, Field, HoldToShow, Icon, Select } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const EVERYBODY = 'everybody'

/** What the person withholds, from everyone or from one partner; the words are redacted everywhere at once (M5). */
export function PermissionPart() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const kept = useOffice('withheld.list', { personId: view.personId }).value ?? []
  const partners = useOffice('partner.list', {}).value ?? []
  const { send: add } = useCall('withheld.add')
  const { send: lift } = useCall('withheld.remove')
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm({
    id: 'withheld-in-meeting',
    of: view.id,
    initial: { words: '', from: EVERYBODY as PartnerId | typeof EVERYBODY },
    validate: ({ words }) => ({ words: words.trim() === '' && t('meeting.steps.keep.needed') }),
    send: ({ words, from }) => add({ personId: view.personId, words, partnerId: from === EVERYBODY ? null : from }),
    announces: t('meeting.steps.keep.done'),
  })
  const letGo = async (id: string) => {
    const answer = await lift({ personId: view.personId, id })
    setFailure(answer.ok ? null : answer.failure)
  }
  return (
    <div className={`stack ${css.answer}`}>
      {kept.length === 0 ? (
        <p className="muted">{t('meeting.steps.keep.none')}</p>
      ) : (
        <ul className={css.papers} aria-label={t('meeting.steps.keep.list')}>
          {kept.map((item) => (
            <PrivateWordsLine key={item.id} item={item} onLift={() => void letGo(item.id)} />
          ))}
        </ul>
      )}
      <form className={`${css.addLine} ${css.addTop}`} {...form.props}>
        <div data-first>
          <Field
            label={t('meeting.steps.keep.words')}
            value={form.values.words}
            error={form.error('words')}
            hint={t('meeting.steps.keep.hint')}
            onChange={(words) => form.change({ words })}
          />
        </div>
        <Select
          label={t('meeting.steps.keep.from')}
          value={form.values.from}
          options={[
            { value: EVERYBODY, label: t('meeting.steps.keep.everybody') },
            ...partners.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(from) => form.change({ from })}
        />
        <FormButtons form={form} send={t('meeting.steps.keep.add')} look="plain" flush />
      </form>
      <FailureLine failure={failure} />
    </div>
  )
}

/** Others are in the room, so the words are visible only while the button is held (L6). */
function PrivateWordsLine({ item, onLift }: { readonly item: WithheldItemView; readonly onLift: () => void }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  return (
    <li>
      <span className={css.marked}>
        <Icon name="stopline" />
        <b dir="auto" aria-live="polite">
          {held ? item.words : REDACTION_MARK}
        </b>{' '}
        <span className="second" dir="auto">
          {item.partnerId === null ? t('meeting.steps.keep.all') : t('meeting.steps.keep.one', { who: item.partner })}
        </span>
      </span>
      <span>
        <HoldToShow label={t('privateWords.hold')} onHold={setHeld} />
        <Button look="bare" onPress={onLift}>
          {t('meeting.steps.keep.lift')}
        </Button>
      </span>
    </li>
  )
}
