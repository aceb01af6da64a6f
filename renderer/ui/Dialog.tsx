import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button'

interface Props {
  readonly title: ReactNode
  readonly open: boolean
  readonly onClose: () => void
  readonly closeLabel?: string
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
}

/** A dialog in front of the page; Esc closes it. Dialogs are never stacked: records open beside the list instead. */
export function Dialog({ title, open, onClose, closeLabel, children, role = 'dialog' }: Props) {
  const { t } = useTranslation()
  return (
    <ModalOverlay className="veil" isOpen={open} isDismissable onOpenChange={(next) => !next && onClose()}>
      <Modal className="page-over">
        <AriaDialog role={role}>
          <header className="over-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button look="bare" keys="Esc" onPress={onClose}>
              {closeLabel ?? t('frame.close')}
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
