import { useTranslation } from 'react-i18next'
import { RELEASE_COPIES } from '#shared/domain/release/release'
import { readNow, useZone } from '../../office'
import { MomentField, toTypedMoment } from '../../components'
import { Checkbox, Choices, Field, FormPageHead, FormPageRow } from '../../ui'
import type { ReleaseRowProps } from './TermRows'

/** What the person was told before signing, who signs, and when (section 8). */
export function SignatureRows({ form, set, wrong }: ReleaseRowProps) {
  const { t } = useTranslation()
  const zone = useZone()
  const told = wrong('risksTold') ?? wrong('rightsTold')
  return (
    <>
      <FormPageHead>{t('releases.saidAndSigned')}</FormPageHead>
      <FormPageRow label={t('releases.explained')} hasError={Boolean(told)}>
        {told && <p className="error">{told}</p>}
        <Checkbox on={form.risksTold} onChange={(risksTold) => set({ risksTold })}>
          {t('releases.risks')}
        </Checkbox>
        <Checkbox on={form.rightsTold} onChange={(rightsTold) => set({ rightsTold })}>
          {t('releases.rights')}
        </Checkbox>
      </FormPageRow>
      <FormPageRow label={t('releases.otherWays')}>
        <Field
          label={t('releases.otherWays')}
          quietLabel
          value={form.otherWays}
          onChange={(otherWays) => set({ otherWays })}
          hint={t('releases.otherWaysHint')}
        />
      </FormPageRow>
      <FormPageRow label={t('releases.language')}>
        <div className="two">
          <Field label={t('releases.language')} quietLabel value={form.language} onChange={(language) => set({ language })} />
          <Field
            label={t('releases.interpreter')}
            quietLabel
            placeholder={t('releases.interpreter')}
            value={form.interpreter}
            onChange={(interpreter) => set({ interpreter })}
          />
        </div>
      </FormPageRow>
      <FormPageRow label={t('releases.copyLabel')}>
        <Choices
          label={t('releases.copyLabel')}
          quietLabel
          look="tight"
          options={RELEASE_COPIES.map((copy) => ({ value: copy, label: t(`releases.copy.${copy}`) }))}
          value={form.copy}
          onChange={(copy) => set({ copy })}
        />
      </FormPageRow>
      <FormPageRow label={t('releases.minor')} hasError={Boolean(wrong('isMinor'))}>
        {wrong('isMinor') && <p className="error">{wrong('isMinor')}</p>}
        <Checkbox on={form.isMinor} onChange={(isMinor) => set({ isMinor })}>
          {t('releases.isMinor')}
        </Checkbox>
        {form.isMinor && (
          <div className="inset">
            <Field
              label={t('releases.parent')}
              value={form.parent}
              onChange={(parent) => set({ parent })}
              hint={t('releases.parentHint')}
            />
            <Checkbox on={form.parentIsNotAbusive} onChange={(parentIsNotAbusive) => set({ parentIsNotAbusive })}>
              {t('releases.parentIsNotAbusive')}
            </Checkbox>
            <Checkbox on={form.minorSigned} onChange={(minorSigned) => set({ minorSigned })}>
              {t('releases.minorSigned')}
            </Checkbox>
          </div>
        )}
      </FormPageRow>
      <FormPageRow label={t('releases.signedWhen')} hasError={Boolean(wrong('signedAt'))}>
        <Choices
          label={t('releases.signedWhen')}
          quietLabel
          look="tight"
          options={[
            { value: 'now', label: t('releases.signedNow') },
            { value: 'before', label: t('releases.signedBefore') },
          ]}
          value={form.signedAt === null ? 'now' : 'before'}
          onChange={(when) => set({ signedAt: when === 'now' ? null : toTypedMoment(readNow(), readNow(), zone) })}
        />
        {form.signedAt !== null && (
          <MomentField
            label={t('releases.signedWhen')}
            quietLabel
            value={form.signedAt}
            onChange={(signedAt) => set({ signedAt })}
            error={wrong('signedAt')}
          />
        )}
      </FormPageRow>
    </>
  )
}
