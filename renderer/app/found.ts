import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { timeLeft } from '#shared/domain/wording'
import { PLACES, useMinute, useOffice } from '../office'
import { useAllCommands, type IconName } from '../ui'

/** One line of the palette. `kind` stands in the margin. */
export interface Found {
  readonly id: string
  readonly kind: 'do' | 'people' | 'partners'
  readonly icon: IconName
  readonly label: string
  readonly second: string
  readonly keys: string | undefined
  readonly run: () => void
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** What the typed words find: what can be done here, people, partners. Accents do not matter. */
export function useFound(typed: string): readonly Found[] {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const text = typed.trim()
  const asked = useOffice('search.find', { text: text.slice(0, 400) }, { enabled: text !== '', keep: true })
  const found = text === '' ? undefined : asked.value
  const commands = useAllCommands().filter((command) => command.id !== 'find' && fold(command.label).includes(fold(text)))
  return [
    ...commands.map((command): Found => ({
      id: command.id,
      kind: 'do',
      icon: 'arrow',
      label: command.label,
      second: '',
      keys: command.keys,
      run: command.run,
    })),
    ...(found?.people ?? []).flatMap((person): Found[] => {
      const { handoffId } = person
      if (handoffId === null) return []
      const when = person.clockAt === null ? '' : `, ${timeLeft(person.clockAt, now)}`
      const number = person.number === null ? '' : `${t('frame.palette.number', { number: person.number })}, `
      return [
        {
          id: `p-${person.personId}`,
          kind: 'people',
          icon: 'people',
          label: person.label,
          second: `${number}${t('frame.palette.from', { from: person.from })}${when}`,
          keys: undefined,
          run: () => go(PLACES.handoff(handoffId)),
        },
      ]
    }),
    ...(found?.partners ?? []).map((partner): Found => ({
      id: `o-${partner.id}`,
      kind: 'partners',
      icon: 'partners',
      label: partner.name,
      second: t('frame.palette.openHandoffs', { count: partner.openHandoffs }),
      keys: undefined,
      run: () => go(PLACES.partner(partner.id)),
    })),
  ]
}
