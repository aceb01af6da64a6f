import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffice, useOfficeState } from '../office'
import { Dialog, useAllCommands, useCommands } from '../ui'

type HelpDialog = 'help' | 'callers' | 'keys' | null
const Context = createContext<{ readonly open: (which: HelpDialog) => void }>({ open: () => undefined })
export const useHelp = () => useContext(Context)

/** Before the database is open there is no stored number; this one is right across Canada. */
const EMERGENCY = '911'

function HelpNow({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { value } = useOffice('help.read', {})
  const stage = useOfficeState()?.stage
  const known = stage === 'open' || stage === 'locked'
  const police = known ? value?.policeNumber : undefined
  return (
    <Dialog open title={t('frame.help.title')} closeLabel={t('frame.close')} onClose={onClose}>
      <div>
        <p className="second">{police ? t('frame.help.police') : t('frame.help.emergency')}</p>
        <p className="big-no">{police || EMERGENCY}</p>
      </div>
      {known && value?.supervisor && (
        <div>
          <p className="second">
            {t('frame.help.supervisor')}, <bdi dir="auto">{value.supervisor.name}</bdi>
          </p>
          <p className="big-no">{value.supervisor.phone}</p>
        </div>
      )}
      {!(known && value?.supervisor) && <p className="muted">{known ? t('frame.help.noSupervisor') : t('frame.help.unknown')}</p>}
      <p>{t('frame.help.first')}</p>
    </Dialog>
  )
}

function CallersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog open title={t('frame.callers.title')} closeLabel={t('frame.close')} onClose={onClose}>
      <p className="big-said">
        <q>{t('frame.callers.say')}</q>
      </p>
      <p>{t('frame.callers.why')}</p>
      <p className="second">{t('frame.callers.partner')}</p>
    </Dialog>
  )
}

function KeyList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const commands = useAllCommands().filter((command) => command.keys)
  return (
    <Dialog open title={t('frame.shortcuts.title')} closeLabel={t('frame.close')} onClose={onClose}>
      <p className="second">{t('frame.shortcuts.second')}</p>
      <dl className="key-list">
        {commands.map((command) => (
          <div key={command.id} className="pair">
            <dt>
              <kbd>{command.keys}</kbd>
            </dt>
            <dd>{command.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

/** Provides F1, F2 and `?` on every screen. */
export function HelpProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [which, open] = useState<HelpDialog>(null)
  const value = useMemo(() => ({ open }), [])
  useCommands([
    { id: 'help', label: t('frame.help.name'), keys: 'F1', always: true, run: () => open('help') },
    { id: 'callers', label: t('frame.callers.name'), keys: 'F2', always: true, run: () => open('callers') },
    { id: 'keys', label: t('frame.shortcuts.open'), keys: '?', run: () => open('keys') },
  ])
  const close = () => open(null)
  return (
    <Context value={value}>
      {children}
      {which === 'help' && <HelpNow onClose={close} />}
      {which === 'callers' && <CallersDialog onClose={close} />}
      {which === 'keys' && <KeyList onClose={close} />}
    </Context>
  )
}
