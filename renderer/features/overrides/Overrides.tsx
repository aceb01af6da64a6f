import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { OverrideRow } from '#shared/contract/handoff/override'
import type { Role } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useCall, useForm, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { FormButtons, Name } from '../../components'
import { TimelineLine, Timeline, Button, EmptyState, Field, Icon, Loading, PageHead } from '../../ui'
import css from './overrides.module.css'

const LIST_ROLES: readonly Role[] = ['supervisor', 'workflow_owner', 'director']

/** The page '#/settings/overrides': numbers shown against a rule, for life and safety (P1). A worker sees their own without a reason. */
export function Overrides() {
  const { t } = useTranslation()
  const roles = useOfficeState()?.me?.roles ?? []
  const all = roles.some((role) => LIST_ROLES.includes(role))
  const list = useOffice('override.list', {}, { enabled: all })
  const mine = useOffice('override.listOwn', {}, { enabled: !all })
  const { value, failure } = all ? list : mine
  const [open, setOpen] = useState<string | null>(null)
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('overrides.title')}</h1>
        {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('overrides.loading')}</Loading>}
      </div>
    )
  return (
    <>
      <PageHead title={t('overrides.title')}>{t(all ? 'overrides.say' : 'overrides.sayMine')}</PageHead>
      {value.length === 0 ? (
        <p className={css.none}>{t(all ? 'overrides.none' : 'overrides.noneMine')}</p>
      ) : (
        <Timeline label={t('overrides.list')}>
          {value.map((row) => (
            <OverrideLine
              key={`${row.handoffId} ${row.no}`}
              row={row}
              open={open === `${row.handoffId} ${row.no}`}
              onOpen={(on) => setOpen(on ? `${row.handoffId} ${row.no}` : null)}
            />
          ))}
        </Timeline>
      )}
    </>
  )
}

function OverrideLine({
  row,
  open,
  onOpen,
}: {
  readonly row: OverrideRow
  readonly open: boolean
  readonly onOpen: (on: boolean) => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const when = formatDayAndTime(row.at, now, zone)
  return (
    <TimelineLine time={when} mark={<Icon name="shield" />}>
      <p>
        <Link href={ROUTES.handoff(row.handoffId)}>{t('overrides.record', { number: row.number })}</Link> <bdi dir="auto">{row.label}</bdi>,{' '}
        {t('overrides.shownBy')} <Name>{row.by}</Name>.
      </p>
      {row.reason !== null ? (
        <p className="second">
          <bdi dir="auto">{row.reason}</bdi>
        </p>
      ) : open ? (
        <ExplainOverride row={row} onLeave={() => onOpen(false)} />
      ) : (
        <p>
          <b>{t('overrides.noReason')}</b>{' '}
          <Button look="bare" className="inline" label={t('overrides.writeOne', { number: row.number })} onPress={() => onOpen(true)}>
            {t('overrides.write')}
          </Button>
        </p>
      )}
    </TimelineLine>
  )
}

/** Adds the reason to the record afterwards, never overwriting anything (T2). */
function ExplainOverride({ row, onLeave }: { readonly row: OverrideRow; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('override.explain')
  const form = useForm({
    id: 'override',
    of: `${row.handoffId}:${row.no}`,
    initial: { words: '' },
    send: ({ words }) => send({ handoffId: row.handoffId, no: row.no, words }),
    describe: (failure) => describeFailure(t, failure),
    findField: () => 'words',
    announces: t('overrides.saved'),
    onClose: onLeave,
    keys: { send: t('overrides.save'), close: t('overrides.leave') },
  })
  if (!form.ready) return null
  return (
    <form className={css.why} {...form.props}>
      <Field
        label={t('overrides.reason')}
        hint={t('overrides.reasonHint')}
        autoFocus
        value={form.values.words}
        error={form.error('words')}
        onChange={(words) => form.change({ words })}
      />
      <FormButtons form={form} send={t('overrides.save')} sendKeys="Ctrl Enter" cancel={t('overrides.leave')} />
    </form>
  )
}
