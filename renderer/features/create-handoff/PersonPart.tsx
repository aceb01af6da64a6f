import { useTranslation } from 'react-i18next'
import { KINDS_OF_HELP, PROMPTS, RISK_KINDS } from '#shared/domain/core/vocabulary'
import { useFormFields } from '../../office'
import { MomentField, Name, NotKnownButton } from '../../components'
import { Button, Field, FormPageRow, ManyChoices, Select } from '../../ui'
import type { HandoffPartProps, TypedRisk } from './handoff-form'

/** Who the person is, what they need, and what prompted it now. */
export function PersonPart({
  form,
  set,
  wrong,
  checked,
  riskWrong,
}: HandoffPartProps & { readonly checked: boolean; readonly riskWrong: (risk: TypedRisk) => string | undefined }) {
  const { t } = useTranslation()
  const fields = useFormFields()
  const says = {
    alias: fields.label('alias', t('createHandoff.alias')),
    helps: fields.label('helps', t('createHandoff.helps')),
    prompt: fields.label('prompt', t('createHandoff.prompt')),
    dates: fields.label('dates', t('createHandoff.dateKnown')),
    note: fields.label('note', t('createHandoff.note')),
  }
  return (
    <>
      <FormPageRow label={t('createHandoff.who')} hasError={Boolean(wrong('name') ?? wrong('alias'))}>
        {form.personId === null ? (
          <div className="two">
            <Field
              label={t('createHandoff.name')}
              quietLabel
              value={form.name}
              onChange={(name) => set({ name })}
              error={wrong('name')}
              placeholder={t('createHandoff.nameHint')}
            />
            {!fields.hidden('alias') && (
              <Field
                label={says.alias}
                quietLabel
                value={form.alias}
                onChange={(alias) => set({ alias })}
                error={wrong('alias')}
                placeholder={t('createHandoff.aliasHint')}
              />
            )}
          </div>
        ) : (
          <p className="chosen">
            <span>
              <Name strong>{form.personLabel}</Name> {t('createHandoff.inTheBook')}
            </span>
            <Button look="bare" onPress={() => set({ personId: null, personLabel: '', ...clearPlanAnswers(form) })}>
              {t('createHandoff.notHer')}
            </Button>
          </p>
        )}
      </FormPageRow>
      <FormPageRow label={says.helps} hasError={Boolean(wrong('helps'))}>
        <ManyChoices
          label={says.helps}
          quietLabel
          look="tight"
          values={form.helps}
          onChange={(helps) => set({ helps })}
          error={wrong('helps')}
          options={KINDS_OF_HELP.map((value) => ({ value, label: t(`word.help.${value}`) }))}
        />
      </FormPageRow>
      <FormPageRow label={says.prompt} hasError={Boolean(wrong('prompt'))}>
        <div className="two">
          <Select
            label={says.prompt}
            quietLabel
            options={PROMPTS.map((value) => ({ value, label: t(`word.prompt.${value}`) }))}
            value={form.prompt}
            placeholder={t('createHandoff.pickPrompt')}
            onChange={(prompt) => set({ prompt })}
            error={wrong('prompt')}
          />
          {!fields.hidden('dates') && (
            <span className="second">
              {says.dates}{' '}
              <Button
                look="bare"
                className="inline"
                onPress={() =>
                  set({
                    risks: [
                      ...form.risks,
                      {
                        kind: form.prompt === 'order_ending' ? 'order_expiry' : 'court_date',
                        when: { date: '', time: '9:30' },
                        what: '',
                        routedTo: '',
                      },
                    ],
                  })
                }
              >
                {t('createHandoff.addDate')}
              </Button>
            </span>
          )}
        </div>
      </FormPageRow>
      {form.risks.map((risk, at) => {
        const change = (part: Partial<TypedRisk>) =>
          set({ risks: form.risks.map((one, index) => (index === at ? { ...one, ...part } : one)) })
        const error = checked ? riskWrong(risk) : undefined
        return (
          <FormPageRow key={at} label={t('createHandoff.date')} hasError={Boolean(error)}>
            <div className="inset" role="group" aria-label={t('createHandoff.dateN', { n: at + 1 })}>
              <div className="two">
                <Select
                  label={t('createHandoff.dateKind')}
                  options={RISK_KINDS.map((value) => ({ value, label: t(`word.riskKind.${value}`) }))}
                  value={risk.kind}
                  onChange={(kind) => change({ kind })}
                />
                <MomentField label={t('createHandoff.dateWhen')} value={risk.when} onChange={(when) => change({ when })} error={error} />
              </div>
              <div className="two">
                <Field label={t('createHandoff.dateWhat')} value={risk.what} onChange={(what) => change({ what })} />
                <Field label={t('createHandoff.dateRouted')} value={risk.routedTo} onChange={(routedTo) => change({ routedTo })} />
              </div>
              <Button look="bare" onPress={() => set({ risks: form.risks.filter((_, index) => index !== at) })}>
                {t('createHandoff.removeDate')}
              </Button>
            </div>
          </FormPageRow>
        )
      })}
      {!fields.hidden('note') && (
        <FormPageRow label={says.note} missing={fields.required('note') && form.note.trim() === ''} hasError={Boolean(wrong('note'))}>
          <Field
            label={says.note}
            quietLabel
            rows={1}
            value={form.note}
            onChange={(note) => set({ note })}
            error={wrong('note')}
            placeholder={t('createHandoff.noteHint')}
          />
          {fields.required('note') && <NotKnownButton subject={says.note} value={form.note} onChange={(note) => set({ note })} />}
        </FormPageRow>
      )}
    </>
  )
}

/** Clears answers that came from the plan when another person is chosen: they have to be given again (H7). */
function clearPlanAnswers(form: HandoffPartProps['form']): Partial<HandoffPartProps['form']> {
  return {
    ...(form.numberIs === 'as_in_plan' ? { numberIs: 'typed' } : {}),
    ...(form.languageIs === 'as_in_plan' ? { languageIs: 'typed' } : {}),
    ...(form.safeToCall === 'as_in_plan' ? { safeToCall: null } : {}),
  } as const
}
