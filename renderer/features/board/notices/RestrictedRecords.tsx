import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Output } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { refreshTopicsAt, useCall, useForm, useMinute, useOffice, useZone } from '../../../office'
import { joinWithAnd, linkToRecord, chooseMarkTone } from '../../../components'
import { Button, Field, Icon } from '../../../ui'
import css from './notices.module.css'

type RestrictedLineView = Output<'access.listHiddenTasks'>[number]
const NONE: readonly RestrictedLineView[] = []
/** The office's minimum length: a reason that can be understood later. */
const MIN_REASON_LENGTH = 10

/** Records that do not exist for the signed-in worker, as neutral lines: when something is due, and whom to ask (S5). */
export function RestrictedRecords() {
  const { t } = useTranslation()
  const id = useId()
  const lines = useOffice('access.listHiddenTasks', {}).value ?? NONE
  const [opening, setOpening] = useState<HandoffId | null>(null)
  if (lines.length === 0) return null
  return (
    <section className={css.withheld} aria-labelledby={id}>
      <h2 id={id}>{t('access.lines')}</h2>
      <ul>
        {lines.map((line, index) => (
          <li key={line.handoffId ?? index}>
            <Icon name="lock" />
            <RestrictedLine line={line} open={line.handoffId !== null && line.handoffId === opening} onOpen={setOpening} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RestrictedLine({
  line: { dueAt, overdue, ask, handoffId },
  open,
  onOpen,
}: {
  readonly line: RestrictedLineView
  readonly open: boolean
  readonly onOpen: (id: HandoffId | null) => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const opener = useRef<HTMLDivElement>(null)
  const was = useRef(open)
  useEffect(() => {
    // Cancelling returns the focus to where it was.
    if (was.current && !open) opener.current?.querySelector('button')?.focus()
    was.current = open
  }, [open])
  const when = formatDayAndTime(dueAt, now, zone)
  const late = overdue || dueAt < now
  return (
    <div ref={opener}>
      <p className={css.line}>
        <span>
          <span className={overdue ? chooseMarkTone('overdue') : undefined}>{t(late ? 'access.lineLate' : 'access.line', { when })}</span>{' '}
          {ask.length > 0 && <bdi>{t('access.ask', { names: joinWithAnd(ask, t('access.or')) })}</bdi>}
        </span>
        {handoffId !== null && !open && (
          <Button look="bare" label={t('access.openOne', { when })} onPress={() => onOpen(handoffId)}>
            {t('access.open')}
          </Button>
        )}
      </p>
      {handoffId !== null && open && <BreakGlassForm handoffId={handoffId} onLeave={() => onOpen(null)} />}
    </div>
  )
}

/** Opens the record for an hour for the director, who gives a reason (section 13). */
function BreakGlassForm({ handoffId, onLeave }: { readonly handoffId: HandoffId; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { send } = useCall('access.breakGlass')
  const form = useForm({
    id: 'break-glass',
    of: handoffId,
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim().length < MIN_REASON_LENGTH && t('access.reasonShort') }),
    send: ({ reason }) => send({ handoffId, reason: reason.trim() }),
    onSent: ({ until }) => {
      refreshTopicsAt(until, ['people', 'handoffs'])
      go(linkToRecord(handoffId))
    },
    onClose: onLeave,
    afterSend: 'clear',
    keys: { close: t('access.leave') },
  })
  if (!form.ready) return null
  return (
    <form className={css.reason} {...form.props}>
      <Field
        label={t('access.reason')}
        hint={t('access.reasonHint')}
        error={form.error('reason') ?? form.failure}
        autoFocus
        value={form.values.reason}
        onChange={(reason) => form.change({ reason })}
      />
      <p className="acts">
        <Button type="submit" busy={form.sending}>
          {t('access.openNow')}
        </Button>
        <Button look="bare" keys="Esc" onPress={form.cancel}>
          {t('access.leave')}
        </Button>
      </p>
    </form>
  )
}
