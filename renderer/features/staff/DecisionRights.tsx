import { useTranslation } from 'react-i18next'
import type { StaffId } from '#shared/domain/core/ids'
import { DECISION_RIGHTS, type DecisionRight } from '#shared/domain/core/vocabulary'
import { describeFailure, useCall, useForm, useOffice } from '../../office'
import { FormFailure } from '../../components'
import { Button, EmptyState, FormPage, FormPageRow, Loading, PageHead, Select, Switch } from '../../ui'
import type { StaffOverview } from './worker-words'
import css from './staff.module.css'

const NOBODY = 'nobody'

/** The page '#/settings/rights': one workflow owner and one data owner, each with a deputy for absences (section 13). */
export function DecisionRightsPage() {
  const { t } = useTranslation()
  const { value, failure } = useOffice('staff.overview', {})
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('staff.rights.title')}</h1>
        {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('staff.loading')}</Loading>}
      </div>
    )
  return (
    <>
      <PageHead title={t('staff.rights.title')} />
      <FormPage>
        <DecisionRights overview={value} />
      </FormPage>
    </>
  )
}

function DecisionRights({ overview }: { readonly overview: StaffOverview }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('staff.rights.title')}>
      {DECISION_RIGHTS.map((right) => {
        const held = overview.rights.find((one) => one.right === right)
        // The key renders the row anew when another director has named a holder meanwhile.
        return <DecisionRightRow key={`${right} ${held?.holder} ${held?.deputy} ${held?.deputyActs}`} right={right} overview={overview} />
      })}
    </section>
  )
}

function DecisionRightRow({ right, overview }: { readonly right: DecisionRight; readonly overview: StaffOverview }) {
  const { t } = useTranslation()
  const held = overview.rights.find((one) => one.right === right)
  const { send } = useCall('rights.save')
  const form = useForm({
    id: 'decision-right',
    of: right,
    initial: { holder: held?.holder ?? null, deputy: held?.deputy ?? null, deputyActs: held?.deputyActs ?? false },
    send: (typed) => send({ right, holder: typed.holder!, deputy: typed.deputy, deputyActs: typed.deputyActs && typed.deputy !== null }),
    findField: () => null,
    announces: t('staff.rights.saved'),
    afterSend: 'keep',
  })
  const { holder, deputy, deputyActs } = form.values
  const name = t(`word.role.${right}`)
  const here = overview.staff.filter(({ leftAt }) => leftAt === null).map(({ id, name: label }) => ({ value: id, label }))
  const same = held?.holder === holder && held?.deputy === deputy && held?.deputyActs === deputyActs
  if (!form.ready) return null
  return (
    <FormPageRow label={name} missing={held === undefined || held.holder === null}>
      <p className={css.says}>{t(`staff.rights.decides.${right}`)}</p>
      {(held === undefined || held.holder === null) && <p className="second">{t('staff.rights.nobody')}</p>}
      <div className="two top">
        <Select
          label={t('staff.rights.holderOf', { right: name })}
          placeholder={t('staff.rights.pick')}
          options={here}
          value={holder}
          onChange={(next) => form.change({ holder: next })}
        />
        <Select
          label={t('staff.rights.deputy')}
          options={[{ value: NOBODY, label: t('staff.rights.noDeputy') }, ...here.filter(({ value }) => value !== holder)]}
          value={deputy ?? NOBODY}
          onChange={(value) => form.change({ deputy: value === NOBODY ? null : (value as StaffId) })}
        />
      </div>
      {deputy !== null && (
        <p>
          <Switch on={deputyActs} onChange={(on) => form.change({ deputyActs: on })}>
            {t('staff.rights.away')}
          </Switch>
        </p>
      )}
      {!same && holder !== null && (
        <p className="acts flush">
          <Button busy={form.sending} onPress={form.submit}>
            {t('staff.rights.save', { right: name })}
          </Button>
        </p>
      )}
      <FormFailure form={form} />
    </FormPageRow>
  )
}
