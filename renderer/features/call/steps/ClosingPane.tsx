import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COPY_ANSWERS } from '#shared/domain/meeting/meeting'
import { FailureLine, readNow, useForm, useZone } from '../../../office'
import { FormFailure, parseMoment, MomentField, type TypedMoment } from '../../../components'
import { Button, Choices, Field, useCommands } from '../../../ui'
import { ContactOnClosing } from './ContactOnClosing'
import { MissingList, MISSING_ID } from './MissingList'
import type { StepView } from './step-words'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const NO_MOMENT: TypedMoment = { date: '', time: '' }

interface Props {
  readonly onOpen: (step: Pick<StepView, 'list' | 'no'>) => void
  readonly onBack: () => void
}

/** Shows what is still missing, with a key to each; or the person ended the meeting, which is their right (M3). */
export function ClosingPane({ onOpen, onBack }: Props) {
  const { t } = useTranslation()
  const zone = useZone()
  const { view, execute, sendCommand: act, writePending: settle, failure } = useMeetingSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const [sheEnded, setSheEnded] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  // When the person ends it, what was agreed must still have an owner and a date; nothing else is required.
  const missing = sheEnded ? view.missing.filter((one) => one.what === 'line') : view.missing
  const ready = missing.length === 0
  const form = useForm({
    id: 'close-meeting',
    of: view.id,
    initial: { words: '', ended: NO_MOMENT },
    validate: ({ ended }) => ({
      ended: view.late && !parseMoment(ended, readNow(), zone, view.startedAt).ok && t('failure.refused.no_such_time'),
    }),
    send: ({ words, ended }) => {
      const at = view.late ? parseMoment(ended, readNow(), zone, view.startedAt) : null
      return execute({
        kind: 'close',
        how: sheEnded ? 'she_ended_it' : 'complete',
        words: sheEnded ? words : '',
        at: at?.ok ? at.value : null,
      })
    },
    findField: (path) => (path.endsWith('words') ? 'words' : null),
  })
  const close = async () => {
    if (ready && (await settle())) form.submit()
  }
  useCommands([
    { id: 'call-close', label: t('meeting.close.send'), keys: 'Ctrl Enter', run: () => void close() },
    ...(view.withoutHer === null
      ? [{ id: 'call-she-ended', label: t('meeting.close.sheEnded'), keys: 'Alt E' as const, run: () => setSheEnded((before) => !before) }]
      : []),
  ])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(ready && !sheEnded ? 'meeting.close.titleReady' : 'meeting.close.title')}
      </h1>
      <ContactOnClosing contact={view.contact} />
      <MissingList missing={missing} onOpen={onOpen} />
      {view.withoutHer === null && !sheEnded && (
        <div className={css.answer}>
          <Choices
            label={t('meeting.close.copy')}
            value={view.copy}
            options={COPY_ANSWERS.map((value) => ({ value, label: t(`meeting.copy.${value}`) }))}
            onChange={(copy) => void act({ kind: 'copy', copy })}
          />
          <p className="second">{t('meeting.close.copyHint')}</p>
        </div>
      )}
      {sheEnded && (
        <div className={`stack ${css.answer}`}>
          <p className="say">{t('meeting.close.sheEndedSay')}</p>
          <Field
            label={t('meeting.close.words')}
            value={form.values.words}
            error={form.error('words')}
            rows={2}
            autoFocus
            onChange={(words) => form.change({ words })}
          />
        </div>
      )}
      {view.late && (
        <div className={css.answer}>
          <MomentField
            label={t('meeting.close.endedAt')}
            value={form.values.ended}
            notBefore={view.startedAt}
            error={form.error('ended')}
            onChange={(ended) => form.change({ ended })}
          />
        </div>
      )}
      <FailureLine failure={failure} />
      <FormFailure form={form} />
      <p className={`acts ${css.go}`}>
        <Button look="do" size="big" keys="Ctrl Enter" {...(ready ? {} : { whyId: MISSING_ID })} onPress={() => void close()}>
          {t(sheEnded ? 'meeting.close.sure' : 'meeting.close.send')}
        </Button>
        {view.withoutHer === null && (
          <Button size="big" keys="Alt E" expanded={sheEnded} onPress={() => setSheEnded(!sheEnded)}>
            {t('meeting.close.sheEnded')}
          </Button>
        )}
        <Button size="big" keys="Alt ←" onPress={onBack}>
          {t('meeting.goBack')}
        </Button>
      </p>
    </>
  )
}
