import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, useCall } from '../../office'
import { announce, Button, PageHead, useCommands } from '../../ui'
import css from './client-summary.module.css'

/** The sheets that are printed: the client summary (M4), and the release that the person signs (R3). */
export type PrintedSheet = 'clientSummary' | 'releasePaper'
interface Props {
  readonly sheet: PrintedSheet
  readonly id: string
  readonly onBack: () => void
  /** Decisions to make before it is printed. */
  readonly children?: ReactNode
}

/** The controls above a sheet, which are not printed: paper, PDF, and back. */
export function PrintHead({ sheet, id, onBack, children }: Props) {
  const { t } = useTranslation()
  const words = sheet
  const print = useCall(`${sheet}.print`)
  const save = useCall(`${sheet}.save`)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [came, setCame] = useState<'printed' | 'notPrinted' | 'saved' | 'notSaved' | null>(null)
  const tell = (what: NonNullable<typeof came>) => {
    setCame(what)
    announce(t(`${words}.${what}`))
  }
  const begin = async () => {
    setFailure(null)
    setCame(null)
    // The printed page must use the same typeface as the screen.
    await document.fonts.ready
  }
  const onPaper = async () => {
    await begin()
    const answer = await print.send({ id })
    if (answer.ok) tell(answer.value.printed ? 'printed' : 'notPrinted')
    else setFailure(answer.failure)
  }
  const asFile = async () => {
    await begin()
    const answer = await save.send({ id })
    if (answer.ok) tell(answer.value.saved ? 'saved' : 'notSaved')
    else setFailure(answer.failure)
  }
  useCommands([
    { id: 'sheet-print', label: t(`${words}.print`), keys: 'Ctrl P', run: () => void onPaper() },
    { id: 'sheet-save', label: t(`${words}.save`), keys: 'Ctrl S', run: () => void asFile() },
    { id: 'sheet-back', label: t(`${words}.back`), keys: 'Esc', run: onBack },
  ])
  return (
    <div className="no-print">
      <PageHead
        title={t(`${words}.title`)}
        actions={
          <>
            <Button look="do" icon="print" keys="Ctrl P" busy={print.sending} onPress={() => void onPaper()}>
              {t(print.sending ? `${words}.printing` : `${words}.print`)}
            </Button>
            <Button keys="Ctrl S" busy={save.sending} onPress={() => void asFile()}>
              {t(save.sending ? `${words}.saving` : `${words}.save`)}
            </Button>
            <Button look="bare" keys="Esc" onPress={onBack}>
              {t(`${words}.back`)}
            </Button>
          </>
        }
      >
        {t(`${words}.say`)}
      </PageHead>
      <div className={css.ask}>
        <FailureLine failure={failure} />
        {came && <p className="second">{t(`${words}.${came}`)}</p>}
        {children}
      </div>
    </div>
  )
}
