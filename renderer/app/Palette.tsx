import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { Icon, useAllCommands, type Command } from '../ui'

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Ctrl K. Everything that can be done here, by typing a part of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = useAllCommands().filter((command) => command.id !== 'find' && fold(command.label).includes(fold(typed.trim())))
  const chosen = commands[Math.min(at, commands.length - 1)]
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((before) => Math.min(before + 1, commands.length - 1))
    else if (event.key === 'ArrowUp') setAt((before) => Math.max(before - 1, 0))
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette float">
        <AriaDialog aria-label={t('frame.palette.label')}>
          <div className="p-in">
            <Icon name="search" />
            <input
              role="combobox" aria-expanded="true" aria-controls="palette-list" aria-label={t('frame.palette.label')} autoFocus autoComplete="off" spellCheck={false}
              aria-activedescendant={chosen ? `do-${chosen.id}` : undefined} value={typed} onKeyDown={onKeyDown}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
            />
            <kbd aria-hidden="true">Esc</kbd>
          </div>
          <div className="p-groups">
            <section>
              <h2 id="palette-do">{t('frame.palette.do')}</h2>
              <ul role="listbox" id="palette-list" aria-labelledby="palette-do">
                {commands.map((command) => (
                  <li key={command.id} id={`do-${command.id}`} role="option" aria-selected={command === chosen} onClick={() => run(command)}>
                    <Icon name="arrow" /><span>{command.label}</span>{command.keys ? <kbd aria-hidden="true">{command.keys}</kbd> : <span />}
                  </li>
                ))}
              </ul>
              {commands.length === 0 && <p className="muted">{t('frame.palette.none')}</p>}
            </section>
          </div>
          <p className="p-foot small"><span><kbd>↑ ↓</kbd> {t('frame.palette.move')}</span><span><kbd>Enter</kbd> {t('frame.palette.open')}</span></p>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
