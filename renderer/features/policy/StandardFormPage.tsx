import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { formatTime } from '#shared/domain/core/wording'
import { describeFailure, useZone } from '../../office'
import { Button, DraftNote, FormPage, FormPageFoot, PageHead, useCommands } from '../../ui'
import css from './policy.module.css'

interface Props {
  readonly title: ReactNode
  readonly say: ReactNode
  readonly mayChange: boolean
  readonly changed: boolean
  readonly savedAt: number | null
  /** From when it applies, in words; empty while that cannot be read. */
  readonly day: string
  readonly busy: boolean
  readonly onSave: () => void
  readonly onLeave: () => void
  /** What follows, shown at the foot. */
  readonly follows?: ReactNode
  readonly failure: Failure | null
  readonly beside: ReactNode
  readonly children: ReactNode
}

/** A standard as a form page: the office's or a source's; beside it the last 90 days under the draft. */
export function StandardFormPage({ mayChange, changed, savedAt, day, busy, onSave, onLeave, failure, ...words }: Props) {
  const { t } = useTranslation()
  const zone = useZone()
  useCommands(
    mayChange
      ? [
          { id: 'save-policy', label: t('policy.setBare'), keys: 'Ctrl Enter', run: onSave },
          { id: 'leave-policy', label: t('policy.leave'), keys: 'Esc', run: onLeave },
        ]
      : [],
  )
  return (
    <div className={css['split']}>
      <form
        className={css['form']}
        aria-label={t('policy.title')}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onSave()
        }}
      >
        <PageHead
          title={words.title}
          actions={
            changed && (
              <DraftNote>{savedAt === null ? t('policy.untouched') : t('policy.draft', { time: formatTime(savedAt, zone) })}</DraftNote>
            )
          }
        >
          {words.say} {!mayChange && t('policy.readOnly')}
        </PageHead>
        <FormPage>{words.children}</FormPage>
        {mayChange && (
          <div className={css['foot']}>
            <FormPageFoot
              why={t('policy.old')}
              actions={
                <>
                  <Button look="do" size="tall" keys="Ctrl Enter" busy={busy} onPress={onSave}>
                    {day ? t('policy.set', { day }) : t('policy.setBare')}
                  </Button>
                  <Button size="tall" keys="Esc" onPress={onLeave}>
                    {t('policy.leave')}
                  </Button>
                </>
              }
            >
              {words.follows}
              {failure && (
                <p className="error" role="alert">
                  {describeFailure(t, failure)}
                </p>
              )}
            </FormPageFoot>
          </div>
        )}
      </form>
      {words.beside}
    </div>
  )
}
